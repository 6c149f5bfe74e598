//! Regular expressions for the text forms of primitive values.
//!
//! Only what ECMA-262 (with the flag `u` or `v`) and linear-time engines read alike is used: classes, in which whatever
//! is no letter or digit is escaped where `v` asks for that, groups that do not capture, bounded repetition, `^` and
//! `$`. Each says what [`odatype_table::literal`] takes.
//!
//! Source: OData ABNF construction rules 4.01, `primitiveValue`.

use std::fmt::Write as _;

use crate::digits;

/// `hh:mm`, then perhaps `:ss` (60 is a leap second) with up to twelve fractional digits.
const TIME: &str = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\.[0-9]{1,12})?)?";

/// Groups of four characters, then a last group of two or three, its padding optional.
pub(crate) const BINARY: &str = r"^(?:[A-Za-z0-9+\/_\-]{4})*(?:[A-Za-z0-9+\/_\-]{2}(?:==)?|[A-Za-z0-9+\/_\-]{3}=?)?$";

/// A decimal number as text, the special values included.
pub(crate) const DECIMAL: &str = r"^(?:[+\-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?|-?INF|NaN)$";

/// The floating-point values that JSON numbers cannot express.
pub(crate) const FLOAT: &str = "^(?:-?INF|NaN)$";

/// 8-4-4-4-12 hexadecimal digits.
pub(crate) const GUID: &str = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";

/// Characters of ASCII only.
pub(crate) const ASCII: &str = r"^[\x00-\x7F]*$";

/// An integer's sign and digits, as many as the grammar has.
pub(crate) const INT64: &str = r"^[+\-]?[0-9]{1,19}$";

/// A day of the proleptic Gregorian calendar: a year of four digits, or more that start with no zero, perhaps negative.
pub(crate) fn date() -> String {
    format!("^{}$", day())
}

/// A day, `T`, a time and an offset.
pub(crate) fn date_time_offset() -> String {
    format!(r"^{}[Tt]{TIME}(?:[Zz]|[+\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$", day())
}

/// A time of day.
pub(crate) fn time_of_day() -> String {
    format!("^{TIME}$")
}

/// Days, hours, minutes and seconds, each optional, one of them there, and one of the last three after a `T`.
pub(crate) fn duration() -> String {
    let seconds = r"[0-9]+(?:\.[0-9]+)?[Ss]";
    let minutes = format!("[0-9]+[Mm](?:{seconds})?");
    let time = format!("[Tt](?:[0-9]+[Hh](?:{minutes}|{seconds})?|{minutes}|{seconds})");
    format!("^-?[Pp](?:[0-9]+[Dd](?:{time})?|{time})$")
}

/// At most `most` digits after the point, zeros at the end not counted, in text with at most one point.
pub(crate) fn fraction(most: u64) -> String {
    format!(r"^[^.]*(?:\.[0-9]{}0*(?:[^0-9.][^.]*)?)?$", up_to(most))
}

/// Decimal text of at most so many digits before and after the point; with an exponent, any.
pub(crate) fn decimal(forms: &[(u64, Option<u64>)]) -> String {
    let forms = forms.iter().map(|(whole, fraction)| {
        let fraction =
            fraction.map_or_else(|| r"(?:\.[0-9]+)?".to_owned(), |most| format!(r"(?:\.[0-9]{}0*)?", up_to(most)));
        format!("0*[0-9]{}{fraction}", up_to(*whole))
    });
    format!(r"^(?:[+\-]?(?:{})|.*[eEIN].*)$", forms.collect::<Vec<_>>().join("|"))
}

/// The repetition of up to `most`; of any number, where that is more than engines count.
fn up_to(most: u64) -> String {
    if most <= 500 { format!("{{0,{most}}}") } else { "*".to_owned() }
}

/// A whole number between the two bounds, with sign and leading zeros if the writer liked; `None` if there is none.
pub(crate) fn integer_between(low: i64, high: i64) -> Option<String> {
    integers(&[(low, high)])
}

/// A whole number within one of the ranges.
pub(crate) fn integers(ranges: &[(i64, i64)]) -> Option<String> {
    let mut forms = Vec::new();
    for (low, high) in ranges.iter().filter(|(low, high)| low <= high) {
        if *high >= 0 {
            let low = (*low).max(0).unsigned_abs();
            forms.push(format!(r"\+?0*(?:{})", digits::between(low.into(), high.unsigned_abs().into())));
        }
        if *low <= 0 {
            let high = (*high).min(0).unsigned_abs();
            forms.push(format!("-0*(?:{})", digits::between(high.into(), low.unsigned_abs().into())));
        }
    }
    (!forms.is_empty()).then(|| format!("^(?:{})$", forms.join("|")))
}

/// `text` with every character that means something in a pattern escaped.
pub(crate) fn escape(text: &str) -> String {
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
pub(crate) fn any_case(text: &str) -> String {
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

/// A day without anchors. Whether a year is a leap year shows in its last four digits, since 400 divides 10,000.
fn day() -> String {
    let more = "(?:[1-9][0-9]*)?";
    let leap = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
    format!("-?(?:{more}[0-9]{{4}}-(?:{long}|{short}|{february})|{more}{leap}-02-29)")
}

#[cfg(test)]
mod tests {
    use super::{decimal, fraction};

    #[test]
    fn more_digits_than_engines_count_are_not_counted() {
        assert_eq!(fraction(500), r"^[^.]*(?:\.[0-9]{0,500}0*(?:[^0-9.][^.]*)?)?$");
        assert_eq!(fraction(501), r"^[^.]*(?:\.[0-9]*0*(?:[^0-9.][^.]*)?)?$");
        assert_eq!(decimal(&[(998, Some(2))]), r"^(?:[+\-]?(?:0*[0-9]*(?:\.[0-9]{0,2}0*)?)|.*[eEIN].*)$");
    }
}
