//! The JSON shapes of primitive values.
//!
//! Source: OData JSON 4.01, section 7.1 (primitive values); numbers beyond what JSON numbers can express come as
//! strings.

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

/// The definition of a primitive type. Each has a title and, for text forms, an example, which messages quote. A
/// `format` is there where whoever checks it refuses nothing that the type has: not for dates, times and durations,
/// which are wider in OData than in RFC 3339.
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
