//! The JSON shapes of primitive values.
//!
//! Source: OData JSON 4.01, section 7.1 (primitive values); numbers beyond what JSON numbers can express come as strings.

use odatype_table::{Family, Primitive};
use serde_json::{Value, json};

use crate::{condition, definition, example::example, geo, pattern};

/// Where numbers begin whose nearest 32-bit float is infinite: halfway from the greatest to what would be the next.
const SINGLE_END: f64 = 3.402_823_567_797_336_6e38;

/// What is written in place where the type is used: the types whose schema is shorter than a reference to it, and those
/// that allow anything. `None` for a type with a definition.
pub(crate) fn inline(primitive: Primitive) -> Option<Value> {
    use Primitive as P;
    match primitive {
        P::String => Some(json!({ "type": "string" })),
        P::Boolean => Some(json!({ "type": "boolean" })),
        P::Stream
        | P::Untyped
        | P::AnnotationPath
        | P::AnyPropertyPath
        | P::ModelElementPath
        | P::NavigationPropertyPath
        | P::PropertyPath => Some(json!({})),
        _ => None,
    }
}

/// The definition of a primitive type. Each has a title and, for text forms, an example, which messages quote. A `format` is there
/// where whoever checks it refuses nothing that the type has: not for dates, times and durations, which are wider in OData than in
/// RFC 3339.
pub(crate) fn definition(primitive: Primitive, is_strict: bool) -> Value {
    use Primitive as P;
    let mut schema = match primitive {
        P::Int64 => int64(),
        P::Decimal => number(&json!({ "type": "number" }), pattern::DECIMAL, &either(primitive)),
        P::Double => number(&json!({ "type": "number", "format": "double" }), pattern::FLOAT, &or_infinite(primitive)),
        P::Single => {
            let within = json!({ "type": "number", "format": "float", "minimum": -SINGLE_END, "maximum": SINGLE_END });
            number(&within, pattern::FLOAT, &or_infinite(primitive))
        }
        P::Binary => {
            let mut text = text(primitive, pattern::BINARY);
            text["contentEncoding"] = json!("base64url");
            text
        }
        P::Date => text(primitive, &pattern::date()),
        P::DateTimeOffset => text(primitive, &pattern::date_time_offset()),
        P::TimeOfDay => text(primitive, &pattern::time_of_day()),
        P::Duration => text(primitive, &pattern::duration()),
        P::Guid => {
            let mut text = text(primitive, pattern::GUID);
            text["format"] = json!("uuid");
            text
        }
        P::PrimitiveType if is_strict => any_primitive(),
        other if other.family() == Family::Geo => geo::definition(other, is_strict),
        other => match other.range() {
            Some((least, greatest)) => {
                let mut integer = json!({ "type": "integer", "minimum": least, "maximum": greatest });
                if other == P::Int32 {
                    integer["format"] = json!("int32");
                }
                integer
            }
            None => inline(other).unwrap_or_else(|| json!({})),
        },
    };
    schema["title"] = json!(primitive.qualified_name());
    schema
}

/// Any primitive value; geographies are the only ones that are objects.
fn any_primitive() -> Value {
    let scalar = condition::of_kinds(&["string", "number", "boolean"]);
    condition::by_kind("object", definition::reference("Edm.Geography"), scalar)
}

fn int64() -> Value {
    let range = json!({ "type": "integer", "format": "int64", "minimum": i64::MIN, "maximum": i64::MAX });
    let within = pattern::integer_between(i64::MIN, i64::MAX).unwrap_or_default();
    let mut schema = number(&range, &within, &either(Primitive::Int64));
    schema["anyOf"][1]["allOf"] = json!([{ "pattern": pattern::INT64 }]);
    schema
}

/// A number, or text of that pattern.
fn number(number: &Value, text: &str, examples: &Value) -> Value {
    json!({ "anyOf": [number, { "type": "string", "pattern": text }], "examples": examples })
}

/// Text of a type.
fn text(primitive: Primitive, pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern, "examples": [example(primitive)] })
}

/// A number of the type, and the same as text.
fn either(primitive: Primitive) -> Value {
    json!([example(primitive), primitive.example()])
}

