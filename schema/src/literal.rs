//! Constants as text and the JSON values that stand for them.

use serde_json::Value;

use crate::model::{Facets, Primitive, QualifiedName, TypeName, TypeRef};

/// A number as JSON: a JSON number where that keeps every digit, else its text.
///
/// Source: CSDL JSON 4.01, sections 14.3.3 (decimal) and 14.3.6 (floating point).
pub(crate) fn number(text: &str) -> Value {
    let plain = text.strip_prefix('+').unwrap_or(text);
    if let Ok(number) = plain.parse::<i64>() {
        return number.into();
    }
    if let Ok(number) = plain.parse::<u64>() {
        return number.into();
    }
    match serde_json::from_str::<serde_json::Number>(plain) {
        Ok(number) if same_digits(&number.to_string(), plain) => Value::Number(number),
        _ => text.into(),
    }
}

/// Whether two decimal texts are one number, judged by their significant digits and exponent.
fn same_digits(left: &str, right: &str) -> bool {
    fn parts(text: &str) -> Option<(bool, String, i64)> {
        let (sign, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let exponent = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_start_matches('0').trim_end_matches('0');
        let zeros = digits.len() - digits.trim_end_matches('0').len();
        if significant.is_empty() {
            return Some((false, String::new(), 0));
        }
        Some((sign, significant.to_owned(), exponent.checked_add(i64::try_from(zeros).ok()?)?))
    }
    parts(left).is_some_and(|left| parts(right) == Some(left))
}

/// `xs:boolean`.
#[cfg(feature = "xml")]
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// A boolean in the letter case of some programming language, or as JSON text or number.
pub(crate) fn meant_boolean(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("true") || text == "1" {
        Some(true)
    } else if is("false") || text == "0" {
        Some(false)
    } else {
        None
    }
}

/// `DefaultValue` of CSDL XML, which is text, as JSON of type `ty`.
#[cfg(feature = "xml")]
pub(crate) fn default_value(text: &str, ty: &TypeRef) -> Value {
    use Primitive::{Boolean, Byte, Decimal, Double, Int16, Int32, Int64, SByte, Single};
    match ty.name {
        TypeName::Primitive(Boolean) if !ty.collection => boolean(text).map_or_else(|| text.into(), Value::Bool),
        TypeName::Primitive(Byte | Decimal | Double | Int16 | Int32 | Int64 | SByte | Single) if !ty.collection => {
            number(text)
        }
        _ => text.into(),
    }
}

/// A type's name, `ns.T` or `Edm.T`. One in namespace `Edm` that is not there is like any that nobody declares: some
/// services write names of OData 3.
pub(crate) fn type_name(text: &str) -> Option<TypeName> {
    if let Some(primitive) = Primitive::parse(text).filter(|_| text.starts_with("Edm.")) {
        return Some(TypeName::Primitive(primitive));
    }
    QualifiedName::parse(text).map(TypeName::Named)
}

/// What stands in for a type that could not be read, so that one mistake gives one fault.
pub(crate) fn unknown_type() -> TypeRef {
    TypeRef { collection: false, name: TypeName::Primitive(Primitive::Untyped), facets: Facets::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_keep_every_digit() {
        for (text, expected) in [
            ("0", json!(0)),
            ("-12", json!(-12)),
            ("+3", json!(3)),
            ("18446744073709551615", json!(18_446_744_073_709_551_615_u64)),
            ("0.1", json!(0.1)),
            ("1.50", json!(1.5)),
            ("1e2", json!(100.0)),
            ("0.1000000000000000055511151231257827", json!("0.1000000000000000055511151231257827")),
            ("123456789012345678901234567890", json!("123456789012345678901234567890")),
            ("INF", json!("INF")),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
