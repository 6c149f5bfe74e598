//! How primitive values are read out of a property.

use super::Json;
use crate::{
    edm::{self, Binary, Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
    node::{Scalar, Value},
};

/// A primitive value that can be read out of a property.
#[doc(hidden)]
pub trait Primitive<'a>: Sized {
    /// The value; `None` for null and for a value of another shape.
    fn read(value: Value<'a>) -> Option<Self>;
}

impl<'a> Primitive<'a> for &'a str {
    fn read(value: Value<'a>) -> Option<Self> {
        value.text()
    }
}

impl<'a> Primitive<'a> for Json<'a> {
    fn read(value: Value<'a>) -> Option<Self> {
        match value.scalar() {
            Scalar::Json("null") => None,
            Scalar::Json(text) => Some(Json::new(text)),
            _ => None,
        }
    }
}

impl Primitive<'_> for bool {
    fn read(value: Value<'_>) -> Option<Self> {
        match value.scalar() {
            Scalar::Boolean(value) => Some(value),
            _ => None,
        }
    }
}

/// The integer that a number's or string's text stands for.
fn integer<T: TryFrom<i64>>(value: Value<'_>) -> Option<T> {
    T::try_from(edm::integer(value.number().or_else(|| value.text())?)?).ok()
}

macro_rules! integers {
    ($($ty:ty),+) => {$(
        impl Primitive<'_> for $ty {
            fn read(value: Value<'_>) -> Option<Self> {
                integer(value)
            }
        }
    )+};
}
integers!(u8, i8, i16, i32, i64);

macro_rules! floats {
    ($($ty:ident),+) => {$(
        impl Primitive<'_> for $ty {
            fn read(value: Value<'_>) -> Option<Self> {
                if let Some(text) = value.number() {
                    return text.parse().ok();
                }
                match value.text()? {
                    "INF" => Some($ty::INFINITY),
                    "-INF" => Some($ty::NEG_INFINITY),
                    "NaN" => Some($ty::NAN),
                    _ => None,
                }
            }
        }
    )+};
}
floats!(f32, f64);

impl Primitive<'_> for Decimal {
    fn read(value: Value<'_>) -> Option<Self> {
        value.number().or_else(|| value.text())?.parse().ok()
    }
}

macro_rules! written_as_text {
    ($($ty:ty => $read:expr),+ $(,)?) => {$(
        impl Primitive<'_> for $ty {
            fn read(value: Value<'_>) -> Option<Self> {
                $read(value.text()?)
            }
        }
    )+};
}
written_as_text! {
    Guid => |text| Guid::try_parse(text).ok(),
    Date => edm::date,
    DateTimeOffset => edm::date_time_offset,
    TimeOfDay => edm::time_of_day,
    Duration => edm::duration,
    Binary => edm::binary,
}
