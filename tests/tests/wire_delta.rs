//! Delta payloads: entities, removed ones and links told apart, written back as they were read, and accepted by the
//! strict profile; the envelope's control information, changed in place.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Collection, DeltaItem, RemovedReason, Structured, from_slice_partial, from_str,
    graph::{AnyCommsOperation, Call, MuteParticipantOperation, OnlineMeeting, Participant},
    to_string, to_vec,
    validate::{Profile, Validate},
};

const DELTA: &str = concat!(
    r##"{"@odata.context":"https://s/$metadata#meetings/$delta","value":["##,
    r##"{"id":"1","subject":"Lunch"},"##,
    r##"{"@removed":{"reason":"changed"},"id":"2"},"##,
    r##"{"@removed":{"reason":"deleted","by":[1.50]},"@id":"meetings('3')"},"##,
    r##"{"@odata.context":"https://s/$metadata#meetings/$deletedEntity","id":"meetings('4')","reason":"deleted"},"##,
    r##"{"@context":"#meetings/$link","source":"meetings('1')","relationship":"registration","target":"r('1')"},"##,
    r##"{"@context":"#meetings/$deletedLink","source":"meetings('1')","relationship":"registration"},"##,
    r##"{"@removed":{},"id":"5"},null],"@deltaLink":"https://s/d"}"##,
);

/// An item in words.
fn told(item: &DeltaItem<'_, OnlineMeeting>) -> String {
    match item {
        DeltaItem::Entity(meeting) if meeting.is_null() => "null".to_owned(),
        DeltaItem::Entity(meeting) => format!("{:?} {:?}", meeting.id(), meeting.subject()),
        DeltaItem::Removed(removed) => format!("- {:?} {:?}", removed.id(), removed.reason()),
        DeltaItem::AddedLink(link) => format!("+ {:?} {:?} {:?}", link.source(), link.relationship(), link.target()),
        DeltaItem::DeletedLink(link) => format!("- {:?} {:?} {:?}", link.source(), link.relationship(), link.target()),
    }
}

#[test]
fn items_are_told_apart_and_written_back() {
    let delta: Collection<OnlineMeeting> = from_str(DELTA).unwrap();
    assert_eq!(
        delta.delta().map(|item| told(&item)).collect::<Vec<_>>(),
        [
            r#"Some("1") Some("Lunch")"#,
            r#"- Some("2") Some(Changed)"#,
            r#"- Some("meetings('3')") Some(Deleted)"#,
            r#"- Some("meetings('4')") Some(Deleted)"#,
            r#"+ Some("meetings('1')") Some("registration") Some("r('1')")"#,
            r#"- Some("meetings('1')") Some("registration") None"#,
            r#"- Some("5") None"#,
            "null",
        ]
    );
    assert_eq!(to_string(&delta), DELTA);
    assert_eq!(from_str::<Collection<OnlineMeeting>>(&to_string(&delta)).unwrap(), delta);
    let strict = DELTA.replace(",null]", "]");
    let findings = Collection::<OnlineMeeting>::validate_json(strict.as_bytes(), Profile::Strict);
    assert!(findings.is_empty(), "{findings}");
}

#[test]
fn reasons_that_nobody_knows_are_kept() {
    let json = r#"{"value":[{"id":"1","@odata.removed":{"reason":"hidden"}}]}"#;
    let delta: Collection<Call> = from_str(json).unwrap();
    let Some(DeltaItem::Removed(removed)) = delta.delta().next() else { panic!("{delta:?}") };
    assert_eq!(removed.reason().unwrap().as_str(), "hidden");
    assert!(matches!(removed.reason(), Some(RemovedReason::Unrecognized(_))));
    assert_eq!(removed.entity().id(), Some("1"));
    assert_eq!(to_string(&delta), json);
}

#[test]
fn a_number_may_be_an_identity() {
    let json = r#"{"value":[{"id":42,"@removed":{}},{"id":-7.50,"@odata.removed":{}},{"id":true,"@removed":{}}]}"#;
    // In an error's detail no `id` is declared.
    let delta: Collection<odatype::ServiceErrorDetail> = from_str(json).unwrap();
    let ids = delta.delta().filter_map(|item| match item {
        DeltaItem::Removed(removed) => Some(removed.id()),
        _ => None,
    });
    assert_eq!(ids.collect::<Vec<_>>(), [Some("42".into()), Some("-7.50".into()), None]);
}

