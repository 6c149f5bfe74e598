//! Geographies and geometries: GeoJSON objects.
//!
//! Source: OData JSON 4.01, section 7.1; RFC 7946, section 3.1.

use odatype_table::{Family, Primitive};
use serde_json::{Value, json};

use crate::example::example;

/// The geometry types, each with how deep its positions are nested; `None` for the one that has other geometries.
const TYPES: [(&str, Option<usize>); 7] = [
    ("Point", Some(0)),
    ("LineString", Some(1)),
    ("Polygon", Some(2)),
    ("MultiPoint", Some(1)),
    ("MultiLineString", Some(2)),
    ("MultiPolygon", Some(3)),
    ("GeometryCollection", None),
];

/// The definition of a geography or geometry; tolerant, any object with a type.
pub(crate) fn definition(primitive: Primitive, is_strict: bool) -> Value {
    let mut schema = json!({
        "type": "object", "required": ["type"], "properties": { "type": { "type": "string" } },
    });
    if let Some(example) = example(primitive) {
        schema["examples"] = json!([example]);
    }
    if is_strict {
        let names: Vec<&str> = match primitive.geo_type() {
            Some(only) => vec![only],
            None => TYPES.iter().map(|(name, _)| *name).collect(),
        };
        let branches = TYPES.iter().filter(|(name, _)| names.contains(name)).map(|(name, depth)| branch(name, *depth));
        schema["allOf"] = branches.collect();
        schema["properties"]["type"] = json!({ "enum": names });
    }
    schema
}

/// What an object of one type has.
fn branch(name: &str, depth: Option<usize>) -> Value {
    let (member, items) = match depth {
        Some(depth) => {
            ("coordinates", (0..depth).fold(position(), |inner, _| json!({ "type": "array", "items": inner })))
        }
        None => ("geometries", json!({ "type": "array", "items": crate::definition::reference(GEOGRAPHY) })),
    };
    let is = json!({ "required": ["type"], "properties": { "type": { "const": name } } });
    let mut schema = json!({ "if": is });
    schema["then"] = json!({ "required": [member], "properties": { member: items } });
    schema
}

/// The key of the definition that collections of geometries refer to.
const GEOGRAPHY: &str = "Edm.Geography";

/// What the definition of `primitive` refers to.
pub(crate) fn refers_to(primitive: Primitive, is_strict: bool) -> Option<Primitive> {
    let has_others = matches!(
        primitive,
        Primitive::Geography | Primitive::Geometry | Primitive::GeographyCollection | Primitive::GeometryCollection
    );
    let is_any = primitive == Primitive::PrimitiveType;
    (is_strict && (is_any || has_others && primitive.family() == Family::Geo)).then_some(Primitive::Geography)
}

/// At least two numbers.
fn position() -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 2 })
}
