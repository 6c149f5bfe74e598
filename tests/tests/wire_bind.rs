//! Binding navigation properties to entities that there are: quoting and encoding of keys, names that were read, and
//! what the strict profile says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    EntityRef, Json, Key, Null, Structured, from_str,
    graph::{Call, CallState, OnlineMeeting},
    to_string,
    validate::Validate,
};

/// The entity that stands in tests for any.
fn call(id: &str) -> EntityRef {
    EntityRef::new("communications/calls").key(id)
}

#[test]
fn many_and_one() {
    let mut meeting = OnlineMeeting::new();
    meeting.bind(OnlineMeeting::TRANSCRIPTS, [call("1").navigation("transcripts").key("a b")]);
    assert_eq!(to_string(&meeting), r#"{"transcripts@odata.bind":["communications/calls('1')/transcripts('a%20b')"]}"#);
    assert!(meeting.validate().is_empty(), "{}", meeting.validate());
    let references = vec![call("1"), call("o'neil/2")];
    let many =
        Call::new().with_bind(Call::PARTICIPANTS, &references).with_bind(Call::OPERATIONS, Vec::<EntityRef>::new());
    assert_eq!(
        to_string(&many),
        r#"{"participants@odata.bind":["communications/calls('1')","communications/calls('o''neil%2F2')"],"operations@odata.bind":[]}"#
    );
    assert_eq!(
        many.bound(Call::PARTICIPANTS).map(Json::text),
        Some(r#"["communications/calls('1')","communications/calls('o''neil%2F2')"]"#)
    );
    assert_eq!(from_str::<Call>(&to_string(&many)).unwrap(), many);
}

#[test]
fn the_name_that_was_read_stays() {
    let mut call: Call = from_str(r#"{"id":"1","participants@bind":["a"],"x":1}"#).unwrap();
    call.bind(Call::PARTICIPANTS, [EntityRef::new("b")]);
    assert_eq!(to_string(&call), r#"{"id":"1","participants@bind":["b"],"x":1}"#);
    call.bind(Call::PARTICIPANTS, [] as [EntityRef; 0]).set(Call::ID, Null);
    assert_eq!(to_string(&call), r#"{"id":null,"participants@bind":[],"x":1}"#);
}

#[test]
fn keys() {
    let state = Key::from(CallState::Incoming);
    let reference = EntityRef::new("/x").keys([("state", state), ("n", Key::from(7)), ("s", Key::from("a"))]);
    assert_eq!(reference.to_string(), "/x(state=microsoft.graph.callState'incoming',n=7,s='a')");
    assert_eq!(EntityRef::new("users").keys([("mail", "a+b@s")]).as_str(), "users(mail='a%2Bb@s')");
    assert_eq!(format!("{:?}", call("1")), r#"EntityRef("communications/calls('1')")"#);
}

#[test]
fn what_is_no_navigation_property_is_told() {
    // The compiler sees that it is an object; only the schema knows that it is no entity.
    let call = Call::new().with_bind(Call::SOURCE, call("1")).with_bind(Call::MEDIA_CONFIG, Null);
    let findings = call.validate();
    assert_eq!(
        findings.iter().map(odatype::Finding::pointer).collect::<Vec<_>>(),
        ["/source@odata.bind", "/mediaConfig@odata.bind"]
    );
    assert!(findings[0].expected().contains("navigation property"), "{findings}");
}