#[test]
fn a_base_of_many_types_needs_no_tag() {
    let json = r##"{"value":[{"@removed":{"reason":"deleted"},"id":"1"},{"@odata.type":"#microsoft.graph.muteParticipantOperation","id":"2"}]}"##;
    let delta: Collection<AnyCommsOperation> = from_str(json).unwrap();
    let kinds: Vec<bool> = delta.delta().map(|item| matches!(item, DeltaItem::Removed(_))).collect();
    assert_eq!((kinds, to_string(&delta)), (vec![true, false], json.to_owned()));
}

#[test]
fn a_link_whose_members_are_declared_otherwise() {
    let json = r##"{"value":[{"@context":"#calls/$link","source":"calls('1')","relationship":"participants","target":"p('2')"}]}"##;
    let error = from_str::<Collection<Call>>(json).unwrap_err();
    assert_eq!(error.findings()[0].pointer(), "/value/0/source");
    let delta = from_slice_partial::<Collection<Call>>(json.as_bytes()).unwrap().value;
    let Some(DeltaItem::AddedLink(link)) = delta.delta().next() else { panic!("{delta:?}") };
    assert_eq!((link.source().as_deref(), link.target().as_deref()), (Some("calls('1')"), Some("p('2')")));
    assert_eq!(to_vec(&delta), json.as_bytes());
}

#[test]
fn built() {
    let mut delta = Collection::from(vec![Call::new().with(Call::ID, "1")]);
    delta.push_removed(Call::new().with(Call::ID, "2"), RemovedReason::Deleted).set_delta_link(Some("https://s/d"));
    let expected =
        r#"{"value":[{"id":"1"},{"id":"2","@removed":{"reason":"deleted"}}],"@odata.deltaLink":"https://s/d"}"#;
    assert_eq!(to_string(&delta), expected);
    assert!(delta.validate().is_empty(), "{}", delta.validate());
    assert_eq!(from_str::<Collection<Call>>(expected).unwrap(), delta);
}

