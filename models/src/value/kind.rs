//! What properties may hold, one by one and in collections, and what reading them and taking them out gives.

mod object;
mod primitive;

pub use primitive::{Owned, Primitives};

use crate::node::{Edited, Record};

/// What a property is of: the second parameter of a [`Property`](crate::Property).
pub trait PropertyType {
    /// What reading gives: an `Option` of a value, [`Values`](crate::Values) of a collection of primitive values, a
    /// slice of objects.
    type Ref<'a>;
    /// What taking out gives: an `Option` of a value, or a `Vec`.
    type Owned;

    /// For [`Structured::get`](crate::Structured::get).
    #[doc(hidden)]
    fn get(record: &Record, slot: u16) -> Self::Ref<'_>;

    /// For [`Structured::take`](crate::Structured::take).
    #[doc(hidden)]
    fn take(record: &mut Record, slot: u16) -> Self::Owned;
}

/// A type of values, which a property may have one or many of.
#[doc(hidden)]
pub trait ItemType: Sized + 'static {
    /// How they are read.
    type Reader: Reader<Self>;
}

/// How values of a type are read.
#[doc(hidden)]
pub trait Reader<K> {
    type One<'a>;
    type Many<'a>;
    type OwnedOne;
    type OwnedMany;

    fn one(record: &Record, slot: u16) -> Self::One<'_>;
    fn many(record: &Record, slot: u16) -> Self::Many<'_>;
    fn take_one(record: &mut Record, slot: u16) -> Self::OwnedOne;
    fn take_many(record: &mut Record, slot: u16) -> Self::OwnedMany;
    /// A collection of what items were set to; nothing, as an item, is null.
    fn list(items: impl Iterator<Item = Edited>) -> Edited;
    /// Adds an item to the collection at `slot`.
    fn push(record: &mut Record, slot: u16, item: Edited);
}

impl<K: ItemType> PropertyType for K {
    type Ref<'a> = <K::Reader as Reader<K>>::One<'a>;
    type Owned = <K::Reader as Reader<K>>::OwnedOne;

    fn get(record: &Record, slot: u16) -> Self::Ref<'_> {
        K::Reader::one(record, slot)
    }

    fn take(record: &mut Record, slot: u16) -> Self::Owned {
        K::Reader::take_one(record, slot)
    }
}

impl<K: ItemType> PropertyType for [K] {
    type Ref<'a> = <K::Reader as Reader<K>>::Many<'a>;
    type Owned = <K::Reader as Reader<K>>::OwnedMany;

    fn get(record: &Record, slot: u16) -> Self::Ref<'_> {
        K::Reader::many(record, slot)
    }

    fn take(record: &mut Record, slot: u16) -> Self::Owned {
        K::Reader::take_many(record, slot)
    }
}
