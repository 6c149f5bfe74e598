//! Numbers and truth values.
//!
//! A number stands for wider ones too. Where a property is of less than 32 bits only its own type does: a literal,
//! which is an `i32` when several types are possible, would not fit.

use super::{Borrowed, IntoProperty};
use crate::{
    edm::{self, Decimal},
    node::Edited,
};

macro_rules! numbers {
    ($($kind:ty { $($ty:ty),+ } $make:expr;)+) => {$($(
        impl IntoProperty<$kind> for $ty {
            fn into_property(self) -> Edited {
                ($make)(self)
            }
        }

        impl IntoProperty<$kind, Borrowed> for &$ty {
            fn into_property(self) -> Edited {
                IntoProperty::<$kind>::into_property(*self)
            }
        }
    )+)+};
}
numbers! {
    bool { bool } Edited::Boolean;
    u8 { u8 } integer;
    i8 { i8 } integer;
    i16 { i16 } integer;
    i32 { i32, i16, u16, i8, u8 } integer;
    i64 { i64, i32, u32, i16, u16, i8, u8 } integer;
    f32 { f32 } single;
    f64 { f64, f32, i32, u32, i16, u16, i8, u8 } double;
    Decimal { i32, i64, u32, u64, i16, u16, i8, u8 } integer;
    Decimal { f64, f32 } double;
}

fn integer(value: impl std::fmt::Display) -> Edited {
    Edited::Number(value.to_string().into())
}

fn single(value: f32) -> Edited {
    if value.is_finite() { Edited::Number(format!("{value:?}").into()) } else { double(value) }
}

fn double(value: impl Into<f64>) -> Edited {
    match edm::float_text(value.into()) {
        Ok(number) => Edited::Number(number.into()),
        Err(text) => Edited::Text(text.into()),
    }
}

impl IntoProperty<Decimal> for Decimal {
    fn into_property(self) -> Edited {
        let text = self.as_str();
        // What no JSON reader takes for a number is written as a string, which OData allows for decimals.
        let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
        if is_number { Edited::Number(text.into()) } else { Edited::Text(text.into()) }
    }
}

impl IntoProperty<Decimal, Borrowed> for &Decimal {
    fn into_property(self) -> Edited {
        self.clone().into_property()
    }
}
