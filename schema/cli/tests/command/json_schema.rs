//! `odatype json-schema`.

use serde_json::{Value, json};

use crate::run::{Folder, Run};

fn document(run: Run) -> Value {
    let document: Value = serde_json::from_str(&run.done()).unwrap();
    assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
    document
}

#[test]
fn of_collections_actions_and_what_overlays_add() {
    let folder = Folder::new();
    folder.write("more.json", r#"{"$Version": "4.01", "shop.core": {"card": {"$Kind": "ComplexType", "bank": {}}}}"#);
    for (name, definition) in [
        ("Collection(shop.core.order)", "shop.core.order"),
        ("Collection(s.order)", "shop.core.order"),
        ("s.pay", "shop.core.card:properties"),
        ("shop.core.cancel( Collection(shop.core.order) )", "shop.core.cancel(Collection(shop.core.order))"),
    ] {
        let document = document(folder.run(&["json-schema", "shop.json", "--overlay", "more.json", "--type", name]));
        let definitions = document["$defs"].as_object().unwrap();
        assert!(definitions.contains_key(definition), "{name}: {:?}", definitions.keys().collect::<Vec<_>>());
        if let Some(card) = definitions.get("shop.core.card:properties") {
            assert!(card.to_string().contains("\"bank\""), "{card}");
        }
    }
}

#[test]
fn of_the_embedded_schema() {
    let folder = Folder::new();
    folder.write(
        "more.json",
        r#"{"$Version": "4.01", "microsoft.graph": {"call": {"$Kind": "EntityType", "ours": {"$Type": "Edm.Int32"}}}}"#,
    );
    let document = document(folder.run(&["json-schema", "--type", "microsoft.graph.call", "--overlay", "more.json"]));
    assert!(document["$defs"]["microsoft.graph.call:properties"].to_string().contains("\"ours\""));
}

#[test]
fn unknown_types_and_overloads() {
    let folder = Folder::new();
    for (arguments, expected) in [
        (
            &["json-schema", "shop.json", "--type", "shop.core.crad"][..],
            "--type: unknown type or action `shop.core.crad`; perhaps `shop.core.card`",
        ),
        (
            &["json-schema", "shop.json", "--type", "shop.core.cancel"],
            "--type: action `shop.core.cancel` has 2 overloads, expected one of `shop.core.cancel(shop.core.order)`, \
             `shop.core.cancel(Collection(shop.core.order))`",
        ),
        (
            &["json-schema", "--type", "microsoft.graph.mute"],
            "--type: embedded schema: action `microsoft.graph.mute` has 2 overloads, expected one of \
             `microsoft.graph.mute(microsoft.graph.call)`, `microsoft.graph.mute(microsoft.graph.participant)`",
        ),
    ] {
        assert_eq!(folder.run(arguments).refused(), [expected]);
    }
}

#[test]
fn of_everything_in_one_document() {
    let folder = Folder::new();
    let run = folder.run(&["json-schema", "shop.json", "--all", "-o", "all shops.json"]);
    run.done();
    let all: Value = serde_json::from_str(&folder.read("all shops.json")).unwrap();
    assert_eq!(all["$id"], "all%20shops.json");
    // Every definition of a type's document is there under the same name, and says the same, but for what no place
    // declares.
    for name in ["shop.core.order", "shop.core.pay", "Collection(shop.core.order)"] {
        let one = document(folder.run(&["json-schema", "shop.json", "--type", name]));
        for (key, definition) in one["$defs"].as_object().unwrap() {
            assert!(key == "dynamic" || all["$defs"][key] == *definition, "{name}: {key}");
        }
        let key = one["$ref"].as_str().unwrap().strip_prefix("#/$defs/").unwrap();
        assert!(all["$defs"].get(key).is_some(), "{key}");
    }
    let named = document(folder.run(&["json-schema", "shop.json", "--all", "--id", "https://x.example/shop"]));
    assert_eq!(named["$id"], "https://x.example/shop");
    let refused = folder.run(&["json-schema", "shop.json"]).refused();
    assert!(refused[0].contains("required arguments were not provided"), "{refused:?}");
}

#[test]
fn of_everything_in_a_folder() {
    let folder = Folder::new();
    folder.run(&["json-schema", "shop.json", "--all", "-o", "all/"]).done();
    let order: Value = serde_json::from_str(&folder.read("all/shop.core.order.json")).unwrap();
    assert_eq!((&order["$ref"], order.get("$id")), (&json!("#/$defs/shop.core.order"), None));
    assert!(order.to_string().contains("odata.json#/$defs/control"), "{order}");

    // Written anew, unless something else is in it.
    let id = ["json-schema", "shop.json", "--all", "--id", "https://x.example/", "-o", "all"];
    folder.run(&id).done();
    let order: Value = serde_json::from_str(&folder.read("all/shop.core.order.json")).unwrap();
    assert_eq!(order["$id"], "https://x.example/shop.core.order.json");
    folder.write("all/notes.txt", "mine");
    assert_eq!(
        folder.run(&id).refused(),
        ["all: cannot be written: `notes.txt` in it is nothing that may be written over"]
    );
    assert_eq!(folder.read("all/notes.txt"), "mine");
}

#[test]
fn with_what_refuses_nothing() {
    let folder = Folder::new();
    folder.write(
        "notes.json",
        r#"{"$Version": "4.01",
            "$Reference": {"x": {"$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
            "n": {
                "kind": {"$Kind": "EnumType", "a": 0, "a@Core.Revisions": [{"Kind": "Deprecated"}], "b": 1},
                "thing": {"$Kind": "ComplexType", "@Core.Revisions": [{"Kind": "Added"}, {"Kind": "Deprecated"}],
                    "made": {"@Core.Computed": true}, "seen": {"@Core.Permissions": "Read"},
                    "told": {"@Core.Permissions": "Write"}, "both": {"@Core.Permissions": "Read,Write"},
                    "not": {"@Core.Computed": false}, "much": {"$Type": "Edm.Int32", "$DefaultValue": 5},
                    "kind": {"$Type": "n.kind", "$DefaultValue": "b"},
                    "shown": {"$MaxLength": 9, "@Core.Example": {"Description": "Short.", "Value": "a\tb"},
                        "@Core.Example#more": {"Value": "c"}, "@Core.Example#far": {"ExternalValue": "https://x.example/d"}},
                    "long": {"@Core.Description": "Short.", "@Core.LongDescription": "And long."}}}}"#,
    );
    for profile in ["strict", "tolerant"] {
        let document = document(folder.run(&["json-schema", "notes.json", "--type", "n.thing", "--profile", profile]));
        let members = &document["$defs"]["n.thing:properties"]["properties"];
        for (member, keyword, expected) in [
            ("made", "readOnly", json!(true)),
            ("seen", "readOnly", json!(true)),
            ("told", "readOnly", json!(null)),
            ("told", "writeOnly", json!(true)),
            ("both", "readOnly", json!(null)),
            ("both", "writeOnly", json!(null)),
            ("not", "readOnly", json!(null)),
            ("much", "default", json!(5)),
            ("kind", "default", json!("b")),
            ("shown", "examples", json!(["a\tb", "c"])),
            ("long", "description", json!("Short. And long.")),
        ] {
            assert_eq!(members[member][keyword], expected, "{member} {keyword}");
        }
        assert_eq!(document["$defs"]["n.thing"]["deprecated"], true);
        assert_eq!(document["$defs"]["n.kind"]["anyOf"][0], json!({ "const": "a", "deprecated": true }));
    }
}
