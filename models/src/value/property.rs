//! What may be put into a property.

use super::{Json, OneOrMany, Structured, Untyped};
use crate::{
    edm::{self, Binary, Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
    node::Edited,
};

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
    Date => Text(value => edm::date_text(value)),
    DateTimeOffset => Text(value => edm::date_time_offset_text(value)),
    TimeOfDay => Text(value => edm::time_text(value)),
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
