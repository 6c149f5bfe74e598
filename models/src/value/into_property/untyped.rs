//! What an untyped property and a dynamic member may hold: anything that has a form in JSON.

use std::sync::Arc;

use super::{Borrowed, Given, IntoProperty, Items};
use crate::{
    encode,
    node::Edited,
    value::{Json, Structured, Untyped},
};

impl IntoProperty<Untyped> for serde_json::Value {
    fn into_property(self) -> Edited {
        Edited::Json(self.to_string().into())
    }
}

impl IntoProperty<Untyped, Borrowed> for &serde_json::Value {
    fn into_property(self) -> Edited {
        Edited::Json(self.to_string().into())
    }
}

impl IntoProperty<Untyped> for Json<'_> {
    fn into_property(self) -> Edited {
        Edited::Json(self.text().into())
    }
}

impl IntoProperty<Untyped> for Untyped {
    fn into_property(self) -> Edited {
        self.as_json().into_property()
    }
}

/// An object, which is written with its tag.
impl<T: Structured> IntoProperty<Untyped> for T {
    fn into_property(self) -> Edited {
        json(&Edited::Object(Arc::new(self)))
    }
}

macro_rules! values {
    ($($ty:ty as $kind:ty),+ $(,)?) => {$(
        impl IntoProperty<Untyped> for $ty {
            fn into_property(self) -> Edited {
                json(&IntoProperty::<$kind, Given>::into_property(self))
            }
        }
    )+};
}
values!(&str as String, String as String, bool as bool, i32 as i32, i64 as i64, f64 as f64);

// Not of whatever iterates: an `Option` does.
macro_rules! arrays {
    ($([$($parameters:tt)*] $ty:ty),+ $(,)?) => {$(
        impl<By, T: IntoProperty<Untyped, By>, $($parameters)*> IntoProperty<Untyped, Items<By>> for $ty {
            fn into_property(self) -> Edited {
                json(&Edited::List(self.into_iter().map(IntoProperty::into_property).collect()))
            }
        }
    )+};
}
arrays!([] Vec<T>, [const N: usize] [T; N]);

/// A value as its JSON text.
fn json(value: &Edited) -> Edited {
    Edited::Json(encode::value_text(value).into())
}
