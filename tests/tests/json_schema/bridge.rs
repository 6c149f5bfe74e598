//! `schemars::JsonSchema` of generated types, alone and in types of one's own.

use odatype::{Collection, graph};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

use super::shop::test::shop::{Access, Colour, Item, ItemEither, actions};

/// A type of one's own.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is asked for")]
struct Order {
    colour: Colour,
    access: Option<Access>,
    items: Vec<Item>,
    page: Collection<Item>,
    either: ItemEither,
    close: actions::Close,
    call: graph::Call,
}

fn own(settings: SchemaSettings) -> Value {
    settings.into_generator().into_root_schema_for::<Order>().to_value()
}

fn is_valid(document: &Value, payload: &Value) -> bool {
    jsonschema::draft202012::new(document).unwrap().is_valid(payload)
}

#[test]
fn of_fields() {
    let tolerant = own(SchemaSettings::draft2020_12());
    let strict = own(SchemaSettings::draft2020_12().for_serialize());
    let order = json!({
        "colour": "red", "access": null, "items": [{ "id": "1" }], "page": { "value": [] },
        "either": { "@odata.type": "#test.shop.fileConfig", "path": "x" }, "close": { "reason": "blue" }, "call": {},
    });
    for (pointer, value, tolerantly, strictly) in [
        ("/colour", json!("red"), true, true),
        ("/colour", json!("pink"), true, false),
        ("/colour", json!(5), false, false),
        ("/access", json!("read,write"), true, true),
        ("/access", json!("all"), true, false),
        ("/items", json!([{ "id": 1 }]), false, false),
        ("/items", json!([{ "size": "M" }]), true, false),
        ("/page", json!({}), false, false),
        ("/page", json!({ "value": [{ "id": null }] }), true, false),
        ("/either", json!({ "@odata.type": "#test.shop.fileConfig", "path": 1 }), false, false),
        ("/close", json!({}), true, false),
        ("/call", json!({ "state": 5 }), false, false),
    ] {
        let mut order = order.clone();
        *order.pointer_mut(pointer).unwrap() = value;
        assert_eq!(is_valid(&tolerant, &order), tolerantly, "{order}");
        assert_eq!(is_valid(&strict, &order), strictly, "{order}");
    }
}

#[test]
fn definitions_are_where_the_generator_keeps_them() {
    for (path, start) in
        [("/$defs", "#/$defs/"), ("#/definitions/", "#/definitions/"), ("/components/schemas", "#/components/schemas/")]
    {
        let mut settings = SchemaSettings::draft2020_12();
        settings.definitions_path = path.into();
        let document = own(settings);
        let mut references = Vec::new();
        super::document::collect(&document, &mut references);
        assert!(references.len() > 100);
        for reference in references {
            let pointer = super::document::pointer(&reference);
            assert!(reference.starts_with(start) && document.pointer(&pointer).is_some(), "{reference}");
        }
    }
}

/// A type has one schema, whichever generator asks.
#[test]
fn names_are_those_of_the_schema() {
    assert_eq!(Colour::schema_name(), "test.shop.colour");
    assert_eq!(actions::Close::schema_name(), "test.shop.close");
    assert_eq!(Collection::<Item>::schema_name(), "Collection(test.shop.item)");
    let schema = Colour::json_schema(&mut SchemaGenerator::default()).to_value();
    assert_eq!(schema, json!({ "$ref": "#/$defs/test.shop.colour" }));
}
