//! What may be put into a property, and how primitive values are read out of one.

use crate::{
    Json, OneOrMany, Record, Structured, Untyped,
    edm::{self, Binary, Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
    record::{Value, value::Scalar},
};

/// A value that was set.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Edited {
    /// The member is taken away.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number's text.
    Number(Box<str>),
    /// A string.
    Text(Box<str>),
    /// Any JSON text.
    Json(Box<str>),
    /// An object.
    Object(Box<Record>),
    /// An array.
    List(Vec<Edited>),
}

impl Edited {
    /// For generated code: a string.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }
}

/// A value that a property of the type `K` may be set to: `K` itself, what stands for it (`&str` for a `String`, a
/// derived type for its base's enum), [`Null`], or an `Option` of these, whose `None` takes the property away.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{K}` cannot be set to a `{Self}`",
    label = "expected a `{K}`, what stands for it, or `odatype::Null`"
)]
pub trait IntoProperty<K> {
    /// For generated code.
    #[doc(hidden)]
    fn into_property(self) -> Edited;
}

/// Explicit `null`: what a PATCH needs to clear a property. Every setter takes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Null;

impl<K> IntoProperty<K> for Null {
    fn into_property(self) -> Edited {
        Edited::Null
    }
}

/// Nothing takes the property away; in a collection it is null.
#[diagnostic::do_not_recommend]
impl<K, T: IntoProperty<K>> IntoProperty<K> for Option<T> {
    fn into_property(self) -> Edited {
        self.map_or(Edited::Absent, IntoProperty::into_property)
    }
}

/// A structured value stands for itself, and for the tagged enums of its bases.
#[diagnostic::do_not_recommend]
impl<F: Structured, T: Structured + Into<F>> IntoProperty<F> for T {
    fn into_property(self) -> Edited {
        let whole: F = self.into();
        Edited::Object(Box::new(whole.into_record()))
    }
}

#[diagnostic::do_not_recommend]
impl<F: Structured, T: Structured + Into<F>> IntoProperty<OneOrMany<F>> for T {
    fn into_property(self) -> Edited {
        IntoProperty::<F>::into_property(self)
    }
}

impl<T: Structured> IntoProperty<OneOrMany<T>> for OneOrMany<T> {
    fn into_property(self) -> Edited {
        match self {
            Self::One(one) => IntoProperty::<T>::into_property(one),
            Self::Many(many) => Edited::List(many.into_iter().map(IntoProperty::<T>::into_property).collect()),
        }
    }
}

macro_rules! texts {
    ($($ty:ty),+) => {$(
        impl IntoProperty<String> for $ty {
            fn into_property(self) -> Edited {
                Edited::Text(self.into())
            }
        }
    )+};
}
texts!(&str, String, Box<str>, std::borrow::Cow<'_, str>);

impl IntoProperty<String> for &String {
    fn into_property(self) -> Edited {
        Edited::Text(self.as_str().into())
    }
}

macro_rules! displayed {
    ($($ty:ty => $variant:ident ( $value:ident => $text:expr )),+ $(,)?) => {$(
        impl IntoProperty<$ty> for $ty {
            fn into_property(self) -> Edited {
                let $value = self;
                Edited::$variant($text.into())
            }
        }
    )+};
}
displayed! {
    bool => Boolean(value => value),
    u8 => Number(value => value.to_string()),
    i8 => Number(value => value.to_string()),
    i16 => Number(value => value.to_string()),
    i32 => Number(value => value.to_string()),
    i64 => Number(value => value.to_string()),
    Guid => Text(value => value.to_string()),
    Date => Text(value => value.format("%Y-%m-%d").to_string().trim_start_matches('+').to_owned()),
    DateTimeOffset => Text(value => value.format("%Y-%m-%dT%H:%M:%S%.f%:z").to_string().replace("+00:00", "Z").trim_start_matches('+').to_owned()),
    TimeOfDay => Text(value => value.format("%H:%M:%S%.f").to_string()),
    Duration => Text(value => edm::duration_text(value)),
    Binary => Text(value => edm::binary::encode(&value)),
}

impl IntoProperty<Decimal> for Decimal {
    fn into_property(self) -> Edited {
        let text = self.as_str();
        // What no JSON reader takes for a number is written as a string, which OData allows for decimals.
        let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
        if is_number { Edited::Number(text.into()) } else { Edited::Text(text.into()) }
    }
}

impl IntoProperty<Binary> for &[u8] {
    fn into_property(self) -> Edited {
        Edited::Text(edm::binary::encode(self).into())
    }
}

impl IntoProperty<f64> for f64 {
    fn into_property(self) -> Edited {
        match edm::float_text(self) {
            Ok(number) => Edited::Number(number.into()),
            Err(text) => Edited::Text(text.into()),
        }
    }
}

impl IntoProperty<f32> for f32 {
    fn into_property(self) -> Edited {
        if self.is_finite() { Edited::Number(format!("{self:?}").into()) } else { f64::from(self).into_property() }
    }
}

impl IntoProperty<Untyped> for serde_json::Value {
    fn into_property(self) -> Edited {
        Edited::Json(self.to_string().into())
    }
}

impl IntoProperty<Untyped> for Json<'_> {
    fn into_property(self) -> Edited {
        Edited::Json(self.text().into())
    }
}

/// A primitive value that can be read out of a property.
#[doc(hidden)]
pub trait Primitive<'a>: Sized {
    /// The value; `None` for null and for a value of another shape.
    fn read(value: Value<'a>) -> Option<Self>;
}

impl<'a> Primitive<'a> for &'a str {
    #[inline]
    fn read(value: Value<'a>) -> Option<Self> {
        match value.scalar() {
            Scalar::Text(text) => Some(text),
            _ => None,
        }
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
    let (Scalar::Number(text) | Scalar::Text(text)) = value.scalar() else { return None };
    // A fraction of zeros is cut off as text, since a float has not room for every integer of 64 bits.
    let digits = text.split_once('.').filter(|(_, fraction)| fraction.bytes().all(|digit| digit == b'0'));
    let digits = digits.map_or(text, |(whole, _)| whole);
    let integer = digits.parse().ok().or_else(|| crate::decode::whole(text))?;
    T::try_from(integer).ok()
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
                match value.scalar() {
                    Scalar::Number(text) => text.parse().ok(),
                    Scalar::Text("INF") => Some($ty::INFINITY),
                    Scalar::Text("-INF") => Some($ty::NEG_INFINITY),
                    Scalar::Text("NaN") => Some($ty::NAN),
                    _ => None,
                }
            }
        }
    )+};
}
floats!(f32, f64);

impl Primitive<'_> for Decimal {
    fn read(value: Value<'_>) -> Option<Self> {
        match value.scalar() {
            Scalar::Number(text) | Scalar::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

macro_rules! written_as_text {
    ($($ty:ty => $read:expr),+ $(,)?) => {$(
        impl Primitive<'_> for $ty {
            fn read(value: Value<'_>) -> Option<Self> {
                match value.scalar() {
                    Scalar::Text(text) => $read(text),
                    _ => None,
                }
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
