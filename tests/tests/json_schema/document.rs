//! The documents themselves: valid JSON Schema, whole, with the schema's descriptions.

use odatype::{
    Collection,
    json_schema::{Profile, document},
};
use serde_json::Value;

use super::{
    BOTH, SCHEMA, STRICT, TOLERANT,
    shop::test::shop::{Colour, Item, actions},
};

const TARGETS: &[&str] = &[
    "test.shop.item",
    "test.shop.bag",
    "test.shop.shapes",
    "test.shop.colour",
    "Edm.String",
    "Edm.Date",
    "Collection(test.shop.item)",
    "Collection(Edm.Int64)",
    "test.shop.order(test.shop.item)",
    "test.shop.close",
];

/// Of every target in both profiles, and of the whole schema.
fn all() -> Vec<(String, Value)> {
    let of = |profile: Profile| {
        let one = move |target: &&str| (format!("{target} {profile:?}"), SCHEMA.json_schema(target, profile).unwrap());
        TARGETS.iter().map(one).chain([(format!("all {profile:?}"), SCHEMA.json_schema_of_all(profile))])
    };
    BOTH.into_iter().flat_map(of).collect()
}

#[test]
fn are_valid_draft_2020_12() {
    for (name, document) in all() {
        assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let valid = jsonschema::draft202012::meta::validate(&document);
        assert!(valid.is_ok(), "{name}: {valid:?}");
    }
}

#[test]
fn have_the_definitions_that_are_referred_to() {
    for (name, document) in all() {
        let mut references = Vec::new();
        collect(&document, &mut references);
        references.sort();
        references.dedup();
        for reference in &references {
            assert!(document.pointer(&pointer(reference)).is_some(), "{name}: {reference}");
        }
        let kept = document["$defs"].as_object().map_or(0, serde_json::Map::len);
        if !name.starts_with("all") {
            assert_eq!(references.len(), kept, "{name}");
        }
    }
}

/// The JSON pointer that a reference to a fragment is.
pub(crate) fn pointer(reference: &str) -> String {
    let mut parts = reference.strip_prefix('#').unwrap().split('%');
    let mut decoded = parts.next().unwrap_or("").as_bytes().to_vec();
    for part in parts {
        decoded.push(u8::from_str_radix(&part[..2], 16).unwrap());
        decoded.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(decoded).unwrap()
}

/// All references of a schema.
pub(crate) fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if name == "$ref" => references.push(text.clone()),
                    other => collect(other, references),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn of_types_are_those_of_their_names() {
    for profile in BOTH {
        let named = |name: &str| SCHEMA.json_schema(name, profile).unwrap();
        assert_eq!(document::<Item>(profile), named("test.shop.item"));
        assert_eq!(document::<Colour>(profile), named("test.shop.colour"));
        assert_eq!(document::<actions::item::Order>(profile), named("test.shop.order(test.shop.item)"));
        assert_eq!(document::<Collection<Item>>(profile), named("Collection(shop.item)"));
    }
}

#[test]
fn say_what_the_schema_describes() {
    let item = document::<Item>(TOLERANT);
    assert_eq!(item["$ref"], "#/$defs/test.shop.item");
    assert_eq!(item["$defs"]["test.shop.item"]["description"], "Something to sell.");
    let colour = &document::<Colour>(STRICT)["$defs"]["test.shop.colour"]["anyOf"];
    assert_eq!(colour[0], serde_json::json!({ "const": "red", "description": "Like a rose." }));
    assert_eq!(colour[1], serde_json::json!({ "enum": ["green", "blue"] }));
    assert_eq!(SCHEMA.json_schema_of_all(STRICT)["$defs"]["test.shop.item"]["description"], "Something to sell.");
}

#[test]
fn names_that_are_nothing_have_candidates() {
    for (name, expected) in [
        ("test.shop.Item", "the schema has no type or action `test.shop.Item`; perhaps `test.shop.item`"),
        ("test.shop.look", "the schema has no type or action `test.shop.look`"),
        ("test.shop.order", "`test.shop.order` has several overloads; name one: "),
    ] {
        let error = SCHEMA.json_schema(name, STRICT).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}
