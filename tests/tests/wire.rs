//! Reading and writing through every door: the crate's own functions, serde with JSON and with another format, and
//! inside containers of a user's own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::{BTreeMap, HashMap};

use odatype::{
    Collection, ServiceError, Structured,
    graph::{AnyCommsOperation, AnyIdentitySet, Call, CommsNotification, Identity, MediaConfig, SCHEMA, actions},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

const CALL: &str = r##"{"id":"c","state":"incoming","@odata.type":"#microsoft.graph.call","@odata.etag":"W/\"1\"",
    "mediaConfig":{"blob":"b","@odata.type":"#microsoft.graph.appHostedMediaConfig"},"custom":{"n":1.50,"big":12345678901234567890}}"##;

fn call() -> Call {
    odatype::from_str(CALL).unwrap()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_way_in_gives_the_same_value() {
    let expected = call();
    let ways: [(&str, Call); 9] = [
        ("from_slice", odatype::from_slice(CALL.as_bytes()).unwrap()),
        ("from_reader", odatype::from_reader(CALL.as_bytes()).unwrap()),
        ("from_value", odatype::from_value(value(CALL)).unwrap()),
        ("serde from_str", serde_json::from_str(CALL).unwrap()),
        ("serde from_slice", serde_json::from_slice(CALL.as_bytes()).unwrap()),
        ("serde from_reader", serde_json::from_reader(CALL.as_bytes()).unwrap()),
        ("serde from_value", serde_json::from_value(value(CALL)).unwrap()),
        ("serde from &Value", Call::deserialize(&value(CALL)).unwrap()),
        ("by name", SCHEMA.decode("microsoft.graph.call", CALL.as_bytes()).unwrap().downcast().unwrap()),
    ];
    for (way, call) in ways {
        assert_eq!(call, expected, "{way}");
        assert!(
            matches!(call.media_config(), Some(MediaConfig::AppHosted(media)) if media.blob() == Some("b")),
            "{way}"
        );
    }
}

#[test]
fn every_way_out_gives_the_same_json() {
    let call = call();
    let text = odatype::to_string(&call);
    assert!(text.starts_with(r##"{"@odata.type":"#microsoft.graph.call","id":"c","state":"incoming","##), "{text}");
    assert!(
        text.contains(r##""mediaConfig":{"@odata.type":"#microsoft.graph.appHostedMediaConfig","blob":"b"}"##),
        "{text}"
    );
    assert!(text.contains(r#""custom":{"n":1.50,"big":12345678901234567890}"#), "{text}");
    assert_eq!(odatype::to_vec(&call), text.as_bytes());
    let mut written = Vec::new();
    odatype::to_writer(&mut written, &call).unwrap();
    assert_eq!(written, text.as_bytes());
    assert_eq!(odatype::to_value(&call).unwrap(), value(CALL));
    assert_eq!(serde_json::to_value(&call).unwrap(), value(CALL));
    let by_serde = serde_json::to_string(&call).unwrap();
    assert!(
        by_serde.starts_with(r##"{"@odata.type":"#microsoft.graph.call","id":"c","state":"incoming","##),
        "{by_serde}"
    );
    assert_eq!(value(&by_serde), value(CALL));
}

#[test]
fn another_format() {
    let call = call();
    let mut bytes = Vec::new();
    ciborium::into_writer(&call, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Call, _>(bytes.as_slice()).unwrap(), call);
    let mut bytes = Vec::new();
    let media: MediaConfig =
        odatype::from_str(r##"{"@odata.type":"#microsoft.graph.newMediaConfig","f":1.5}"##).unwrap();
    ciborium::into_writer(&vec![media.clone()], &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Vec<MediaConfig>, _>(bytes.as_slice()).unwrap(), [media]);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Envelope {
    sequence: u32,
    #[serde(flatten)]
    call: Call,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Parts {
    one: Call,
    none: Option<Call>,
    some: Option<AnyIdentitySet>,
    many: Vec<MediaConfig>,
    by_name: HashMap<String, Identity>,
    ordered: BTreeMap<String, actions::call::Answer>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Incoming {
    Error(ServiceErrorOnly),
    Calls(Collection<Call>),
    Call(Box<Call>),
}

/// Told apart by its only member.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceErrorOnly {
    error: Value,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body")]
enum Adjacent {
    Call(Call),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Internal {
    Call(Call),
}

/// Read from text and from a value, and written back, without loss.
fn round<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(json: &Value) -> T {
    let read: T = serde_json::from_str(&json.to_string()).unwrap();
    assert_eq!(serde_json::from_value::<T>(json.clone()).unwrap(), read);
    assert_eq!(serde_json::to_value(&read).unwrap(), *json);
    assert_eq!(value(&serde_json::to_string(&read).unwrap()), *json);
    read
}

#[test]
fn containers_of_a_users_own() {
    let mut flat = value(CALL);
    flat["sequence"] = json!(7);
    let envelope: Envelope = round(&flat);
    assert_eq!((envelope.sequence, envelope.call.id()), (7, Some("c")));
    assert_eq!(envelope.call.dynamic("sequence").map(odatype::Json::text), None);

    let parts: Parts = round(&json!({
        "one": value(CALL), "none": null, "some": {"user": {"id": "u"}, "phone": {"id": "+1"}},
        "many": [{"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"}, {"x": 1}],
        "by_name": {"a": {"id": "1"}, "b": {}},
        "ordered": {"z": {"callbackUri": "https://bot.example"}},
    }));
    assert!(parts.none.is_none());
    assert!(matches!(parts.many.as_slice(), [MediaConfig::ServiceHosted(_), MediaConfig::Unknown(_)]));
    assert_eq!(parts.by_name["a"].id(), Some("1"));

    assert!(matches!(round(&json!({"error": {"code": "8000"}})), Incoming::Error(_)));
    assert!(
        matches!(round(&json!({"value": [{"id": "1"}], "@odata.count": 9})), Incoming::Calls(calls) if calls.count() == Some(9))
    );
    assert!(matches!(round(&value(CALL)), Incoming::Call(call) if call.id() == Some("c")));
    assert!(
        matches!(round(&json!({"kind": "Call", "body": {"id": "1"}})), Adjacent::Call(call) if call.id() == Some("1"))
    );
    assert!(matches!(round(&json!({"kind": "Call", "id": "1"})), Internal::Call(call) if call.id() == Some("1")));
}

#[test]
fn what_decoding_refuses_serde_refuses() {
    for (json, expected) in [
        (r#"{"id":1}"#, "/id: expected a string, found 1"),
        (r#"{"id":"a","id":"b"}"#, "`id` again"),
        (r#"{"x":{"y":1,"y":1}}"#, "`y` again"),
        ("[]", "an object"),
        ("1", "an object"),
        (r#""text""#, "an object"),
    ] {
        let own = odatype::from_str::<Call>(json).unwrap_err().to_string();
        let by_serde = serde_json::from_str::<Call>(json).unwrap_err().to_string();
        assert!(own.contains(expected), "{own}");
        assert!(by_serde.contains(expected), "{by_serde}");
    }
    for json in ["", "{", r#"{"id":"a",}"#, "{} {}", "nul", "{\"id\":\"\u{1}\"}"] {
        odatype::from_str::<Call>(json).unwrap_err();
        serde_json::from_str::<Call>(json).unwrap_err();
    }
    let error = odatype::from_str::<Call>("{\n  \"id\": tru }").unwrap_err();
    assert_eq!(error.place(), Some((2, 9)), "{error}");
    // All findings, not only the first.
    let error = odatype::from_str::<Call>(r#"{"id":1,"state":2,"callRoutes":[{"final":[]}]}"#).unwrap_err();
    let pointers: Vec<String> = error.findings().iter().map(odatype::Finding::pointer).collect();
    assert_eq!(pointers, ["/id", "/state", "/callRoutes/0/final"]);
}

#[test]
fn envelopes() {
    let json = r#"{"@odata.context":"https://s/$metadata#calls","@odata.count":"12","value":[{"id":"1"},null,{"id":"3"}],
        "@odata.nextLink":"https://s/calls?$skip=3","vendor":{"x":[1.0]}}"#;
    let calls: Collection<Call> = odatype::from_str(json).unwrap();
    assert_eq!(calls.value.iter().map(Call::id).collect::<Vec<_>>(), [Some("1"), None, Some("3")]);
    assert_eq!(calls.value.iter().map(Structured::is_null).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(calls.count(), Some(12));
    assert_eq!(calls.next_link().as_deref(), Some("https://s/calls?$skip=3"));
    assert_eq!(calls.delta_link(), None);
    assert_eq!(calls.context().as_deref(), Some("https://s/$metadata#calls"));
    assert_eq!(calls.member("vendor").unwrap().text(), r#"{"x":[1.0]}"#);
    assert_eq!(odatype::to_value(&calls).unwrap(), value(json));
    let _: Collection<Call> = round(&value(json));

    let delta: Collection<Call> =
        odatype::from_str(r#"{"value":[{"id":"1","@removed":{"reason":"deleted"}}],"@deltaLink":"d"}"#).unwrap();
    assert_eq!(delta.delta_link().as_deref(), Some("d"));
    assert_eq!(delta.value[0].dynamic("@removed").unwrap().to_value().unwrap(), json!({"reason": "deleted"}));
    assert_eq!(
        odatype::to_string(&Collection::from(vec![Call::new().with(Call::ID, "1")])),
        r#"{"value":[{"id":"1"}]}"#
    );

    let operations: Collection<AnyCommsOperation> = odatype::from_str(
        r##"{"value":[{"@odata.type":"#microsoft.graph.muteParticipantOperation","status":"running"},{}]}"##,
    )
    .unwrap();
    assert!(matches!(
        operations.value.as_slice(),
        [AnyCommsOperation::MuteParticipantOperation(_), AnyCommsOperation::CommsOperation(_)]
    ));

    for (json, pointer) in [
        (r#"{"value":[{"id":"1"},{"id":2}]}"#, "/value/1/id"),
        (r#"{"value":{}}"#, "/value"),
        (r#"{"value":[],"value":[]}"#, "/value"),
        (r#"{"value":[],"a/b":1,"a/b":1}"#, "/a~1b"),
        (r#"{"a~b":{"x":1,"x":2}}"#, "/a~0b"),
    ] {
        let error = odatype::from_str::<Collection<Call>>(json).unwrap_err();
        assert!(error.findings().iter().any(|finding| finding.pointer().starts_with(pointer)), "{error}");
    }
}

#[test]
fn error_responses() {
    let json = r#"{"error":{"code":"7500","message":"no","innerError":{"request-id":"r","date":"2021-07-01"},
        "details":[{"code":"a","target":"t","x":1}],"@vendor.note":true},"trace":null}"#;
    let error: ServiceError = odatype::from_str(json).unwrap();
    let body = error.error().unwrap();
    assert_eq!((body.code(), body.message(), body.target()), (Some("7500"), Some("no"), None));
    assert_eq!(body.inner_error().unwrap().to_value().unwrap()["request-id"], json!("r"));
    assert_eq!(body.details()[0].target(), Some("t"));
    assert_eq!(odatype::to_value(&error).unwrap(), value(json));
    let _: ServiceError = round(&value(json));
}

#[test]
fn values_may_cross_threads() {
    fn crosses<T: Send + Sync + Clone + 'static>() {}
    fn is_object<T: Send + Sync + ?Sized>() {}
    crosses::<Call>();
    crosses::<MediaConfig>();
    crosses::<CommsNotification>();
    crosses::<Collection<Call>>();
    crosses::<ServiceError>();
    crosses::<Box<Call>>();
    is_object::<dyn odatype::Object>();
    is_object::<odatype::Error>();
    let call = std::sync::Arc::new(call());
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let call = std::sync::Arc::clone(&call);
            std::thread::spawn(move || matches!(call.media_config(), Some(MediaConfig::AppHosted(_))))
        })
        .collect();
    assert!(threads.into_iter().all(|thread| thread.join().unwrap()));
}
