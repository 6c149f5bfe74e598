//! The grammar of primitive values: which texts are values of the built-in types, and which of two values is the
//! greater.
//!
//! Every text that the grammar has is taken, with these differences, which are JSON's or a service's habit:
//!
//! | type | difference |
//! | --- | --- |
//! | `Edm.Binary` | the digits `+` and `/` of plain base64 are read too, and unused bits of the last digit may be set |
//! | `Edm.Single`, `Edm.Double` | as text only `INF`, `-INF` and `NaN`; all other values are JSON numbers |
//! | integers of up to 32 bits | JSON numbers, never text |
//! | `Edm.Duration` | at least one part, and one after `T`, as in the XML Schema type that the grammar refers to |
//! | `Edm.Date` | the day is one that the month has in that year |
//!
//! Source: OData ABNF construction rules 4.01, `primitiveValue`; letters that the grammar does not mark `%s` may have
//! either case.

mod binary;
mod date;
mod digit_run;
mod duration;
mod identity;
mod scan;

use std::cmp::Ordering;

use odatype_json::Exact;

use crate::{Family, Primitive};
pub use date::{Day, Moment, Time, beyond_month};
pub use digit_run::DigitRun;
pub use duration::Length;
pub use identity::Identity;

/// Whether the text of a JSON string is a value of `primitive`.
#[must_use]
pub fn is_text(primitive: Primitive, text: &str) -> bool {
    match primitive {
        Primitive::String => true,
        Primitive::Binary => binary::is_binary(text),
        Primitive::Int64 => is_int64(text),
        Primitive::Decimal => is_special(text) || is_decimal(text),
        Primitive::Single | Primitive::Double => is_special(text),
        Primitive::Date => Day::parse(text).is_some(),
        Primitive::DateTimeOffset => Moment::parse(text).is_some(),
        Primitive::TimeOfDay => Time::parse(text).is_some(),
        Primitive::Duration => Length::parse(text).is_some(),
        Primitive::Guid => is_guid(text),
        _ => false,
    }
}

/// Whether the text of a JSON number is a value of `primitive`. A number with a fraction of zeros is an integer, as in
/// JSON Schema; a reader has seen to it that a 64-bit float has room for it.
#[must_use]
pub fn is_number(primitive: Primitive, text: &str) -> bool {
    match primitive {
        Primitive::Single => is_single(text),
        Primitive::Double | Primitive::Decimal => true,
        _ => primitive.range().is_some_and(|range| is_integer(text, range)),
    }
}

/// Which of two values of `primitive` is the greater: numbers, or texts that [`is_text`] takes. `None` where the type
/// has no order, and for what is no value of it (`NaN` is neither greater nor less than anything).
#[must_use]
pub fn compare(primitive: Primitive, left: &str, right: &str) -> Option<Ordering> {
    match primitive.family() {
        Family::Integer | Family::WideInteger => compare_integers(left, right),
        Family::Float | Family::Decimal => compare_numbers(left, right),
        Family::Literal => Some(Identity::ordered(primitive, left)?.cmp(&Identity::ordered(primitive, right)?)),
        Family::Boolean | Family::Text | Family::Geo | Family::Any => None,
    }
}

/// Integers as they are mostly written are compared as the machine's; `1.0` and `1e3` are integers too.
fn compare_integers(left: &str, right: &str) -> Option<Ordering> {
    match (left.parse::<i64>(), right.parse::<i64>()) {
        (Ok(left), Ok(right)) => Some(left.cmp(&right)),
        _ => Some(Exact::parse(left)?.cmp(&Exact::parse(right)?)),
    }
}

/// Whether two texts are the same value of `primitive`, see [`Identity`].
#[must_use]
pub fn is_same(primitive: Primitive, left: &str, right: &str) -> bool {
    // Most types have an order, which is cheaper asked than what a value is found by is made.
    let is_one = || Identity::of(primitive, left) == Identity::of(primitive, right);
    left == right || compare(primitive, left, right).map_or_else(is_one, Ordering::is_eq)
}

