//! What an overlay says of what is there already.

use std::collections::BTreeSet;

use crate::{
    document::Defaults,
    fault::Fault,
    model::{Annotations, Location, Primitive, TypeName, TypeRef},
};

/// What an overlay's document says beside its declarations.
pub(super) struct Written {
    /// Where properties stand that say nothing but annotations.
    pub(super) bare: BTreeSet<Location>,
    /// What is written although it is the default.
    pub(super) defaults: Defaults,
}

/// Null is where both say so.
pub(super) fn nullable(
    (known, more): (&mut bool, bool),
    (location, known_at): (&Location, &Location),
    name: &str,
    defaults: &Defaults,
    faults: &mut Vec<Fault>,
) {
    if more && !*known {
        let message = "`$Nullable` is `true`, but the schema says that values are not null".to_owned();
        faults.push(of_known(location, message, &name, known_at));
    }
    *known &= !defaults.is_written(location, "$Nullable");
}

/// Gives what is `known` the other type, if one of the two is any JSON: then the overlay says what the schema does not,
/// or takes back what is not so. Facets were those of the type that was. Its place is the overlay's then, and so is
/// what is wrong with it.
pub(super) fn retyped(
    (known, known_at): (&mut TypeRef, &mut Location),
    (more, location): (&TypeRef, &Location),
) -> bool {
    let is_retyped = !known.is_of(more) && (is_any(known) || is_any(more));
    if is_retyped {
        known.clone_from(more);
        known_at.clone_from(location);
    }
    is_retyped
}

/// Whether values of `ty`, or its items, are any JSON.
pub(super) fn is_any(ty: &TypeRef) -> bool {
    ty.name == TypeName::Primitive(Primitive::Untyped)
}

/// A fault of what is at `location` and contradicts what is `known`.
pub(super) fn of_known(location: &Location, message: String, name: &impl ToString, known: &Location) -> Fault {
    Fault::new(location, message).of(name.to_string()).help(format!("an overlay adds to what is at {known}"))
}

/// Adds `more`, each in place of what has the same term and qualifier; a rule beside it.
pub(super) fn replace(place: &mut Annotations, more: Annotations) {
    place.overlay_all(more);
}
