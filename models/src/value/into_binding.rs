//! What a navigation property may be bound to.

use super::into_property::Given;
use crate::node::Edited;

/// What a navigation property may be bound to: one to an [`EntityRef`](crate::EntityRef) or to [`Null`](crate::Null),
/// one of many, `[…]`, to whatever iterates over them.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{K}` cannot be bound to a `{Self}`",
    label = "expected an `odatype::EntityRef`; of a collection, an array of them",
    note = "only navigation properties are bound, which hold entities; others are set"
)]
pub trait IntoBinding<K: ?Sized, By = Given> {
    /// For [`Structured::bind`](crate::Structured::bind).
    #[doc(hidden)]
    fn into_binding(self) -> Edited;
}
