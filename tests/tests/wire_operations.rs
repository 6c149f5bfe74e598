//! What actions return, by the types of their bodies: objects, many of them, and values.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    BatchResponses, Collection, Operation, Returned, Structured,
    edm::Decimal,
    from_str,
    graph::{AnyCommsOperation, InviteParticipantsOperation, Presence, actions},
    to_string,
};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod model {
    odatype::schema! {
        path = "conformance/returns.csdl.json",
    }
}
use model::till::{
    AnyItem, Rights, State,
    actions::{Allow, Count, Dump, Find, Names, Pay, Scan, Total, Turn, Turns},
};

/// The response to an action, which is written as it was read, through serde too.
#[track_caller]
fn response<A: Operation>(json: &str) -> A::Response
where
    A::Response: odatype::Encode + serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let response = A::decode_response(json.as_bytes()).unwrap();
    assert_eq!(to_string(&response), json);
    let through: A::Response = serde_json::from_str(&serde_json::to_string(&response).unwrap()).unwrap();
    assert_eq!(through, response);
    response
}

#[test]
fn objects() {
    assert_eq!(response::<Pay>(r#"{"@odata.context":"c","number":7}"#).number(), Some(7));
    let AnyItem::Special(special) = response::<Find>(r##"{"@odata.type":"#till.special","id":"s"}"##) else { panic!() };
    assert_eq!(special.id(), Some("s"));
    let items: Collection<AnyItem> = response::<Scan>(r#"{"value":[{"id":"1"}],"@odata.nextLink":"n"}"#);
    assert_eq!((items.value[0].id(), items.next_link().as_deref()), (Some("1"), Some("n")));
}

#[test]
fn values() {
    assert_eq!(response::<Total>(r#"{"value":1.50}"#).value(), "1.50".parse::<Decimal>().ok());
    assert_eq!(response::<Count>(r#"{"@odata.context":"c#Edm.Int64","value":"7"}"#).value(), Some(7));
    let names = response::<Names>(r#"{"value":["a",null,"b"],"x@y.z":1.0}"#);
    assert_eq!(names.value().nullable().collect::<Vec<_>>(), [Some("a"), None, Some("b")]);
    assert_eq!(names.dynamic("x@y.z").unwrap().text(), "1.0");
    assert_eq!(response::<Turn>(r#"{"value":"Closed"}"#).value(), Some(State::Closed));
    assert_eq!(response::<Turn>(r#"{"value":null}"#).value(), None);
    let turns = response::<Turns>(r#"{"value":["open","ajar"]}"#);
    assert!(matches!(turns.value().iter().collect::<Vec<_>>().as_slice(), [State::Open, State::Unrecognized(_)]));
    assert_eq!(response::<Allow>(r#"{"value":"write,read"}"#).value(), Some(Rights::READ | Rights::WRITE));
    assert_eq!(response::<Dump>(r#"{"value":{"a":[1.0]}}"#).value().unwrap().text(), r#"{"a":[1.0]}"#);
    let error = Count::decode_response(br#"{"value":"x"}"#).unwrap_err();
    assert_eq!(error.findings()[0].pointer(), "/value");
    let built = Returned::<[i64]>::default().with(Returned::<[i64]>::VALUE, [1_i64, 2]);
    assert_eq!((to_string(&built), from_str(r#"{"value":[1,2]}"#).unwrap()), (r#"{"value":[1,2]}"#.to_owned(), built));
}

#[test]
fn of_the_service_and_in_batches() {
    let invited: InviteParticipantsOperation =
        response::<actions::participant_collection::Invite>(r#"{"id":"o","status":"running"}"#);
    assert!(matches!(invited.into(), AnyCommsOperation::InviteParticipantsOperation(_)));
    let presences: Collection<Presence> =
        response::<actions::cloud_communications::GetPresencesByUserId>(r#"{"value":[]}"#);
    assert!(presences.value.is_empty());
    let responses: BatchResponses = from_str(r#"{"responses":[{"id":"1","status":200,"body":{"value":7}}]}"#).unwrap();
    assert_eq!(responses.response("1").unwrap().result_of::<Count>().unwrap().value(), Some(7));
}
