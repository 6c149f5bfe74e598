//! Binding navigation properties to entities that there are.

use super::{
    EntityRef, Null, Property, Structured,
    into_property::{Given, Items, Nothing},
};
use crate::node::Edited;

/// What a navigation property may be bound to: one to an [`EntityRef`] or to [`Null`], one of many, `[…]`, to whatever iterates
/// over them.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{K}` cannot be bound to a `{Self}`",
    label = "expected an `odatype::EntityRef`; of a collection, an array of them",
    note = "only navigation properties are bound, which hold entities; others are set"
)]
pub trait IntoBinding<K: ?Sized, By = Given> {
    /// For [`Structured::bind`].
    #[doc(hidden)]
    fn into_binding(self) -> Edited;
}

#[diagnostic::do_not_recommend]
impl<T: Structured> IntoBinding<T> for EntityRef {
    fn into_binding(self) -> Edited {
        Edited::Text(String::from(self).into())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> IntoBinding<T> for &EntityRef {
    fn into_binding(self) -> Edited {
        Edited::text(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> IntoBinding<T, Nothing> for Null {
    fn into_binding(self) -> Edited {
        Edited::Null
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured, I: IntoIterator<Item: Into<EntityRef>>> IntoBinding<[T], Items<Given>> for I {
    fn into_binding(self) -> Edited {
        Edited::List(self.into_iter().map(|reference| Edited::Text(String::from(reference.into()).into())).collect())
    }
}

/// The name under which `property` of `object` is bound: the one that is there, else the one that every version has.
pub(super) fn name<T: Structured, K: ?Sized>(object: &T, property: Property<T, K>) -> String {
    let [name, short] = odatype_table::control::names("bind").map(|control| format!("{}{control}", property.name()));
    if object.dynamic(&short).is_some() { short } else { name }
}
