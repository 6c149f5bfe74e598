//! Built-in abstract types, untyped places and geographies.
//!
//! Source: CSDL JSON 4.01, sections 3.5 and 3.6; OData JSON 4.01, section 7.1.

use super::case::{BAD, Exact, GOOD, members};
use crate::harness::Trial;

const SCHEMA: &str = r#"
    "wheel": {"$Kind": "ComplexType", "size": {"$Type": "Edm.Byte", "$Nullable": true}},
    "car": {"$Kind": "EntityType", "$Key": ["id"], "id": {}},
    "T": {"$Kind": "ComplexType",
        "any": {"$Type": "Edm.PrimitiveType", "$Nullable": true}, "part": {"$Type": "Edm.ComplexType", "$Nullable": true},
        "entity": {"$Type": "Edm.EntityType", "$Nullable": true},
        "untyped": {"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["Edm.String"]},
        "mixed": {"$Type": "Edm.Untyped", "$Nullable": true, "@V.DerivedTypeConstraint": ["Edm.Int32", "Collection(ns.wheel)"]},
        "many": {"$Type": "Edm.Untyped", "$Collection": true, "@V.DerivedTypeConstraint": ["ns.wheel", "Edm.Boolean"]},
        "point": {"$Type": "Edm.GeographyPoint", "$Nullable": true}, "geo": {"$Type": "Edm.Geography", "$Nullable": true},
        "polygon": {"$Type": "Edm.GeometryPolygon", "$Nullable": true}}"#;

#[test]
fn built_in_abstract_types() {
    members(
        &Trial::of(SCHEMA, ""),
        "ns.T",
        &[
            (r#""any":"x""#, GOOD, Exact),
            (r#""any":5"#, GOOD, Exact),
            (r#""any":{"type":"Point","coordinates":[1,2]}"#, GOOD, Exact),
            (r#""any":{}"#, BAD, Exact),
            (r#""any":[]"#, BAD, Exact),
            (r##""part":{"@odata.type":"#ns.wheel","size":1}"##, GOOD, Exact),
            (r##""part":{"@odata.type":"#ns.wheel","size":256}"##, BAD, Exact),
            (r##""part":{"@odata.type":"#ns.car"}"##, BAD, Exact),
            (r#""part":{}"#, BAD, Exact),
            (r#""part":5"#, BAD, Exact),
            (r#""entity":{"@id":"x"}"#, GOOD, Exact),
            (r##""entity":{"@odata.type":"#ns.car","id":"1"}"##, GOOD, Exact),
            (r##""entity":{"@odata.type":"#ns.car","id":1}"##, BAD, Exact),
            (r#""entity":{"id":"1"}"#, BAD, Exact),
        ],
    );
}

#[test]
fn untyped_places_that_list_types() {
    members(
        &Trial::of(SCHEMA, ""),
        "ns.T",
        &[
            (r#""untyped":"x""#, GOOD, Exact),
            (r#""untyped":5"#, BAD, Exact),
            (r#""untyped":{}"#, BAD, Exact),
            (r#""mixed":5"#, GOOD, Exact),
            (r#""mixed":5.5"#, BAD, Exact),
            (r#""mixed":[{"size":1}]"#, GOOD, Exact),
            (r#""mixed":[{"size":256}]"#, BAD, Exact),
            (r#""mixed":{"size":1}"#, BAD, Exact),
            (r#""many":[{"size":1},true]"#, GOOD, Exact),
            (r#""many":["x"]"#, BAD, Exact),
            (r#""many":[]"#, GOOD, Exact),
        ],
    );
}

#[test]
fn geographies() {
    members(
        &Trial::of(SCHEMA, ""),
        "ns.T",
        &[
            (r#""point":{"type":"Point","coordinates":[1,2]}"#, GOOD, Exact),
            (r#""point":{"type":"Point","coordinates":[1,2,3]}"#, GOOD, Exact),
            (r#""point":{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, BAD, Exact),
            (r#""point":{"type":"Point","coordinates":["1",2]}"#, BAD, Exact),
            (r#""point":{"type":"Point"}"#, BAD, Exact),
            (r#""point":{"coordinates":[1,2]}"#, (false, false), Exact),
            (r#""point":"Point""#, (false, false), Exact),
            (r#""geo":{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, GOOD, Exact),
            (r#""geo":{"type":"Circle","coordinates":[1,2]}"#, BAD, Exact),
            (r#""polygon":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]}"#, GOOD, Exact),
            // Kind and nesting are asked, and that a position has two numbers; not that a ring is closed.
            (r#""polygon":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0]]]}"#, GOOD, Exact),
            (r#""polygon":{"type":"Polygon","coordinates":[[0,0]]}"#, BAD, Exact),
        ],
    );
}

/// Types of which nothing can be an instance: their collections are empty, or have references.
#[test]
fn untyped_places_that_list_abstract_types() {
    let trial = Trial::of(
        r#""thing": {"$Kind": "EntityType", "$Abstract": true, "$Key": ["id"], "id": {}},
        "part": {"$Kind": "ComplexType", "$Abstract": true},
        "T": {"$Kind": "ComplexType",
            "things": {"$Type": "Edm.Untyped", "$Nullable": true, "@V.DerivedTypeConstraint": ["Collection(ns.thing)"]},
            "thing": {"$Type": "Edm.Untyped", "$Nullable": true, "@V.DerivedTypeConstraint": ["ns.thing"]},
            "parts": {"$Type": "Edm.Untyped", "$Nullable": true, "@V.DerivedTypeConstraint": ["ns.part", "Collection(ns.part)"]}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""things":[]"#, GOOD, Exact),
            (r#""things":[{"@id":"x"}]"#, GOOD, Exact),
            (r#""things":[{}]"#, BAD, Exact),
            (r##""things":[{"@odata.type":"#ns.thing"}]"##, BAD, Exact),
            (r#""things":{"@id":"x"}"#, BAD, Exact),
            (r#""thing":{"@id":"x"}"#, GOOD, Exact),
            (r#""thing":[]"#, BAD, Exact),
            (r#""parts":[]"#, GOOD, Exact),
            (r#""parts":[{}]"#, BAD, Exact),
            (r#""parts":{}"#, BAD, Exact),
            (r#""parts":5"#, BAD, Exact),
        ],
    );
}
