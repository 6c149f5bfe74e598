//! The documents themselves: valid JSON Schema, whole, the same each time.

use odatype_schema::json_schema::{Target, definitions, document};
use serde_json::Value;

use super::{BOTH, STRICT, TOLERANT, model};

const TARGETS: &[&str] = &[
    "test.shop.item",
    "test.shop.bag",
    "test.shop.shapes",
    "test.shop.colour",
    "test.shop.code",
    "Edm.String",
    "Edm.Date",
    "Collection(test.shop.item)",
    "Collection(Edm.Int64)",
    "test.shop.order(test.shop.item)",
    "test.shop.close()",
];

#[test]
fn are_valid_draft_2020_12() {
    let model = model();
    for target in TARGETS {
        for profile in BOTH {
            let document = document(&model, &Target::parse(&model, target).unwrap(), profile);
            assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
            let valid = jsonschema::draft202012::meta::validate(&document);
            assert!(valid.is_ok(), "{target} {profile:?}: {valid:?}");
        }
    }
}

#[test]
fn have_exactly_the_definitions_that_are_referred_to() {
    let model = model();
    for target in TARGETS {
        for profile in BOTH {
            let (root, definitions) = definitions(&model, &Target::parse(&model, target).unwrap(), profile);
            let mut references = Vec::new();
            collect(&root, &mut references);
            for definition in definitions.values() {
                collect(definition, &mut references);
            }
            references.sort();
            references.dedup();
            let keys: Vec<String> = definitions.keys().map(|key| format!("#/$defs/{key}")).collect();
            assert_eq!(keys, references, "{target} {profile:?}");
        }
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
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
fn say_what_the_schema_describes() {
    let model = model();
    let item = document(&model, &Target::parse(&model, "test.shop.item").unwrap(), TOLERANT);
    assert_eq!(item["$ref"], "#/$defs/test.shop.item");
    assert_eq!(item["$defs"]["test.shop.item"]["description"], "Something to sell.");
    let colour = document(&model, &Target::parse(&model, "test.shop.colour").unwrap(), STRICT);
    assert_eq!(colour["$defs"]["test.shop.colour"]["description"], "- `red`: Like a rose.");
}

#[test]
fn targets_name_candidates() {
    let model = model();
    for (text, expected) in [
        ("test.shop.Item", "unknown type or action `test.shop.Item`: perhaps `test.shop.item`"),
        ("Collection(x.item)", "unknown type `x.item`: perhaps `test.shop.item`"),
        ("nothing.like.it.here", "unknown type or action `nothing.like.it.here`: none of the schema's names is near"),
        ("test.shop.look", "`test.shop.look` is a function, which has no body; expected a type or action"),
        (
            "test.shop.order",
            "action `test.shop.order` has 2 overloads, expected one of `test.shop.order(test.shop.item)`, \
             `test.shop.order(Collection(test.shop.item))`",
        ),
        (
            "test.shop.close(test.shop.item)",
            "action `test.shop.close` is not bound to `test.shop.item`, expected one of `test.shop.close()`",
        ),
    ] {
        assert_eq!(Target::parse(&model, text).unwrap_err().to_string(), expected);
    }
    for text in ["shop.item", "Collection(shop.item)", "shop.close", "shop.order(shop.item)"] {
        let target = Target::parse(&model, text).unwrap();
        assert_eq!(Target::parse(&model, &target.qualified(&model)).unwrap(), target);
    }
}
