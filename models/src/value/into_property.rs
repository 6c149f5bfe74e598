//! What may be put into a property.

mod by;
mod members;
mod number;
mod objects;
mod text;
mod untyped;

pub use by::{Borrowed, Given, Items, Maybe, Member, Nothing, Provided, Stated};

use crate::node::Edited;

/// A value that a property of the type `K` may be set to; of a collection, `K` is `[…]`.
///
/// - the type itself, what stands for it (`&str` for a `String`, a derived type for its base's enum, a narrower number,
///   any `chrono::DateTime<_>`, a [`std::time::Duration`], bytes in an array), and a reference to it, which is cloned;
/// - for a collection, whatever iterates over such values;
/// - [`Null`];
/// - an `Option` of these, whose `None` takes the property away; as an item of a collection it is null.
///
/// `By` is how a value stands for another, which the compiler finds.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{K}` cannot be set to a `{Self}`",
    label = "expected a `{K}`, what stands for it, or `odatype::Null`",
    note = "structured types are made by `new()`; dates and times by `chrono` and GUIDs by `uuid` (both in `odatype::edm`), from text with `.parse::<odatype::edm::Date>()?`",
    note = "a collection is set from an array or a `Vec`, and `push` adds one item; an `Edm.Int64` is an `i64`",
    note = "decimals come from numbers, or from text with `.parse::<odatype::edm::Decimal>()?`; enumeration members that are not declared from text with `.into()`"
)]
pub trait IntoProperty<K: ?Sized, By = Given> {
    /// For generated code.
    #[doc(hidden)]
    fn into_property(self) -> Edited;
}

/// Explicit `null`: what a PATCH needs to clear a property. Every property can be set to it; the strict profile tells
/// where the schema does not allow it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Null;

impl<K: ?Sized> IntoProperty<K, Nothing> for Null {
    fn into_property(self) -> Edited {
        Edited::Null
    }
}

/// Nothing takes the property away.
#[diagnostic::do_not_recommend]
impl<K: ?Sized, By, T: IntoProperty<K, By>> IntoProperty<K, Maybe<By>> for Option<T> {
    fn into_property(self) -> Edited {
        self.map_or(Edited::Absent, IntoProperty::into_property)
    }
}
