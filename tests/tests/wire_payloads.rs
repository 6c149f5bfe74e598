//! Payloads whose type is learnt at run time, of every kind that a type name can name; and names of types in context
//! URLs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Payload,
    graph::{AnyCommsOperation, Call, SCHEMA},
    validate::Profile,
};

fn decode(name: &str, json: &str) -> Payload {
    SCHEMA.decode_payload(name, json.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_kind_is_written_as_it_was_read() {
    for (name, json) in [
        ("microsoft.graph.call", r#"{"id":"1","x":1.50}"#),
        ("microsoft.graph.answer", r#"{"callbackUri":"https://b","x":null}"#),
        (
            "Collection(microsoft.graph.call)",
            r#"{"@odata.count":2,"value":[{"id":"1"},null,{"id":"2"}],"@odata.nextLink":"n"}"#,
        ),
        (
            "Collection(microsoft.graph.commsOperation)",
            r##"{"value":[{"@odata.type":"#microsoft.graph.muteParticipantOperation","id":"1"},{"id":"2"}]}"##,
        ),
        ("microsoft.graph.callState", r#""incoming""#),
        ("Collection(microsoft.graph.modality)", r#"{"value":["audio",null,"levitation"],"x":[1]}"#),
        ("Edm.Guid", r#""11111111-2222-3333-4444-555555555555""#),
        ("Edm.Untyped", "[1.0,null]"),
        ("Collection(Edm.Int64)", r#"{"@odata.context":"c","value":[1,"2",9007199254740993]}"#),
        ("Collection(Edm.String)", r#"{"value":["a\"b","c"]}"#),
    ] {
        let payload = decode(name, json);
        assert_eq!(String::from_utf8(payload.to_vec()).unwrap(), json, "{name}");
        assert_eq!(String::from_utf8(payload.clone().to_vec()).unwrap(), json, "{name}");
        assert!(SCHEMA.validate(name, json.as_bytes(), Profile::Tolerant).unwrap().is_empty(), "{name}");
    }
}

#[test]
fn typed_when_the_type_is_known() {
    let Payload::Object(call) = decode("microsoft.graph.call", r#"{"id":"1"}"#) else { panic!() };
    assert_eq!(call.downcast::<Call>().unwrap().id(), Some("1"));
    let json = r##"{"value":[{"@odata.type":"#microsoft.graph.muteParticipantOperation"}],"@odata.count":"1"}"##;
    let Payload::Objects(mut operations) = decode("Collection(microsoft.graph.commsOperation)", json) else { panic!() };
    assert_eq!(
        (operations.count(), operations.value[0].type_name()),
        (Some(1), "microsoft.graph.muteParticipantOperation")
    );
    assert!(operations.value[0].is::<AnyCommsOperation>());
    // What is added has its tag, since the collection may be of another type.
    operations.value.push(Box::new(Call::new()));
    operations.set_count(Some(2));
    assert_eq!(
        String::from_utf8(Payload::Objects(operations).to_vec()).unwrap(),
        r##"{"value":[{"@odata.type":"#microsoft.graph.muteParticipantOperation"},{"@odata.type":"#microsoft.graph.call"}],"@odata.count":2}"##
    );
    let Payload::Value(state) = decode("microsoft.graph.callState", " \"established\"\n") else { panic!() };
    assert_eq!(state.as_json().as_str().as_deref(), Some("established"));
    let Payload::Values(numbers) = decode("Collection(Edm.Int32)", r#"{"value":[ 1 , 2.0]}"#) else { panic!() };
    assert_eq!(numbers.value.iter().map(|number| number.as_json().text()).collect::<Vec<_>>(), ["1", "2.0"]);
}

#[test]
fn what_does_not_fit_is_told() {
    for (name, json, pointer) in [
        ("microsoft.graph.callState", "5", ""),
        ("Edm.Guid", "null", ""),
        ("Edm.Guid", r#""x""#, ""),
        ("Collection(Edm.Int32)", r#"{"value":[1,"x",true]}"#, "/value/2"),
        ("Collection(microsoft.graph.call)", r#"{"value":[{"id":5}]}"#, "/value/0/id"),
        ("Collection(microsoft.graph.call)", "[]", ""),
    ] {
        let error = SCHEMA.decode_payload(name, json.as_bytes()).unwrap_err();
        assert!(error.findings().iter().any(|finding| finding.pointer() == pointer), "{name} {json}: {error}");
    }
    for name in ["microsoft.graph.cal", "Collection(microsoft.graph.cal)", "Edm.Gid"] {
        let error = SCHEMA.decode_payload(name, b"{}").unwrap_err().to_string();
        assert!(error.starts_with("the schema has no type or action `"), "{error}");
    }
}

#[test]
fn contexts_name_types() {
    for (fragment, expected) in [
        ("microsoft.graph.call", Some("microsoft.graph.call")),
        ("Collection(microsoft.graph.call)", Some("Collection(microsoft.graph.call)")),
        ("Edm.String", Some("Edm.String")),
        ("Collection(Edm.String)", Some("Collection(Edm.String)")),
        ("microsoft.graph.callState", Some("microsoft.graph.callState")),
        (
            "operations/microsoft.graph.muteParticipantOperation",
            Some("Collection(microsoft.graph.muteParticipantOperation)"),
        ),
        (
            "operations/microsoft.graph.muteParticipantOperation/$entity",
            Some("microsoft.graph.muteParticipantOperation"),
        ),
        ("operations('1')/microsoft.graph.muteParticipantOperation", Some("microsoft.graph.muteParticipantOperation")),
        ("a('1')/b/microsoft.graph.call/$entity", Some("microsoft.graph.call")),
        ("a('1')/b/microsoft.graph.call", None),
        ("calls('a/(b''c/d')/microsoft.graph.call/participants", Some("Collection(microsoft.graph.participant)")),
        ("x/microsoft.graph.call/participants/$entity", Some("microsoft.graph.participant")),
        ("x/microsoft.graph.call/state", Some("microsoft.graph.callState")),
        ("x/microsoft.graph.call(id,state)/$delta", Some("Collection(microsoft.graph.call)")),
        ("x/microsoft.graph.call/nothing", None),
        ("communications/calls/$entity", None),
        ("calls", None),
        ("microsoft.graph.nothing", None),
        ("x/microsoft.graph.call/$deletedEntity", None),
        ("Collection($ref)", None),
        ("", None),
    ] {
        let name = SCHEMA.type_in_context(&format!("https://s/$metadata#{fragment}"));
        assert_eq!(name.as_deref(), expected, "{fragment}");
        if let Some(name) = name {
            assert!(SCHEMA.subject(&name).is_ok(), "{name}");
        }
    }
    assert_eq!(SCHEMA.type_in_context("https://s/$metadata"), None);
}
