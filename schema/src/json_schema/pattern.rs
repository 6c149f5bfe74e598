//! Regular expressions for the text forms of primitive values, and for tags.
//!
//! Only what ECMA-262 (with the `u` flag) and linear-time engines read alike is used: classes, groups that do not capture,
//! bounded repetition, `^` and `$`.
//!
//! Source: OData ABNF 4.01 (`dateValue`, `dateTimeOffsetValue`, `durationValue`, …), with the leniency that the wire needs.

use std::fmt::Write as _;

use super::digits;

/// `hh:mm`, then perhaps `:ss` with up to twelve fractional digits.
const TIME: &str = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,12})?)?";

/// Groups of four characters, then a last group of two or three, its padding optional.
pub(super) const BINARY: &str = "^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2}(?:==)?|[A-Za-z0-9+/_-]{3}=?)?$";

/// A decimal number as text, the special values included.
pub(super) const DECIMAL: &str = r"^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?|-?INF|NaN)$";

/// The floating-point values that JSON numbers cannot express.
pub(super) const FLOAT: &str = "^(?:-?INF|NaN)$";

/// 8-4-4-4-12 hexadecimal digits.
pub(super) const GUID: &str = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";

/// A day of the proleptic Gregorian calendar: a year of four digits, or five that start with no zero, perhaps negative.
pub(super) fn date() -> String {
    format!("^{}$", day())
}

/// A day, `T`, a time and an offset.
pub(super) fn date_time_offset() -> String {
    format!("^{}[Tt]{TIME}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$", day())
}

/// A time of day.
pub(super) fn time_of_day() -> String {
    format!("^{TIME}$")
}

/// Days, hours, minutes and seconds, each optional, one of them there, and one of the last three after a `T`.
pub(super) fn duration() -> String {
    let seconds = r"[0-9]{1,9}(?:\.[0-9]{1,12})?S";
    let minutes = format!("[0-9]{{1,9}}M(?:{seconds})?");
    let time = format!("T(?:[0-9]{{1,9}}H(?:{minutes}|{seconds})?|{minutes}|{seconds})");
    format!("^[+-]?P(?:[0-9]{{1,9}}D(?:{time})?|{time})$")
}

/// A whole number between the two bounds, with sign and leading zeros if the writer liked; `None` if there is none.
pub(super) fn integer_between(low: i64, high: i64) -> Option<String> {
    let (low, high) = (i128::from(low), i128::from(high));
    let mut forms = Vec::new();
    if high >= 0 && low <= high {
        forms.push(format!(r"\+?0*(?:{})", digits::between(low.max(0).unsigned_abs(), high.unsigned_abs())));
    }
    if low <= 0 && low <= high {
        forms.push(format!("-0*(?:{})", digits::between(high.min(0).unsigned_abs(), low.unsigned_abs())));
    }
    (!forms.is_empty()).then(|| format!("^(?:{})$", forms.join("|")))
}

/// `text` with every character that means something in a pattern escaped.
pub(super) fn escape(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 4);
    for character in text.chars() {
        if r"^$\.*+?()[]{}|/".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

/// `text` in any letter case; only ASCII letters have one.
pub(super) fn any_case(text: &str) -> String {
    let mut pattern = String::with_capacity(4 * text.len());
    for character in text.chars() {
        if character.is_ascii_alphabetic() {
            let (lower, upper) = (character.to_ascii_lowercase(), character.to_ascii_uppercase());
            // Writing to a string does not fail.
            let _ = write!(pattern, "[{lower}{upper}]");
        } else {
            pattern.push_str(&escape(character.encode_utf8(&mut [0; 4])));
        }
    }
    pattern
}

/// A tag: what comes before the last `#`, if anything, then one of the `names`, which are patterns.
pub(super) fn tag(names: &[String]) -> String {
    format!("^(?:[^#]*#)?(?:{})$", names.join("|"))
}

/// A day without anchors. Whether a year is a leap year shows in its last four digits, since 400 divides 10,000.
fn day() -> String {
    let leap = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
    format!("-?(?:[1-9]?[0-9]{{4}}-(?:{long}|{short}|{february})|[1-9]?{leap}-02-29)")
}
