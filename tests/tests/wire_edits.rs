//! Changing what was read, in place: to any depth, in collections, on structs and on the enums of bases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Null, Presence, Structured, from_str,
    graph::{
        AnyIdentity, AnyIdentitySet, AppHostedMediaConfig, Call, CallState, CommsNotification,
        CommsNotificationResourceData, Identity, InvitationParticipantInfo, MediaConfig, MediaInfo, Modality,
        ParticipantInfo, ServiceHostedMediaConfig,
    },
    to_string,
};

/// A call that is read from `json`, changed, and written as `expected`; and read back the same.
#[track_caller]
fn edited(json: &str, change: impl FnOnce(&mut Call), expected: &str) {
    let mut call: Call = from_str(json).unwrap();
    let before = call.clone();
    change(&mut call);
    assert_eq!(to_string(&call), expected);
    assert_eq!(from_str::<Call>(expected).unwrap(), call);
    assert_eq!(to_string(&before), json, "a copy made before stays as it was");
}

#[test]
fn properties() {
    edited(
        r#"{"subject":"a","id":"c"}"#,
        |call| drop(call.set(Call::SUBJECT, "b").set(Call::STATE, CallState::Incoming).clone()),
        r#"{"subject":"b","id":"c","state":"incoming"}"#,
    );
    edited(
        r#"{"subject":"a","id":"c"}"#,
        |call| drop(call.set(Call::SUBJECT, Null).clone()),
        r#"{"subject":null,"id":"c"}"#,
    );
    edited(r#"{"subject":"a","id":"c"}"#, |call| drop(call.unset(Call::SUBJECT).clone()), r#"{"id":"c"}"#);
    edited(r#"{"subject":"a"}"#, |call| drop(call.set(Call::SUBJECT, None::<&str>).clone()), "{}");
    edited(r#"{"subject":"a","x":1}"#, |call| assert_eq!(call.take(Call::SUBJECT).as_deref(), Some("a")), r#"{"x":1}"#);
    let call: Call = from_str(r#"{"subject":null,"id":"c"}"#).unwrap();
    assert_eq!(
        (call.presence(Call::SUBJECT), call.presence(Call::ID), call.presence(Call::STATE)),
        (Presence::Null, Presence::Present, Presence::Absent)
    );
    assert_eq!((call.get(Call::ID), call.get(Call::SUBJECT), call.get(Call::TARGETS).len()), (Some("c"), None, 0));
    assert_eq!(
        (Call::SUBJECT.name(), format!("{:?}", Call::SUBJECT)),
        ("subject", "microsoft.graph.call/subject".into())
    );
}

#[test]
fn deep_down() {
    edited(
        r#"{"source":{"identity":{"user":{"id":"u","x":1},"y":[2]}},"z":3}"#,
        |call| {
            call.edit(Call::SOURCE)
                .edit(ParticipantInfo::IDENTITY)
                .edit(AnyIdentitySet::USER)
                .set(AnyIdentity::ID, "v");
            assert_eq!(call.source().unwrap().identity().unwrap().user().unwrap().id(), Some("v"));
        },
        r#"{"source":{"identity":{"user":{"id":"v","x":1},"y":[2]}},"z":3}"#,
    );
    // What is not there, or null, is made on the way.
    for json in ["{}", r#"{"source":null}"#] {
        let mut call: Call = from_str(json).unwrap();
        call.edit(Call::SOURCE).edit(ParticipantInfo::IDENTITY).edit(AnyIdentitySet::USER).set(AnyIdentity::ID, "v");
        assert_eq!(to_string(&call), r#"{"source":{"identity":{"user":{"id":"v"}}}}"#);
    }
    let mut call = Call::new();
    assert!(call.get_mut(Call::MEDIA_CONFIG).is_none());
    call.set(Call::MEDIA_CONFIG, AppHostedMediaConfig::new());
    let config = call.get_mut(Call::MEDIA_CONFIG).unwrap();
    config.set(MediaConfig::REMOVE_FROM_DEFAULT_AUDIO_GROUP, true);
    config.downcast_mut::<AppHostedMediaConfig>().unwrap().set(AppHostedMediaConfig::BLOB, "b");
    assert!(config.downcast_ref::<ServiceHostedMediaConfig>().is_none());
    assert_eq!(
        to_string(&call),
        r##"{"mediaConfig":{"@odata.type":"#microsoft.graph.appHostedMediaConfig","removeFromDefaultAudioGroup":true,"blob":"b"}}"##
    );
}

#[test]
fn collections() {
    edited(
        r#"{"targets":[{"id":"1"},null,{"id":"3"}],"requestedModalities":["audio",null]}"#,
        |call| {
            call.push(Call::REQUESTED_MODALITIES, Modality::Video);
            call.push(Call::TARGETS, InvitationParticipantInfo::new().with(InvitationParticipantInfo::ID, "4"));
            let targets = call.edit(Call::TARGETS);
            targets.remove(0);
            targets[1].set(InvitationParticipantInfo::ID, "5");
            assert_eq!(call.targets().iter().filter_map(Structured::non_null).count(), 2);
        },
        r#"{"targets":[null,{"id":"5"},{"id":"4"}],"requestedModalities":["audio",null,"video"]}"#,
    );
    edited(
        r#"{"targets":[{"id":"1"}],"requestedModalities":["audio",null]}"#,
        |call| {
            let targets = call.take(Call::TARGETS);
            assert_eq!(targets[0].id(), Some("1"));
            assert_eq!(call.take(Call::REQUESTED_MODALITIES), [Some(Modality::Audio), None]);
            assert!(call.take(Call::TARGETS).is_empty());
        },
        "{}",
    );
    let mut call = Call::new();
    call.push(Call::REQUESTED_MODALITIES, Modality::Audio).push(Call::TARGETS, InvitationParticipantInfo::new());
    assert_eq!(to_string(&call), r#"{"requestedModalities":["audio"],"targets":[{}]}"#);
    let strict = Call::new().with(Call::TARGETS, Null).with(Call::REQUESTED_MODALITIES, None::<Vec<Modality>>);
    assert_eq!(to_string(&strict), r#"{"targets":null}"#);
}

#[test]
fn what_does_not_fit_stays_unless_it_is_replaced() {
    let misfit = r#"{"source":"x","targets":"y","subject":5,"requestedModalities":6}"#;
    let mut call = odatype::from_slice_partial::<Call>(misfit.as_bytes()).unwrap().value;
    assert!(
        call.take(Call::SOURCE).is_none() && call.take(Call::SUBJECT).is_none() && call.get_mut(Call::SOURCE).is_none()
    );
    assert!(call.take(Call::TARGETS).is_empty() && call.take(Call::REQUESTED_MODALITIES).is_empty());
    assert_eq!(to_string(&call), misfit);
    call.edit(Call::SOURCE).set(ParticipantInfo::REGION, "r");
    call.push(Call::REQUESTED_MODALITIES, Modality::Audio).edit(Call::TARGETS).clear();
    assert_eq!(
        to_string(&call),
        r#"{"source":{"region":"r"},"targets":[],"subject":5,"requestedModalities":["audio"]}"#
    );
}

#[test]
fn up_and_down() {
    let config: MediaConfig =
        from_str(r##"{"@odata.type":"#microsoft.graph.appHostedMediaConfig","blob":"b"}"##).unwrap();
    assert_eq!(config.downcast_ref::<AppHostedMediaConfig>().unwrap().blob(), Some("b"));
    let config = config.cast::<ServiceHostedMediaConfig>().unwrap_err();
    let app: AppHostedMediaConfig = config.cast().unwrap();
    assert_eq!(AppHostedMediaConfig::TYPE_NAME, "microsoft.graph.appHostedMediaConfig");
    let up: MediaConfig = app.cast().unwrap();
    assert!(matches!(up, MediaConfig::AppHosted(_)));
    // A base is not what derives from it, and an enum of a base by default is the base.
    let identity = AnyIdentity::default().with(AnyIdentity::ID, "i");
    assert!(identity.downcast_ref::<Identity>().is_some());
    assert_eq!(to_string(&identity), r#"{"id":"i"}"#);
    let call = Call::new().cast::<Identity>().unwrap_err();
    assert!(call.cast::<MediaInfo>().is_err());
}

#[test]
fn dynamic_members() {
    let mut call: Call = from_str(r#"{"a":1,"subject":"s"}"#).unwrap();
    call.set_dynamic("a", "x").set_dynamic("b", 5).set_dynamic("c", Null).set_dynamic("d", Identity::new());
    call.set_dynamic("e", vec![1.5]).set_dynamic("f", true).set_dynamic("subject", "t").unset_dynamic("b");
    assert_eq!(
        to_string(&call),
        r##"{"a":"x","subject":"t","c":null,"d":{"@odata.type":"#microsoft.graph.identity"},"e":[1.5],"f":true}"##
    );
    assert_eq!(call.subject(), Some("t"));
    assert!(call.dynamic("c").is_some_and(odatype::Json::is_null) && call.dynamic("b").is_none());
}

#[test]
fn items_that_do_not_fit_stay_however_they_came() {
    let items = serde_json::json!([5, { "id": "1" }, null, [], "x"]);
    let set = Call::new().with_dynamic("targets", &items);
    let read = odatype::from_slice_partial::<Call>(to_string(&set).as_bytes()).unwrap().value;
    for mut call in [set, read] {
        call.edit(Call::TARGETS)[1].set(InvitationParticipantInfo::ID, "2");
        let edited = r#"{"targets":[5,{"id":"2"},null,[],"x"]}"#;
        assert_eq!(to_string(&call), edited);
        let taken = call.take(Call::TARGETS);
        call.set(Call::TARGETS, taken);
        assert_eq!(to_string(&call), edited);
        call.edit(Call::TARGETS)[0].set(InvitationParticipantInfo::ID, "0");
        assert_eq!(to_string(&call), edited.replace('5', r#"{"id":"0"}"#));
    }
}

#[test]
fn one_or_many_are_reached_into_where_they_stand() {
    let renamed = |json: &str| {
        let mut notification: CommsNotification = odatype::from_str(json).unwrap();
        for resource in notification.get_mut(CommsNotification::RESOURCE_DATA).into_iter().flatten() {
            if let CommsNotificationResourceData::Call(call) = resource {
                call.edit(Call::SOURCE).set(ParticipantInfo::REGION, "r");
            }
        }
        odatype::to_string(&notification)
    };
    let call = r##"{"@odata.type":"#microsoft.graph.call","state":"incoming"##;
    for (json, expected) in [
        (
            format!(r#"{{"resourceData":{call}"}}}}"#),
            format!(r#"{{"resourceData":{call}","source":{{"region":"r"}}}}}}"#),
        ),
        (
            format!(r##"{{"resourceData":[7,{call}"}},null,{{"@odata.type":"#no.such"}}]}}"##),
            format!(
                r##"{{"resourceData":[7,{call}","source":{{"region":"r"}}}},null,{{"@odata.type":"#no.such"}}]}}"##
            ),
        ),
        // What is neither stays as it is.
        (r#"{"resourceData":"text"}"#.to_owned(), r#"{"resourceData":"text"}"#.to_owned()),
        (r#"{"resourceData":null}"#.to_owned(), r#"{"resourceData":null}"#.to_owned()),
        ("{}".to_owned(), "{}".to_owned()),
    ] {
        assert_eq!(renamed(&json), expected);
    }
}

#[test]
fn collections_are_reached_into_without_being_made() {
    let mut call: Call = odatype::from_str(r#"{"targets":[{"id":"1"}]}"#).unwrap();
    call.get_mut(Call::TARGETS).unwrap()[0].set(InvitationParticipantInfo::ID, "2");
    assert!(call.get_mut(Call::PARTICIPANTS).is_none());
    assert_eq!(odatype::to_string(&call), r#"{"targets":[{"id":"2"}]}"#);
}

#[test]
fn what_was_read_between_two_changes_is_not_kept() {
    let text = r##"{"resourceData":{"@odata.type":"#microsoft.graph.call","state":"incoming"}}"##;
    let many =
        r##"{"resourceData":[{"@odata.type":"#microsoft.graph.call"},{"@odata.type":"#microsoft.graph.call"}]}"##;
    for json in [text, many] {
        let mut notification: CommsNotification = from_str(json).unwrap();
        for subject in ["a", "b"] {
            for resource in notification.get_mut(CommsNotification::RESOURCE_DATA).into_iter().flatten() {
                let CommsNotificationResourceData::Call(call) = resource else { panic!("{json}") };
                call.set(Call::SUBJECT, subject);
            }
            for resource in notification.resource_data().into_iter().flatten() {
                let CommsNotificationResourceData::Call(call) = resource else { panic!("{json}") };
                assert_eq!(call.subject(), Some(subject));
            }
        }
        let written = to_string(&notification);
        let taken = notification.take(CommsNotification::RESOURCE_DATA).unwrap();
        assert_eq!(to_string(&notification), "{}");
        notification.set(CommsNotification::RESOURCE_DATA, taken);
        assert_eq!(to_string(&notification), written);
        assert!(written.contains(r#""subject":"b""#) && !written.contains(r#""a""#), "{written}");
    }
}
