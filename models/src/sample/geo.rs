//! Geographies and geometries.
//!
//! Source: RFC 7946, section 3.1.

use proptest::{collection::vec, strategy::Strategy};

use super::chance::Texts;

/// JSON texts of the `GeoJSON` type `kind`; of any, if none is given.
pub(super) fn shapes(kind: Option<&str>) -> Vec<Texts> {
    let all = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"];
    all.into_iter().filter(|name| kind.is_none_or(|kind| kind == *name)).map(shape).collect()
}

fn shape(kind: &'static str) -> Texts {
    if kind == "GeometryCollection" {
        let inner = vec(shape("Point"), 0..3);
        return inner.prop_map(move |all| format!(r#"{{"type":"{kind}","geometries":[{}]}}"#, all.join(","))).sboxed();
    }
    let coordinates = match kind {
        "Point" => position(),
        "MultiPoint" => several(position(), 0),
        "LineString" => several(position(), 2),
        "MultiLineString" => several(several(position(), 2), 0),
        "Polygon" => several(ring(), 1),
        _ => several(several(ring(), 1), 0),
    };
    coordinates.prop_map(move |all| format!(r#"{{"type":"{kind}","coordinates":{all}}}"#)).sboxed()
}

/// Degrees east and north.
fn position() -> Texts {
    (-180..=180, -90..=90).prop_map(|(east, north)| format!("[{east},{north}]")).sboxed()
}

/// A line that ends where it began.
fn ring() -> Texts {
    let closed = |(first, second, third): (String, String, String)| format!("[{first},{second},{third},{first}]");
    (position(), position(), position()).prop_map(closed).sboxed()
}

fn several(one: Texts, least: usize) -> Texts {
    vec(one, least..=least + 2).prop_map(|all| format!("[{}]", all.join(","))).sboxed()
}
