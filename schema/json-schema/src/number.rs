//! Exact decimals as JSON numbers, which are 64-bit integers or floats.

use odatype_json::Exact;
use serde_json::{Number, Value};

/// Where whole numbers stop being floats each.
const TWO_TO_53: f64 = 9_007_199_254_740_992.0;

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Low,
    High,
}

/// The greatest whole number that is not above `number`, those of more than 127 bits as the last one that is not.
pub(crate) fn floor(number: &Exact<'_>) -> i128 {
    let mut digits = number.digits();
    let mut size: i128 = 0;
    for _ in 0..number.whole_digits().min(40) {
        let digit = digits.next().map_or(0, |digit| i128::from(digit - b'0'));
        size = size.saturating_mul(10).saturating_add(digit);
    }
    match number.is_negative() {
        true if number.is_integer() => -size,
        true => (-size).saturating_sub(1),
        false => size,
    }
}

/// The outermost whole number within a bound.
pub(crate) fn innermost(bound: &Exact<'_>, is_exclusive: bool, end: End) -> i128 {
    let floor = floor(bound);
    let is_whole = bound.is_integer();
    match end {
        End::Low if is_whole && !is_exclusive => floor,
        End::Low => floor.saturating_add(1),
        End::High if is_whole && is_exclusive => floor.saturating_sub(1),
        End::High => floor,
    }
}

/// `number` exactly as a JSON integer, if 64 bits have room for it.
pub(crate) fn integer(number: i128) -> Option<Value> {
    let signed = i64::try_from(number).ok().map(Value::from);
    signed.or_else(|| u64::try_from(number).ok().map(Value::from))
}

/// The bound written as `text` as a JSON number that excludes nothing which the bound does not. Whoever reads numbers
/// as floats rounds a value and its bound alike, so the nearest float is right, but not beside whole numbers, which are
/// read exactly up to 64 bits.
pub(crate) fn bound(text: &str, end: End) -> Option<Value> {
    let exact = Exact::parse(text)?;
    let whole = floor(&exact);
    if exact.is_integer()
        && let Some(value) = integer(whole)
    {
        return Some(value);
    }
    let float: f64 = text.parse().ok()?;
    if float.abs() >= TWO_TO_53
        && let Some(value) = integer(if end == End::Low { whole } else { whole.saturating_add(1) })
    {
        return Some(value);
    }
    // A bound that no float reaches is none where it is far outside; otherwise no number is within.
    let float = match end {
        End::Low if float == f64::NEG_INFINITY => return None,
        End::High if float == f64::INFINITY => return None,
        _ => float.clamp(f64::MIN, f64::MAX),
    };
    Number::from_f64(float).map(Value::Number)
}

/// A scalar of the table as a value: whole numbers exactly as far as 64 bits go, others as the nearest float.
pub(crate) fn scalar(text: &str) -> Option<Value> {
    match Exact::parse(text) {
        Some(exact) if exact.is_integer() => integer(floor(&exact)).or_else(|| serde_json::from_str(text).ok()),
        _ => serde_json::from_str(text).ok(),
    }
}

/// A positive number as a divisor that floats divide by exactly, and up to which absolute value they do: whole numbers,
/// and fractions that are a few binary digits long.
pub(crate) fn divisor(text: &str) -> Option<(Value, u64)> {
    // One less than where floats begin to round to their neighbours.
    const WHOLE: u64 = (1 << 53) - 1;
    const BROKEN: u64 = 1 << 40;
    let exact = Exact::parse(text)?;
    if exact.is_integer() {
        let value = floor(&exact);
        return (1..=i128::from(WHOLE)).contains(&value).then(|| integer(value)).flatten().map(|value| (value, WHOLE));
    }
    let float: f64 = text.parse().ok()?;
    let written = format!("{float:.10}");
    // Ten digits after the point show ten binary ones exactly.
    let is_short = (float * 1024.0).fract() == 0.0 && float < 1_048_576.0;
    let is_same = Exact::parse(&written).is_some_and(|written| written == exact);
    (is_short && is_same).then(|| Number::from_f64(float)).flatten().map(|number| (Value::Number(number), BROKEN))
}

/// A whole number that is a power of two or ten, as the float that it is.
#[expect(clippy::cast_precision_loss, reason = "up to 10^19 the powers of ten are floats each")]
pub(crate) fn float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use odatype_json::Exact;
    use serde_json::json;

    use super::{End, bound, divisor, innermost, scalar};

    #[test]
    fn bounds_never_exclude_more() {
        for (text, low, high) in [
            ("5", json!(5), json!(5)),
            ("5.0", json!(5), json!(5)),
            ("-9223372036854775808", json!(i64::MIN), json!(i64::MIN)),
            ("18446744073709551615", json!(u64::MAX), json!(u64::MAX)),
            ("9007199254740993", json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_993_u64)),
            ("9007199254740993.5", json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_994_u64)),
            ("-9007199254740993.5", json!(-9_007_199_254_740_994_i64), json!(-9_007_199_254_740_993_i64)),
            ("0.1", json!(0.1), json!(0.1)),
            ("1e30", json!(1e30), json!(1e30)),
        ] {
            assert_eq!((bound(text, End::Low), bound(text, End::High)), (Some(low), Some(high)), "{text}");
        }
        assert_eq!(bound("1e400", End::High), None);
        assert_eq!(bound("1e400", End::Low), Some(json!(f64::MAX)));
        assert_eq!(bound("-1e400", End::Low), None);
    }

    #[test]
    fn whole_numbers_within() {
        for (text, exclusive, low, high) in [
            ("5", false, 5, 5),
            ("5", true, 6, 4),
            ("5.5", false, 6, 5),
            ("5.5", true, 6, 5),
            ("-5.5", false, -5, -6),
            ("-5", true, -4, -6),
            ("1e3", false, 1000, 1000),
            ("0.001", false, 1, 0),
        ] {
            let exact = Exact::parse(text).unwrap();
            let both = (innermost(&exact, exclusive, End::Low), innermost(&exact, exclusive, End::High));
            assert_eq!(both, (low, high), "{text}");
        }
    }

    #[test]
    fn divisors_that_floats_have() {
        for (text, expected) in [
            ("5", Some(json!(5))),
            ("1e1", Some(json!(10))),
            ("0.5", Some(json!(0.5))),
            ("1.25", Some(json!(1.25))),
            ("0.1", None),
            ("0.01", None),
            ("0", None),
            ("1e30", None),
        ] {
            assert_eq!(divisor(text).map(|(value, _)| value), expected, "{text}");
        }
        assert_eq!(scalar("1e2"), Some(json!(100)));
        assert_eq!(scalar("\"a\""), Some(json!("a")));
        assert_eq!(scalar("0.1"), Some(json!(0.1)));
    }
}
