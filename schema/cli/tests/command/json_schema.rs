//! `odatype json-schema`.

use serde_json::{Value, json};

use crate::run::{Folder, Run};

fn document(run: Run) -> Value {
    let document: Value = serde_json::from_str(&run.done()).unwrap();
    assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
    document
}

#[test]
fn says_what_the_profile_says() {
    let folder = Folder::new();
    let wrong = json!({ "state": "lost", "payment": { "amount": 1 }, "new": 1 });
    for (profile, accepts) in [(&[][..], false), (&["--profile", "strict"], false), (&["--profile", "tolerant"], true)]
    {
        let mut arguments = vec!["json-schema", "shop.json", "--type", "shop.core.order"];
        arguments.extend(profile);
        let validator = jsonschema::validator_for(&document(folder.run(&arguments))).unwrap();
        assert_eq!(validator.is_valid(&wrong), accepts, "{profile:?}");
        assert!(validator.is_valid(&json!({ "state": "sent" })));
        assert!(!validator.is_valid(&json!({ "state": {} })));
    }
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
