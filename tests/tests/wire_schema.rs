//! JSON Schemas that `schemars` makes for a user's own types with generated ones in them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use jsonschema::Validator;
use odatype::{
    Collection, ServiceError,
    graph::{Call, MediaConfig, actions::call::Answer},
};
use schemars::{JsonSchema, Schema, generate::SchemaSettings, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What a bot keeps.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct Session {
    answer: Answer,
    media: Option<MediaConfig>,
    calls: Vec<Call>,
    page: Collection<Call>,
    error: Option<ServiceError>,
}

fn tolerant() -> Schema {
    schema_for!(Session)
}

fn strict() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Session>()
}

fn validator(schema: &Schema) -> Validator {
    jsonschema::meta::validate(schema.as_value()).unwrap();
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn session(answer: &Value) -> Value {
    json!({
        "answer": answer,
        "media": { "@odata.type": "#microsoft.graph.serviceHostedMediaConfig" },
        "calls": [{ "id": "1", "state": "established", "mediaConfig": null }],
        "page": { "value": [{ "id": "1" }], "@odata.nextLink": "https://s/next" },
        "error": { "error": { "code": "1", "message": "no" } },
    })
}

#[test]
fn both_contracts() {
    let (tolerant, strict) = (validator(&tolerant()), validator(&strict()));
    let media = json!({ "@odata.type": "#microsoft.graph.appHostedMediaConfig", "blob": "b" });
    for (answer, reads, sends) in [
        (json!({ "callbackUri": "https://bot.example", "mediaConfig": media }), true, true),
        (json!({ "callbackUri": "https://bot.example" }), true, false),
        (json!({ "callbackUri": "http://bot.example", "mediaConfig": media }), true, false),
        (json!({ "callbackUri": "https://bot.example", "mediaConfig": { "blob": "b" } }), true, false),
        (json!({ "callbackUri": "https://bot.example", "mediaConfig": media, "participantCapacity": 0 }), true, false),
        (json!({ "callbackUri": 1, "mediaConfig": media }), false, false),
        (json!({ "mediaConfig": { "@odata.type": "#microsoft.graph.appHostedMediaConfig", "blob": 1 } }), false, false),
        (json!([]), false, false),
    ] {
        let session = session(&answer);
        assert_eq!(tolerant.is_valid(&session), reads, "{answer}");
        assert_eq!(strict.is_valid(&session), sends, "{answer}");
        assert_eq!(serde_json::from_value::<Session>(session).is_ok(), reads, "{answer}");
    }
    for (pointer, value, reads) in [
        ("/page", json!({}), false),
        ("/page", json!({ "value": null }), false),
        ("/page", json!({ "value": [null] }), true),
        ("/page", json!({ "value": [{ "id": 1 }] }), false),
        ("/media", json!({ "f": [] }), true),
        ("/media", json!(null), true),
        ("/calls/0/state", json!("somewhere"), true),
        ("/calls/0/state", json!(1), false),
        ("/error/error/code", json!(1), false),
    ] {
        let mut session = session(&json!({ "callbackUri": "https://bot.example", "mediaConfig": media }));
        *session.pointer_mut(pointer).unwrap() = value.clone();
        assert_eq!(tolerant.is_valid(&session), reads, "{pointer}: {value}");
        assert_eq!(serde_json::from_value::<Session>(session).is_ok(), reads, "{pointer}: {value}");
    }
}

#[test]
fn definitions_are_keyed_by_qualified_name() {
    let schema = tolerant();
    let definitions = schema.get("$defs").and_then(Value::as_object).unwrap();
    for name in ["microsoft.graph.call", "microsoft.graph.mediaConfig", "microsoft.graph.identitySet"] {
        assert!(definitions.contains_key(name), "{name} is missing among {:?}", definitions.keys());
    }
}

#[test]
fn another_place_for_definitions() {
    let schema = SchemaSettings::openapi3().into_generator().into_root_schema_for::<Session>();
    let text = serde_json::to_string(&schema).unwrap();
    assert!(text.contains("#/components/schemas/microsoft.graph.call"));
    assert!(!text.contains("#/$defs/"));
}
