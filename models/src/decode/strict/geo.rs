//! Geographies and geometries.
//!
//! Source: OData JSON 4.01, section 7.1; RFC 7946, section 3.1.

use odatype_json::{Span, tree};
use odatype_table::Primitive;

use crate::{
    decode::{Decoder, Path},
    finding::{Expected, Rule},
};

impl Decoder<'_> {
    /// The `GeoJSON` object at `span` as a value of `primitive`.
    pub(in crate::decode) fn check_geo(&mut self, primitive: Primitive, span: Span, path: &Path<'_>) {
        let fits = tree::parse(self.reader.slice(span)).is_ok_and(|value| is_geo(&value, primitive.geo_type()));
        if !fits {
            let kind = primitive.geo_type().unwrap_or("geometry");
            let expected = format!("a GeoJSON {kind} with its coordinates");
            self.find(path, span, Rule::Type, Expected::Text(expected.into()));
        }
    }
}

/// Whether `value` is a `GeoJSON` object of the type `wanted`, or of any.
pub(super) fn is_geo(value: &tree::Value<'_>, wanted: Option<&str>) -> bool {
    let Some(kind) = value.get("type").and_then(tree::Value::as_str) else { return false };
    if wanted.is_some_and(|wanted| wanted != kind) {
        return false;
    }
    let coordinates = |depth| value.get("coordinates").is_some_and(|value| is_nested(value, depth));
    match kind {
        "Point" => coordinates(0),
        "MultiPoint" | "LineString" => coordinates(1),
        "MultiLineString" | "Polygon" => coordinates(2),
        "MultiPolygon" => coordinates(3),
        "GeometryCollection" => match value.get("geometries").map(|value| &value.kind) {
            Some(tree::Kind::Array(items)) => items.iter().all(|item| is_geo(item, None)),
            _ => false,
        },
        _ => false,
    }
}

/// Whether `value` is a position, in arrays `depth` deep.
fn is_nested(value: &tree::Value<'_>, depth: usize) -> bool {
    let tree::Kind::Array(items) = &value.kind else { return false };
    match depth.checked_sub(1) {
        Some(depth) => items.iter().all(|item| is_nested(item, depth)),
        None => items.len() >= 2 && items.iter().all(|item| matches!(item.kind, tree::Kind::Number(_))),
    }
}

#[cfg(test)]
mod tests {
    use odatype_json::tree;

    use super::is_geo;

    #[test]
    fn shapes() {
        for (json, wanted, expected) in [
            (r#"{"type":"Point","coordinates":[1,2]}"#, Some("Point"), true),
            (r#"{"type":"Point","coordinates":[1,2,3]}"#, None, true),
            (r#"{"type":"Point","coordinates":[1]}"#, None, false),
            (r#"{"type":"Point","coordinates":[[1,2]]}"#, None, false),
            (r#"{"type":"Point","coordinates":["1","2"]}"#, None, false),
            (r#"{"type":"Point"}"#, None, false),
            (r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, Some("Point"), false),
            (r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, Some("LineString"), true),
            (r#"{"type":"MultiPoint","coordinates":[]}"#, None, true),
            (r#"{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}"#, None, true),
            (r#"{"type":"MultiPolygon","coordinates":[[[[1,2]]]]}"#, None, true),
            (r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#, None, true),
            (r#"{"type":"GeometryCollection","geometries":[5]}"#, None, false),
            (r#"{"type":"Circle","coordinates":[1,2]}"#, None, false),
            ("[]", None, false),
        ] {
            assert_eq!(is_geo(&tree::parse(json).unwrap(), wanted), expected, "{json}");
        }
    }
}
