//! Assertions on payloads, for tests: what a failed one prints is a [`Report`]'s, or one like it.
#![expect(clippy::panic, reason = "this is how tests fail")]

mod differing;
mod json_text;

use std::fmt;

use super::{Decode, Encode};
use crate::{decode, error::Error, finding::Report};
use differing::{Sides, difference};
pub use json_text::JsonText;

/// Asserts that a payload is valid, by the strict profile: that it may be sent.
///
/// The first argument is the type, which is one that can be validated ([`Validate`](crate::validate::Validate)): a
/// generated one, or a [`Collection`](crate::Collection) of one. The second is JSON text (`&str`, `String`, `&[u8]`,
/// `Vec<u8>`), a [`serde_json::Value`](crate::serde_json::Value), a [`Json`](crate::Json), or a value of a generated
/// type. As with [`assert!`], a message may follow.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::graph::{Call, actions::call::Mute};
/// odatype::assert_valid!(Call, r#"{"subject": "Lunch"}"#);
/// odatype::assert_valid!(Mute, odatype::serde_json::json!({"clientContext": "c"}), "of participant {}", 1);
/// # }
/// ```
///
/// # Panics
/// If something was found. The message is the [`Report`]: with the feature `report` the payload's lines with the places
/// marked.
#[cfg(feature = "validate")]
#[macro_export]
macro_rules! assert_valid {
    ($type:ty, $json:expr $(,)?) => {
        $crate::assert_valid!($type, $json, "the payload is no valid {}", ::core::stringify!($type))
    };
    ($type:ty, $json:expr, $($message:tt)+) => {{
        #[allow(unused_imports, reason = "a type may have a method of that name")]
        use $crate::__private::JsonText as _;
        $crate::__private::assert_valid::<$type>(
            &($json).odatype_json_text(),
            ::core::format_args!($($message)+),
        )
    }};
    ($($other:tt)*) => {
        ::core::compile_error!("expected a type and its JSON, and perhaps a message: `assert_valid!(Call, json)`")
    };
}

/// Asserts that reading a payload and writing it again loses nothing: what is written is the same JSON, members in any
/// order and numbers in any spelling.
///
/// The first argument is the type, which is one that can be decoded and encoded; the second as in [`assert_valid!`]. A
/// message may follow.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::graph::Call;
/// odatype::assert_round_trip!(Call, r#"{"somethingNew": [1e2, null], "subject": null}"#);
/// # }
/// ```
///
/// # Panics
/// If the payload cannot be read, or if something is lost: the message says each place where what was read differs from
/// what was written, and both values.
#[macro_export]
macro_rules! assert_round_trip {
    ($type:ty, $json:expr $(,)?) => {
        $crate::assert_round_trip!($type, $json, "the payload does not survive a round trip through {}", ::core::stringify!($type))
    };
    ($type:ty, $json:expr, $($message:tt)+) => {{
        #[allow(unused_imports, reason = "a type may have a method of that name")]
        use $crate::__private::JsonText as _;
        $crate::__private::assert_round_trip::<$type>(
            &($json).odatype_json_text(),
            ::core::format_args!($($message)+),
        )
    }};
    ($($other:tt)*) => {
        ::core::compile_error!("expected a type and its JSON, and perhaps a message: `assert_round_trip!(Call, json)`")
    };
}

/// Asserts that two JSON values are the same: members in any order, numbers in any spelling, digit by digit.
///
/// Each is JSON text, a [`serde_json::Value`](crate::serde_json::Value), a [`Json`](crate::Json), or a value of a
/// generated type, which is its JSON. A message may follow.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Structured, graph::Call};
/// let call = Call::new().with(Call::SUBJECT, "Lunch");
/// odatype::assert_json_eq!(call, r#"{ "subject": "Lunch" }"#);
/// # }
/// ```
///
/// # Panics
/// If one is no JSON, or they differ: the message says each place, as a JSON pointer, and both values.
#[macro_export]
macro_rules! assert_json_eq {
    ($left:expr, $right:expr $(,)?) => {
        $crate::assert_json_eq!($left, $right, "the JSON differs")
    };
    ($left:expr, $right:expr, $($message:tt)+) => {{
        #[allow(unused_imports, reason = "a type may have a method of that name")]
        use $crate::__private::JsonText as _;
        $crate::__private::assert_json_eq(
            &($left).odatype_json_text(),
            &($right).odatype_json_text(),
            ::core::format_args!($($message)+),
        )
    }};
    ($($other:tt)*) => {
        ::core::compile_error!("expected two JSON values, and perhaps a message: `assert_json_eq!(left, right)`")
    };
}