/// The digits of the seconds' fraction in a value of a type that has some, zeros at the end left out.
#[must_use]
pub fn fraction_digits(primitive: Primitive, text: &str) -> Option<u64> {
    let fraction = match primitive {
        Primitive::DateTimeOffset => Moment::parse(text)?.time.fraction,
        Primitive::TimeOfDay => Time::parse(text)?.fraction,
        Primitive::Duration => Length::parse(text)?.fraction,
        _ => return None,
    };
    u64::try_from(fraction.without_trailing_zeros().len()).ok()
}

/// The seconds that a duration, or a time of day since midnight, stands for, as a decimal number's text; `None` for
/// what is no such value, or too long to be counted.
#[must_use]
pub fn seconds(primitive: Primitive, text: &str) -> Option<String> {
    let (sign, seconds, fraction) = match primitive {
        Primitive::Duration => {
            let length = Length::parse(text)?;
            (if length.is_negative { "-" } else { "" }, length.seconds()?, length.fraction)
        }
        Primitive::TimeOfDay => {
            let time = Time::parse(text)?;
            ("", u128::from(time.seconds()), time.fraction)
        }
        _ => return None,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{seconds}{point}{fraction}"))
}

/// Whether `text` is one of the values that JSON has no number for.
#[must_use]
pub fn is_special(text: &str) -> bool {
    matches!(text, "INF" | "-INF" | "NaN")
}

/// Whether `text` is an `Edm.Guid`.
#[must_use]
pub fn is_guid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The value of `text`, an integer of 64 bits: a sign, and up to nineteen digits.
#[must_use]
pub fn int64(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    (digits.len() <= 19).then(|| text.parse().ok()).flatten()
}

/// How many bytes an `Edm.Binary` holds.
#[must_use]
pub fn binary_length(text: &str) -> usize {
    binary::length(text)
}

fn is_int64(text: &str) -> bool {
    int64(text).is_some()
}

fn is_decimal(text: &str) -> bool {
    Exact::parse(text).is_some()
}

/// Whether a number written as `text` is an integer within `range`.
#[inline]
fn is_integer(text: &str, (least, greatest): (i64, i64)) -> bool {
    match text.parse::<i64>() {
        Ok(value) => (least..=greatest).contains(&value),
        Err(_) => is_far_integer(text, least, greatest),
    }
}

/// The same for a number with a fraction, with an exponent, or beyond 64 bits.
#[cold]
fn is_far_integer(text: &str, least: i64, greatest: i64) -> bool {
    let within = |value: Exact<'_>| {
        let (least, greatest) = (least.to_string(), greatest.to_string());
        let bounds = Exact::parse(&least).zip(Exact::parse(&greatest));
        value.is_integer() && bounds.is_some_and(|(least, greatest)| least <= value && value <= greatest)
    };
    Exact::parse(text).is_some_and(within)
}

/// Whether the nearest float of 32 bits to the number `text` is finite: `3.4028235e38`, the shortest text of the
/// greatest one, is a little more than it.
fn is_single(text: &str) -> bool {
    /// Numbers of so many digits are less than the greatest.
    const SURE: usize = f32::MAX_10_EXP as usize;
    let is_plain = text.len() <= SURE && !text.bytes().any(|byte| matches!(byte, b'e' | b'E'));
    is_plain || text.parse::<f32>().is_ok_and(f32::is_finite)
}

fn compare_numbers(left: &str, right: &str) -> Option<Ordering> {
    let infinity = |text: &str| match text {
        "INF" => Some(1),
        "-INF" => Some(-1),
        "NaN" => None,
        _ => Some(0),
    };
    match (infinity(left)?, infinity(right)?) {
        (0, 0) => Some(Exact::parse(left)?.cmp(&Exact::parse(right)?)),
        (left, right) => Some(left.cmp(&right)),
    }
}

#[cfg(test)]
mod tests;
