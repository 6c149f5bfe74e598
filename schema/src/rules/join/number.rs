//! Constants of annotations as the texts that they are on the wire.

use std::borrow::Cow;

use odatype_json::Exact;
use odatype_table::{Family, Primitive, literal};
use serde_json::Value;

use crate::rules::subject::is_number;

/// The text of `value` as a value of `primitive`, without quotes; `None` if it is no value of it.
pub(super) fn text(primitive: Primitive, value: &Value) -> Option<String> {
    if is_number(primitive) {
        return numeric(primitive, value);
    }
    match (primitive, value) {
        (Primitive::Boolean, Value::Bool(value)) => Some(value.to_string()),
        (Primitive::Boolean, Value::String(text)) if text == "true" || text == "false" => Some(text.clone()),
        (_, Value::String(text)) if literal::is_text(primitive, text) => Some(text.clone()),
        _ => None,
    }
}

/// The JSON scalar for `text`, a value of `primitive`.
pub(super) fn scalar(primitive: Primitive, text: &str) -> String {
    let is_bare = primitive == Primitive::Boolean || (is_number(primitive) && !literal::is_special(text));
    if is_bare { text.to_owned() } else { Value::from(text).to_string() }
}

/// The text that a JSON scalar stands for: without quotes and escapes.
pub(super) fn unquoted(scalar: &str) -> String {
    serde_json::from_str::<String>(scalar).unwrap_or_else(|_| scalar.to_owned())
}

/// A number, also one that is written as text.
fn numeric(primitive: Primitive, value: &Value) -> Option<String> {
    let written: Cow<'_, str> = match value {
        Value::Number(number) => number.to_string().into(),
        Value::String(text) => text.as_str().into(),
        _ => return None,
    };
    if literal::is_special(&written) {
        return literal::is_text(primitive, &written).then(|| written.into_owned());
    }
    let text = plain(primitive, &written)?;
    literal::is_number(primitive, &text).then_some(text)
}

/// `written` as JSON has it: no plus, no zeros before it, and of an integer type no fraction and no exponent.
fn plain(primitive: Primitive, written: &str) -> Option<String> {
    /// What has more digits is no value of an integer type.
    const MOST: i64 = 20;
    let exact = Exact::parse(written)?;
    let is_integer = matches!(primitive.family(), Family::Integer | Family::WideInteger);
    if is_integer && exact.is_integer() && exact.point() <= MOST {
        let mut text = String::from(if exact.is_negative() { "-" } else { "" });
        text.extend(exact.digits().map(char::from));
        let zeros = exact.whole_digits().saturating_sub(exact.significant_digits());
        text.extend((0..zeros).map(|_| '0'));
        if exact.is_zero() {
            text.push('0');
        }
        return Some(text);
    }
    let unsigned = written.strip_prefix(['+', '-']).unwrap_or(written);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let zeros = unsigned.bytes().take(digits.saturating_sub(1)).take_while(|byte| *byte == b'0').count();
    let sign = if written.starts_with('-') { "-" } else { "" };
    Some(format!("{sign}{}", unsigned.get(zeros..)?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_as_json_has_them() {
        for (primitive, value, expected) in [
            (Primitive::Int32, json!(100.0), Some("100")),
            (Primitive::Int32, json!("+007"), Some("7")),
            (Primitive::Int32, json!("1e2"), Some("100")),
            (Primitive::Int32, json!(-0.0), Some("0")),
            (Primitive::Int32, json!(0.5), None),
            (Primitive::Int32, json!(3_000_000_000_u32), None),
            (Primitive::Int64, json!("9223372036854775807"), Some("9223372036854775807")),
            (Primitive::Int64, json!("9223372036854775808"), None),
            (Primitive::Int64, json!("1e99999999999"), None),
            (Primitive::Decimal, json!("0123.450"), Some("123.450")),
            (Primitive::Decimal, json!(0), Some("0")),
            (Primitive::Double, json!("INF"), Some("INF")),
            (Primitive::Int32, json!("INF"), None),
            (Primitive::Date, json!("2026-02-28"), Some("2026-02-28")),
            (Primitive::Date, json!("2026-02-29"), None),
            (Primitive::Boolean, json!("true"), Some("true")),
            (Primitive::Boolean, json!(1), None),
            (Primitive::String, json!("a\"b"), Some("a\"b")),
            (Primitive::String, json!(1), None),
            (Primitive::GeographyPoint, json!("x"), None),
        ] {
            assert_eq!(text(primitive, &value).as_deref(), expected, "{primitive:?} {value}");
        }
        assert_eq!(scalar(Primitive::Double, "INF"), "\"INF\"");
        assert_eq!(scalar(Primitive::Decimal, "1.5"), "1.5");
        assert_eq!(scalar(Primitive::String, "a\"b"), "\"a\\\"b\"");
    }
}
