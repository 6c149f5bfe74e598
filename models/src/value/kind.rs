//! What properties may hold, one by one and in collections, and what reading them and taking them out gives.

use std::sync::Arc;

use super::{Enumeration, Json, OneOrMany, Primitive, Structured, Untyped, Values, edit::into_object, get::is_list};
use crate::{
    edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
    node::{Edited, Record},
};

/// What a property is of: the second parameter of a [`Property`](crate::Property).
pub trait PropertyType {
    /// What reading gives: an `Option` of a value, [`Values`] of a collection of primitive values, a slice of objects.
    type Ref<'a>;
    /// What taking out gives: an `Option` of a value, or a `Vec`.
    type Owned;

    /// For [`Structured::get`].
    #[doc(hidden)]
    fn get(record: &Record, slot: u16) -> Self::Ref<'_>;

    /// For [`Structured::take`].
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

/// Of types that are read out of a document's text.
#[doc(hidden)]
#[derive(Debug)]
pub enum Primitives {}

/// Of structured types.
#[doc(hidden)]
#[derive(Debug)]
pub enum Objects {}

/// A primitive type, and what its values are while they are borrowed.
#[doc(hidden)]
pub trait Owned: Sized + 'static {
    /// What values are on the wire: of enumerations, text.
    const PRIMITIVE: odatype_table::Primitive = odatype_table::Primitive::String;

    type Borrowed<'a>: Primitive<'a>;

    fn owned(borrowed: Self::Borrowed<'_>) -> Self;
}

impl<K: Owned> Reader<K> for Primitives {
    type One<'a> = Option<K::Borrowed<'a>>;
    type Many<'a> = Values<'a, K::Borrowed<'a>>;
    type OwnedOne = Option<K>;
    /// Nulls are `None`, and so are items that do not have their declared shape.
    type OwnedMany = Vec<Option<K>>;

    fn one(record: &Record, slot: u16) -> Self::One<'_> {
        record.get(slot)
    }

    fn many(record: &Record, slot: u16) -> Self::Many<'_> {
        record.values(slot)
    }

    fn take_one(record: &mut Record, slot: u16) -> Option<K> {
        let value = record.get(slot).map(K::owned);
        record.unset_fitting(slot, |_| value.is_some());
        value
    }

    fn take_many(record: &mut Record, slot: u16) -> Vec<Option<K>> {
        let values = record.values(slot).nullable().map(|value| value.map(K::owned)).collect();
        record.unset_fitting(slot, is_list);
        values
    }

    fn list(items: impl Iterator<Item = Edited>) -> Edited {
        Edited::List(items.map(|item| if matches!(item, Edited::Absent) { Edited::Null } else { item }).collect())
    }

    fn push(record: &mut Record, slot: u16, item: Edited) {
        record.push_value(slot, if matches!(item, Edited::Absent) { Edited::Null } else { item });
    }
}

impl<T: Structured> Reader<T> for Objects {
    type One<'a> = Option<&'a T>;
    type Many<'a> = &'a [T];
    type OwnedOne = Option<T>;
    type OwnedMany = Vec<T>;

    fn one(record: &Record, slot: u16) -> Option<&T> {
        record.object(slot)
    }

    fn many(record: &Record, slot: u16) -> &[T] {
        record.list(slot)
    }

    fn take_one(record: &mut Record, slot: u16) -> Option<T> {
        let value = record.take_object(slot);
        record.unset_fitting(slot, |_| false);
        value
    }

    fn take_many(record: &mut Record, slot: u16) -> Vec<T> {
        record.take_objects(slot)
    }

    fn list(items: impl Iterator<Item = Edited>) -> Edited {
        Edited::Objects(Arc::new(items.map(into_object::<T>).collect::<Vec<T>>()))
    }

    fn push(record: &mut Record, slot: u16, item: Edited) {
        if let Some(list) = record.objects_mut(slot) {
            list.push(into_object::<T>(item));
        }
    }
}

impl<T: Structured> ItemType for T {
    type Reader = Objects;
}

impl<T: Structured> PropertyType for OneOrMany<T> {
    type Ref<'a> = Option<&'a Self>;
    type Owned = Option<Self>;

    fn get(record: &Record, slot: u16) -> Option<&Self> {
        record.one_or_many(slot)
    }

    fn take(record: &mut Record, slot: u16) -> Option<Self> {
        let value = record.one_or_many(slot).cloned();
        record.unset_fitting(slot, |_| value.is_some());
        value
    }
}

macro_rules! primitives {
    ($($ty:ty as $primitive:ident),+ $(,)?) => {$(
        impl ItemType for $ty {
            type Reader = Primitives;
        }
        impl Owned for $ty {
            const PRIMITIVE: odatype_table::Primitive = odatype_table::Primitive::$primitive;

            type Borrowed<'a> = Self;

            fn owned(borrowed: Self) -> Self {
                borrowed
            }
        }
    )+};
}
primitives! {
    bool as Boolean, u8 as Byte, i8 as SByte, i16 as Int16, i32 as Int32, i64 as Int64, f32 as Single, f64 as Double,
    Binary as Binary, Date as Date, DateTimeOffset as DateTimeOffset, Decimal as Decimal, Duration as Duration,
    Guid as Guid, TimeOfDay as TimeOfDay,
}

impl<E: Enumeration> Owned for E {
    type Borrowed<'a> = Self;

    fn owned(borrowed: Self) -> Self {
        borrowed
    }
}

impl ItemType for String {
    type Reader = Primitives;
}

impl Owned for String {
    type Borrowed<'a> = &'a str;

    fn owned(borrowed: &str) -> Self {
        borrowed.to_owned()
    }
}

impl ItemType for Untyped {
    type Reader = Primitives;
}

/// What is taken out of an untyped property is its JSON text.
impl Owned for Untyped {
    const PRIMITIVE: odatype_table::Primitive = odatype_table::Primitive::Untyped;

    type Borrowed<'a> = Json<'a>;

    fn owned(borrowed: Json<'_>) -> Self {
        Self::new(borrowed.text())
    }
}
