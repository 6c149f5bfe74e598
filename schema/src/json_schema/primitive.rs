//! The JSON shapes of primitive values.
//!
//! Source: OData JSON 4.01, section 7.1 (primitive values); numbers beyond what JSON numbers can express come as strings.

use serde_json::{Value, json};

use super::pattern;
use crate::model::Primitive;

/// The largest finite 32-bit float, as a 64-bit one.
const SINGLE_MAX: f64 = 3.402_823_466_385_288_6e38;

/// What is written in place where the type is used: the types whose schema is shorter than a reference to it, and those
/// that allow anything. `None` for a type with a definition.
pub(super) fn inline(primitive: Primitive) -> Option<Value> {
    use Primitive as P;
    match primitive {
        P::String => Some(json!({ "type": "string" })),
        P::Boolean => Some(json!({ "type": "boolean" })),
        P::Stream
        | P::Untyped
        | P::PrimitiveType
        | P::ComplexType
        | P::EntityType
        | P::AnnotationPath
        | P::AnyPropertyPath
        | P::ModelElementPath
        | P::NavigationPropertyPath
        | P::PropertyPath => Some(json!({})),
        _ => None,
    }
}

/// The definition of a primitive type. Each has a title and, for text forms, an example, which messages quote.
pub(super) fn definition(primitive: Primitive) -> Value {
    use Primitive as P;
    let mut schema = match primitive {
        P::Byte => whole(0, 255),
        P::SByte => whole(-128, 127),
        P::Int16 => whole(i16::MIN.into(), i16::MAX.into()),
        P::Int32 => whole(i32::MIN.into(), i32::MAX.into()),
        P::Int64 => int64(),
        P::Decimal => json!({ "type": ["number", "string"], "pattern": pattern::DECIMAL, "examples": [12.5, "12.5"] }),
        P::Double => json!({ "type": ["number", "string"], "pattern": pattern::FLOAT, "examples": [1.5, "INF"] }),
        P::Single => json!({
            "type": ["number", "string"], "minimum": -SINGLE_MAX, "maximum": SINGLE_MAX, "pattern": pattern::FLOAT,
            "examples": [1.5, "INF"],
        }),
        P::Binary => text(pattern::BINARY, "T0RhdGE"),
        P::Date => text(&pattern::date(), "2026-01-31"),
        P::DateTimeOffset => text(&pattern::date_time_offset(), "2026-01-31T23:59:59Z"),
        P::TimeOfDay => text(&pattern::time_of_day(), "23:59:59"),
        P::Duration => text(&pattern::duration(), "PT1H30M"),
        P::Guid => text(pattern::GUID, "01234567-89ab-cdef-0123-456789abcdef"),
        other if is_geo(other) => json!({
            "type": "object", "required": ["type"], "properties": { "type": { "type": "string" } },
            "examples": [{ "type": "Point", "coordinates": [142.1, 64.1] }],
        }),
        other => inline(other).unwrap_or_else(|| json!({})),
    };
    schema["title"] = json!(format!("Edm.{}", primitive.name()));
    schema
}

/// Whether the type is a geography or a geometry, whose values are GeoJSON objects.
fn is_geo(primitive: Primitive) -> bool {
    primitive.name().starts_with("Geo")
}

fn whole(minimum: i64, maximum: i64) -> Value {
    json!({ "type": "integer", "minimum": minimum, "maximum": maximum })
}

fn int64() -> Value {
    let mut schema = whole(i64::MIN, i64::MAX);
    schema["type"] = json!(["integer", "string"]);
    schema["pattern"] = json!(pattern::integer_between(i64::MIN, i64::MAX));
    schema["examples"] = json!([12, "12"]);
    schema
}

fn text(pattern: &str, example: &str) -> Value {
    json!({ "type": "string", "pattern": pattern, "examples": [example] })
}
