//! Delta payloads: entities, removed ones and links told apart, written back as they were read, and accepted by the strict
//! profile; the envelope's control information, changed in place.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Collection, DeltaItem, RemovedReason, Structured, from_slice_partial, from_str,
    graph::{AnyCommsOperation, Call, OnlineMeeting},
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