/// For [`assert_valid!`].
///
/// # Panics
/// If the payload is not valid.
#[cfg(feature = "validate")]
#[track_caller]
pub fn assert_valid<T: super::validate::Validate>(json: &[u8], message: fmt::Arguments<'_>) {
    if let Err(report) = T::check_json(json, odatype_table::Profile::Strict) {
        panic!("{message}\n{report:?}");
    }
}

/// For [`assert_round_trip!`].
///
/// # Panics
/// If the payload cannot be read or something of it is lost.
#[track_caller]
pub fn assert_round_trip<T: Decode + Encode>(json: &[u8], message: fmt::Arguments<'_>) {
    let value = T::decode(json).unwrap_or_else(|error| refuse(error, "payload", message));
    let written = value.encode();
    is_same([("read", json), ("written", &written)], message);
}

/// For [`assert_json_eq!`].
///
/// # Panics
/// If the two differ.
#[track_caller]
pub fn assert_json_eq(left: &[u8], right: &[u8], message: fmt::Arguments<'_>) {
    is_same([("left", left), ("right", right)], message);
}

#[track_caller]
fn is_same(sides: [(&'static str, &[u8]); 2], message: fmt::Arguments<'_>) {
    let text = |(name, json)| decode::utf8(json).unwrap_or_else(|error| refuse(error, name, message));
    let sides = Sides { names: sides.map(|(name, _)| name), texts: sides.map(text) };
    match difference(&sides) {
        Ok(None) => {}
        Ok(Some(differing)) => panic!("{message}\n{differing}"),
        Err((name, error)) => refuse(error, name, message),
    }
}

/// Fails since what is called `name` could not be read.
#[track_caller]
fn refuse(error: Error, name: &'static str, message: fmt::Arguments<'_>) -> ! {
    match error.try_into_findings() {
        Ok(findings) => panic!("{message}\n{:?}", Report::new(findings).with_name(name)),
        Err(error) => panic!("{message}\n{name}: {error}"),
    }
}

#[cfg(all(feature = "validate", not(feature = "report")))]
#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use crate::{ServiceError, ServiceErrorBody};

    fn printed(assertion: impl FnOnce()) -> String {
        *catch_unwind(AssertUnwindSafe(assertion)).unwrap_err().downcast::<String>().unwrap()
    }

    #[test]
    fn plain_text_says_all() {
        crate::assert_valid!(ServiceErrorBody, r#"{"code": "1"}"#);
        crate::assert_json_eq!(serde_json::json!({"b": 1, "a": [2.0]}), r#"{"a":[20e-1],"b":1}"#);
        for (printed, expected) in [
            (
                printed(|| crate::assert_valid!(ServiceErrorBody, &String::from(r#"{"code": 1}"#))),
                "the payload is no valid ServiceErrorBody\n\
                 payload:1:10: /code: expected a string, found 1 (type: Edm.String of odata.error/code)",
            ),
            (
                printed(|| crate::assert_round_trip!(ServiceError, b"{\"error\": []}", "error {}", 1)),
                "error 1\npayload:1:11: /error: expected an object, found [] (type: odata.error of odata.errorResponse/error)",
            ),
            (
                printed(|| crate::assert_json_eq!("{\"a\":[1]}", &b"{\"a\":[2,3]}"[..])),
                "the JSON differs\n/a/0: left has 1 (1:7), right has 2 (1:7)\n/a/1: only right has 3 (1:9)",
            ),
            (
                printed(|| crate::assert_json_eq!("1", "")),
                "the JSON differs\nright:1:1: expected JSON, found none here: the text ends before the value does (syntax: RFC 8259)",
            ),
        ] {
            assert_eq!(printed, expected);
        }
    }
}
