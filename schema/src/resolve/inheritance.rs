//! Inheritance: bases that exist, are of the same kind and lead to an end, and properties declared once.

use crate::{
    fault::Fault,
    model::{Model, QualifiedName, StructuredKind},
    resolve::{circle::Circle, found::Found, inherited::redeclared, missing::Missing},
};

/// Checks bases, then properties.
pub(super) fn check(model: &Model, missing: &mut Missing<'_>, found: &mut Vec<Found>) {
    let before = found.len();
    bases(model, missing, found);
    cycles(model, found);
    // On broken inheritance every further finding would be a consequence.
    if found.len() == before {
        twice(model, found);
    }
}

fn bases(model: &Model, missing: &mut Missing<'_>, found: &mut Vec<Found>) {
    for ty in model.structured.values() {
        let Some(base) = ty.base.as_ref().filter(|base| !missing.is_well_known(base)) else { continue };
        let fault = match model.structured.get(base) {
            Some(known) if known.kind == ty.kind => continue,
            Some(known) => {
                let kind = |kind| if kind == StructuredKind::Entity { "an entity type" } else { "a complex type" };
                let message = format!("base type `{base}` is {}, this is {}", kind(known.kind), kind(ty.kind));
                Fault::new(&ty.location, message)
            }
            None => match model.declaration(base) {
                Some((kind, _)) => {
                    let message = format!("base type `{base}` is no structured type but a declared {kind}");
                    Fault::new(&ty.location, message)
                }
                None => missing.fault(base, "base type", &ty.location),
            },
        };
        found.push(Found { owner: ty.name.clone(), fault: fault.of(&ty.name) });
    }
}

/// A cycle is reported once, at the first of its types by name.
fn cycles(model: &Model, found: &mut Vec<Found>) {
    let base = |name: &QualifiedName| model.structured.get(name)?.base.as_ref();
    for circle in Circle::all(model.structured.keys(), base) {
        if let Some(ty) = circle.first().and_then(|first| model.structured.get(first)) {
            let message = format!("the type derives from itself: {}", circle.told("from"));
            found.push(Found { owner: ty.name.clone(), fault: Fault::new(&ty.location, message).of(&ty.name) });
        }
    }
}

/// Faults for properties that a type inherits and declares again as something else; those of the same type were dropped
/// before.
fn twice(model: &Model, found: &mut Vec<Found>) {
    for again in redeclared(model) {
        let (Some(property), Some((owner, other))) = (again.property(), again.above().next()) else { continue };
        if property.is_of(other) {
            continue;
        }
        let message = format!(
            "property `{}` is `{}`, but `{}` declares it as `{}`",
            property.name, property.ty, owner.name, other.ty
        );
        let help = format!("the inherited property is at {}", other.location);
        let fault = Fault::new(&property.location, message).of(format!("{}/{}", again.ty.name, property.name));
        found.push(Found { owner: again.ty.name.clone(), fault: fault.help(help) });
    }
}