fn or_infinite(primitive: Primitive) -> Value {
    json!([example(primitive), "INF"])
}

#[cfg(test)]
mod tests {
    use odatype_table::{Primitive, literal};

    use super::definition;

    const TEXTS: &[&str] = &[
        "",
        " ",
        "0",
        "-0",
        "+7",
        "007",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "0000000000000000000",
        "00000000000000000001",
        "1.50",
        "1e10",
        "1E-05",
        "+1.5E-3",
        ".5",
        "1.",
        "1e",
        "1e12345",
        "INF",
        "-INF",
        "+INF",
        "NaN",
        "inf",
        "0x1",
        "+-1",
        "0000-01-01",
        "9999-12-31",
        "-0044-03-15",
        "12345-06-30",
        "123456-02-28",
        "123404-02-29",
        "123400-02-29",
        "2024-02-29",
        "2000-02-29",
        "2023-02-29",
        "1900-02-29",
        "2023-13-01",
        "2023-00-01",
        "2023-01-00",
        "2023-04-31",
        "01234-01-01",
        "123-01-01",
        "2023-01-01 ",
        "2026-11-22T17:51+05:30",
        "2026-11-22t17:51:00.123456789012z",
        "2026-11-22T17:51:00-14:00",
        "2026-11-22T23:59:60Z",
        "2026-11-22T23:59:61Z",
        "2026-11-22T17:51:00",
        "2026-11-22T24:00:00Z",
        "2026-11-22T17:51:00.Z",
        "2026-11-22T17:51:00.1234567890123Z",
        "2026-11-22T17:51:00+24:00",
        "00:00",
        "23:59:60.5",
        "24:00",
        "1:00",
        "PT0S",
        "P1D",
        "-P1DT2H3M4.5S",
        "+P1D",
        "p1dt1h",
        "PT22S",
        "P9999999999D",
        "PT0.0000000000001S",
        "PT1H4S",
        "P",
        "PT",
        "P1DT",
        "P1Y",
        "P1M",
        "PT1M1H",
        "PT1.S",
        "PT1.5M",
        "PT1S1S",
        "T0RhdGE",
        "T0RhdGE=",
        "TQ==",
        "TQ",
        "T",
        "TQ=",
        "T0Rh=",
        "_-+/",
        "29362BD4-CD58-4ED0-A206-0E4A33DBB0B6",
        "29362bd4-cd58-4ed0-a206-0e4a33dbb0b6",
        "{29362BD4-CD58-4ED0-A206-0E4A33DBB0B6}",
        "٣",
        "2023-01-01\n",
        "0\n",
    ];

    /// Both the grammar and the pattern say the same of every text.
    #[test]
    fn texts_are_those_of_the_grammar() {
        use Primitive as P;
        for primitive in [
            P::Binary,
            P::Date,
            P::DateTimeOffset,
            P::Decimal,
            P::Double,
            P::Duration,
            P::Guid,
            P::Int64,
            P::Single,
            P::TimeOfDay,
        ] {
            let validator = jsonschema::draft202012::new(&definition(primitive, true)).unwrap();
            for text in TEXTS {
                let is_valid = validator.is_valid(&serde_json::json!(text));
                assert_eq!(is_valid, literal::is_text(primitive, text), "{primitive:?} {text:?}");
            }
        }
    }

    #[test]
    fn numbers_are_those_of_the_grammar() {
        let numbers = [
            "0",
            "-1",
            "127",
            "128",
            "255",
            "256",
            "1.0",
            "1.5",
            "1e2",
            "32768",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "3.4028235e38",
            "3.4028236e38",
            "-3.5e38",
            "1e300",
        ];
        for primitive in Primitive::ALL.iter().filter(|one| one.range().is_some() || one.name() == "Single") {
            let validator = jsonschema::draft202012::new(&definition(*primitive, true)).unwrap();
            for text in numbers {
                let is_valid = validator.is_valid(&serde_json::from_str(text).unwrap());
                // A whole number just below 64 bits is the lowest of them to whoever reads floats.
                let is_rounded = text == "-9223372036854775809" && *primitive == Primitive::Int64;
                assert!(is_rounded || is_valid == literal::is_number(*primitive, text), "{primitive:?} {text}");
            }
        }
    }
}
