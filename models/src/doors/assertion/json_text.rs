//! What has a JSON text.

use std::borrow::Cow;

use serde_json::{Value, value::RawValue};

use crate::{
    doors::{Collection, Encode},
    value::{Json, Structured, Untyped},
};

/// What assertions take for a payload. The method has such a name since it is called on whatever a user has.
pub trait JsonText {
    /// The JSON text.
    fn odatype_json_text(&self) -> Cow<'_, [u8]>;
}

/// Those that have text.
macro_rules! texts {
    ($($type:ty: $text:expr;)+) => {$(
        impl JsonText for $type {
            fn odatype_json_text(&self) -> Cow<'_, [u8]> {
                let text: fn(&Self) -> &[u8] = $text;
                Cow::Borrowed(text(self))
            }
        }
    )+};
}

texts! {
    str: str::as_bytes;
    String: String::as_bytes;
    [u8]: |bytes| bytes;
    Vec<u8>: |bytes| bytes;
    RawValue: |raw| raw.get().as_bytes();
    Json<'_>: |json| json.text().as_bytes();
    Untyped: |untyped| untyped.as_json().text().as_bytes();
}

impl<const N: usize> JsonText for [u8; N] {
    fn odatype_json_text(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(self)
    }
}

impl JsonText for Value {
    /// In lines, so that each finding is on one of its own.
    fn odatype_json_text(&self) -> Cow<'_, [u8]> {
        Cow::Owned(format!("{self:#}").into_bytes())
    }
}

impl<T: Structured> JsonText for T {
    fn odatype_json_text(&self) -> Cow<'_, [u8]> {
        Cow::Owned(self.encode())
    }
}

impl<T: Structured> JsonText for Collection<T> {
    fn odatype_json_text(&self) -> Cow<'_, [u8]> {
        Cow::Owned(self.encode())
    }
}
