//! Properties of types that are read out of a document's text.

use super::{ItemType, Reader};
use crate::{
    edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
    node::{Edited, Record},
    value::{Enumeration, Json, Primitive, Untyped, Values, get::is_list},
};

/// Of types that are read out of a document's text.
#[doc(hidden)]
#[derive(Debug)]
pub enum Primitives {}

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