#[test]
fn control_information_is_changed_where_it_stands() {
    let json = r#"{"@context":"c","@odata.count":"2","x":{"y":1.0},"value":[{"id":"1"}],"@nextLink":"a"}"#;
    let mut page: Collection<Call> = from_str(json).unwrap();
    page.set_next_link(Some("b\"")).set_count(Some(3)).set_context(None);
    page.value.push(Call::new().with(Call::ID, "2"));
    assert_eq!(
        to_string(&page),
        r#"{"@odata.count":3,"x":{"y":1.0},"value":[{"id":"1"},{"id":"2"}],"@nextLink":"b\""}"#
    );
    assert_eq!((page.next_link().as_deref(), page.count(), page.context()), (Some("b\""), Some(3), None));
    page.set_next_link(None).set_delta_link(None).set_count(None).set_context(Some("d"));
    assert_eq!(to_string(&page), r#"{"x":{"y":1.0},"value":[{"id":"1"},{"id":"2"}],"@odata.context":"d"}"#);
    assert_ne!(page, from_str(json).unwrap());
}

#[test]
fn nested_deltas_are_typed_and_kept() {
    let json = concat!(
        r##"{"value":[{"id":"1","participants":[{"id":"0"}],"participants@delta":["##,
        r##"{"id":"2","isMuted":true,"x":1.50},{"@odata.type":"#Later","id":"3"},"##,
        r##"{"@removed":{"reason":"changed"},"id":"4"},{"@odata.id":"p('5')"}]},"##,
        r##"{"id":"2","operations@odata.delta":[{"@odata.type":"#microsoft.graph.muteParticipantOperation","id":"6"}],"##,
        r##""participants@delta":null},{"id":"3"}]}"##,
    );
    let calls: Collection<Call> = from_str(json).unwrap();
    let participants = calls.value[0].delta(Call::PARTICIPANTS).unwrap().unwrap();
    let told: Vec<_> = participants
        .iter()
        .map(|participant| match DeltaItem::of(participant) {
            DeltaItem::Entity(joined) => format!("+ {:?} {:?}", joined.id(), joined.is_muted()),
            DeltaItem::Removed(left) => format!("- {:?} {:?}", left.entity().id(), left.reason()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, ["+ Some(\"2\") Some(true)", "+ Some(\"3\") None", "- Some(\"4\") Some(Changed)", "+ None None"]);
    assert_eq!(to_string(&participants[0]), r#"{"id":"2","isMuted":true,"x":1.50}"#);
    assert!(participants[1].is_foreign());
    let operations = calls.value[1].delta(Call::OPERATIONS).unwrap().unwrap();
    assert!(matches!(&operations[..], [AnyCommsOperation::MuteParticipantOperation(_)]), "{operations:?}");
    assert_eq!(calls.value[1].delta(Call::PARTICIPANTS).unwrap(), None);
    assert_eq!(calls.value[2].delta(Call::PARTICIPANTS).unwrap(), None);
    assert_eq!(to_string(&calls), json);
}

#[test]
fn nested_deltas_that_are_none_are_told_when_they_are_asked_for() {
    for (delta, expected) in [
        (
            r#"[{"id":"2"},{"isMuted":1},{"roster\"":{},"isMuted":[]}]"#,
            ["/participants@delta/1/isMuted 1:46", "/participants@delta/2/isMuted 1:74"].as_slice(),
        ),
        ("{}", &["/participants@delta 1:23"]),
        ("[7]", &["/participants@delta/0 1:24"]),
    ] {
        let json = format!(r#"{{"participants@delta":{delta}}}"#);
        let call: Call = from_str(&json).unwrap();
        let error = call.delta(Call::PARTICIPANTS).unwrap_err();
        let told =
            |finding: &odatype::Finding| format!("{} {}:{}", finding.pointer(), finding.line(), finding.column());
        assert_eq!(error.findings().iter().map(told).collect::<Vec<_>>(), expected, "{error}");
        assert_eq!(to_string(&call), json);
        assert!(!Call::validate_json(json.as_bytes(), Profile::Strict).is_empty());
    }
}

#[test]
fn nested_deltas_are_written() {
    let known = Participant::new().with_dynamic("@id", "participants('2')");
    let gone = RemovedReason::Changed.mark(Participant::new().with(Participant::ID, "3"));
    let mut call = Call::new().with(Call::ID, "1").with_delta(Call::PARTICIPANTS, [known, gone]);
    call.set_delta(Call::OPERATIONS, [MuteParticipantOperation::new().with(MuteParticipantOperation::ID, "6")]);
    let written = concat!(
        r##"{"id":"1","participants@delta":[{"@id":"participants('2')"},{"id":"3","@removed":{"reason":"changed"}}],"##,
        r##""operations@delta":[{"@odata.type":"#microsoft.graph.muteParticipantOperation","id":"6"}]}"##,
    );
    assert_eq!(to_string(&call), written);
    assert!(call.validate().is_empty(), "{}", call.validate());
    let read: Call = from_str(written).unwrap();
    assert_eq!(read, call);
    assert_eq!(read.delta(Call::PARTICIPANTS).unwrap(), call.delta(Call::PARTICIPANTS).unwrap());

    // What was read keeps its name and its place.
    let mut call: Call = from_str(r#"{"participants@odata.delta":[],"id":"1"}"#).unwrap();
    assert_eq!(call.delta(Call::PARTICIPANTS).unwrap(), Some(Vec::new()));
    call.set_delta(Call::PARTICIPANTS, [Participant::new()]);
    assert_eq!(to_string(&call), r#"{"participants@odata.delta":[{}],"id":"1"}"#);
    call.set_delta(Call::PARTICIPANTS, None::<Vec<Participant>>);
    assert_eq!(to_string(&call), r#"{"id":"1"}"#);

    let wrong = Call::new().with_delta(Call::PARTICIPANTS, [Participant::new().with_dynamic("isMuted", "yes")]);
    assert_eq!(wrong.validate()[0].pointer(), "/participants@delta/0/isMuted");
}
