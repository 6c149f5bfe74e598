//! When objects are equal: by content, tags that say nothing aside.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Structured, from_str,
    graph::{AnyIdentity, AppHostedMediaConfig, Call, CallState, Identity, IdentitySet, MediaConfig, ParticipantInfo},
};

fn call(json: &str) -> Call {
    from_str(json).unwrap()
}

/// Whether they are equal, either way.
fn same<T: PartialEq>(left: &T, right: &T) -> bool {
    let same = left == right;
    assert_eq!(same, right == left);
    same
}

#[test]
fn tags_that_say_nothing() {
    let built = Call::new().with(Call::SUBJECT, "s").with(Call::STATE, CallState::Incoming);
    for tag in [
        r##""@odata.type":"#microsoft.graph.call","##,
        r##""@type":"#microsoft.graph.call","##,
        r#""@odata.type":"microsoft.graph.call","#,
        r##""@odata.type":"#Microsoft.Graph.CALL","##,
        r#""@odata.type":"https://service.test/$metadata#microsoft.graph.call","#,
        "",
    ] {
        assert!(same(&call(&format!(r#"{{{tag}"subject":"s","state":"incoming"}}"#)), &built), "{tag}");
        assert!(same(&call(&format!(r#"{{"state":"incoming","subject":"s"{}}}"#, comma(tag))), &built), "{tag}");
    }
    assert!(same(&built.clone().with_dynamic("@odata.type", "#microsoft.graph.call"), &built));
    assert!(same(&built.clone().with_dynamic("@type", "microsoft.graph.call"), &built));
    let info = ParticipantInfo::new();
    assert!(same(&info.clone().without_dynamic("@odata.type"), &info));
    // What is nested too.
    let nested =
        Call::new().with(Call::SOURCE, ParticipantInfo::new().with(ParticipantInfo::IDENTITY, IdentitySet::new()));
    for identity in ["{}", r##"{"@odata.type":"#microsoft.graph.identitySet"}"##] {
        for tag in ["", r##""@odata.type":"#microsoft.graph.participantInfo","##] {
            assert!(
                same(&call(&format!(r#"{{"source":{{{tag}"identity":{identity}}}}}"#)), &nested),
                "{tag}{identity}"
            );
        }
    }
}

fn comma(tag: &str) -> String {
    tag.strip_suffix(',').map_or(String::new(), |tag| format!(",{tag}"))
}

#[test]
fn tags_that_say_something() {
    let built = Call::new();
    assert!(!same(&call(r##"{"@odata.type":"#another.type"}"##), &built));
    assert!(!same(&call(r##"{"@odata.type":"#another.type"}"##), &call(r##"{"@odata.type":"#third.type"}"##)));
    assert!(same(&call(r##"{"@odata.type":"#another.type"}"##), &call(r##"{"@type":"#another.type"}"##)));
    assert!(!same(&built.clone().with_dynamic("@odata.type", "#another.type"), &built));
    let set = |json: &str| from_str::<IdentitySet>(json).unwrap();
    let plain = set(r#"{"user":{"id":"u"}}"#);
    let chat = set(r##"{"user":{"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"u"}}"##);
    assert!(!same(&plain, &chat));
    assert!(same(&plain, &set(r##"{"user":{"@odata.type":"#microsoft.graph.identity","id":"u"}}"##)));
    assert!(same(&plain, &IdentitySet::new().with(IdentitySet::USER, Identity::new().with(Identity::ID, "u"))));
    // Where the base is expected, whoever takes a tag away says something.
    let config = AppHostedMediaConfig::new().with(AppHostedMediaConfig::BLOB, "b");
    let tagged: MediaConfig = config.clone().into();
    let untagged: MediaConfig = config.without_dynamic("@odata.type").into();
    assert!(!same(&tagged, &untagged));
    assert!(same(&tagged, &from_str(&odatype::to_string(&tagged)).unwrap()));
}

#[test]
fn content() {
    assert!(same(&call(r#"{"a":{"x":1,"y":[1e2]},"b":2}"#), &call(r#"{ "b" : 2.0, "a":{"y":[100],"x":1.0}}"#)));
    assert!(same(&call(r#"{"\u0061":1}"#), &Call::new().with_dynamic("a", 1)));
    assert!(!same(&call(r#"{"a":1}"#), &call(r#"{"a":2}"#)));
    assert!(!same(&call(r#"{"a":1}"#), &call(r#"{"b":1}"#)));
    assert!(!same(&call(r#"{"a":1,"b":1}"#), &call(r#"{"a":1}"#)));
    assert!(!same(&call(r#"{"subject":null}"#), &call("{}")));
    assert!(same(&call(r#"{"subject":null}"#), &Call::new().with(Call::SUBJECT, odatype::Null)));
    assert!(!same(&call(r#"{"targets":[null]}"#), &call(r#"{"targets":[{}]}"#)));
    assert!(!same(&call(r#"{"targets":[]}"#), &call(r#"{"targets":null}"#)));
    assert!(same(&call(r#"{"targets":[null]}"#), &call(r#"{"targets":[ null ]}"#)));
    // An item that was null and was reached into is an object like any other.
    let mut reached = call(r#"{"targets":[null]}"#);
    reached.edit(Call::TARGETS)[0].set(odatype::graph::InvitationParticipantInfo::ID, "1");
    assert!(same(&reached, &call(r#"{"targets":[{"id":"1"}]}"#)) && !reached.targets()[0].is_foreign());
    // A taken member is as one that never was.
    let mut taken = call(r#"{"subject":"s","id":"1"}"#);
    taken.take(Call::SUBJECT);
    assert!(same(&taken, &Call::new().with(Call::ID, "1")));
    let identity: AnyIdentity = Identity::new().into();
    assert!(same(&identity, &AnyIdentity::default()));
}

#[test]
fn values_of_collections() {
    use odatype::graph::Modality::{Audio, Video, VideoBasedScreenSharing};
    let call = call(r#"{"requestedModalities":["audio",null,"video"]}"#);
    let modalities = call.requested_modalities();
    assert_eq!((modalities.first(), modalities.get(1), modalities.last()), (Some(Audio), None, Some(Video)));
    assert!(modalities.contains(&Video) && !modalities.contains(&VideoBasedScreenSharing));
    assert_eq!(modalities.slice(1..).nullable().collect::<Vec<_>>(), [None, Some(Video)]);
    assert_eq!(modalities.slice(..=0).iter().collect::<Vec<_>>(), [Audio]);
    assert_eq!(modalities.slice(1..).slice(1..9).last(), Some(Video));
    let (start, end) = (7, 2);
    assert!(modalities.slice(start..end).is_empty());
    assert!(modalities.slice(5..).is_empty() && modalities.slice(..0).is_empty());
    let mut changed = call.clone();
    changed.push(Call::REQUESTED_MODALITIES, Audio);
    assert_eq!(changed.requested_modalities().slice(2..).iter().collect::<Vec<_>>(), [Video, Audio]);
    assert_eq!(Call::new().requested_modalities().last(), None);
}

#[test]
fn values_may_be_held_while_something_unwinds() {
    let call = call(r#"{"source":{"region":"r"}}"#);
    let region = std::panic::catch_unwind(|| call.source().and_then(|source| source.region().map(str::to_owned)));
    assert_eq!(region.unwrap().as_deref(), Some("r"));
    let moved = std::panic::catch_unwind(move || call.with(Call::SUBJECT, "s"));
    assert_eq!(moved.unwrap().subject(), Some("s"));
    let config = MediaConfig::from(AppHostedMediaConfig::new());
    assert!(std::panic::catch_unwind(|| config.clone()).is_ok());
}

/// What was set and does not fit is what it would be if it had been read: found by fuzzing.
#[test]
fn what_was_set_and_does_not_fit() {
    let foreign = r##"{"@odata.type":"#microsoft.graph.unknown"}"##;
    for (name, value) in [
        ("targets", serde_json::json!([1, {"a": null}])),
        ("targets", serde_json::json!([{"identity": 1}])),
        ("source", serde_json::json!({"identity": {"user": {"id": 1}}})),
        ("requestedModalities", serde_json::json!([1, "audio"])),
        ("mediaConfig", serde_json::json!({"@odata.type": "#microsoft.graph.appHostedMediaConfig", "blob": 1})),
        ("state", serde_json::json!(1)),
    ] {
        for start in [foreign, "{}"] {
            let set = call(start).with_dynamic(name, &value);
            let text = odatype::to_string(&set);
            let read = odatype::from_slice_partial::<Call>(text.as_bytes()).unwrap().value;
            assert!(same(&set, &read), "{text}");
            assert_eq!(odatype::to_string(&read), text);
            let count = |call: &Call| {
                (call.targets().len(), call.source().is_some(), call.requested_modalities().iter().count())
            };
            assert_eq!(count(&set), count(&read), "{text}");
        }
    }
}
