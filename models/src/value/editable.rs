//! What can be reached into, to be changed in place: made where there is none, or as far as it is there.

use crate::node::Record;

/// What can be reached into.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be reached into where there may be none",
    label = "of an abstract type, or a primitive value",
    note = "an object of an abstract type is set with `set` and reached into with `get_mut`; primitive values are set"
)]
pub trait Editable {
    /// What is changed: the object, or a `Vec` of a collection's objects.
    type Edit;

    /// For [`Structured::edit`](crate::Structured::edit).
    #[doc(hidden)]
    fn edit(record: &mut Record, slot: u16) -> &mut Self::Edit;
}

/// What can be reached into where it is.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be reached into",
    label = "a primitive value",
    note = "primitive values are set, with `set`"
)]
pub trait Reachable {
    /// What is changed: the object, a `Vec` of a collection's objects, or a slice of one or many.
    type Reached: ?Sized;

    /// For [`Structured::get_mut`](crate::Structured::get_mut).
    #[doc(hidden)]
    fn reach(record: &mut Record, slot: u16) -> Option<&mut Self::Reached>;
}
