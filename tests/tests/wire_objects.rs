//! Objects: their tags, where and however spelled; families of types; dynamic members; types learnt at run time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    OneOrMany, Structured,
    graph::{
        self, AnyCommsOperation, AnyIdentity, AnyIdentitySet, AppHostedMediaConfig, Call, CommsNotification,
        CommsNotificationResourceData, Identity, IdentitySet, MediaConfig, Participant, ParticipantInfo, SCHEMA,
        ServiceHostedMediaConfig, actions,
    },
};
use serde_json::json;

fn media(json: &str) -> MediaConfig {
    let call: Call = odatype::from_str(&format!(r#"{{"mediaConfig":{json}}}"#)).unwrap();
    assert_eq!(
        odatype::to_value(&call).unwrap()["mediaConfig"],
        serde_json::from_str::<serde_json::Value>(json).unwrap()
    );
    call.media_config().unwrap().clone()
}

#[test]
fn spellings_of_tags() {
    for tag in [
        "#microsoft.graph.appHostedMediaConfig",
        "microsoft.graph.appHostedMediaConfig",
        "#Microsoft.Graph.AppHostedMediaConfig",
        "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.appHostedMediaConfig",
        "#graph.appHostedMediaConfig",
    ] {
        for name in ["@odata.type", "@type"] {
            for json in [format!(r#"{{"{name}":"{tag}","blob":"b"}}"#), format!(r#"{{"blob":"b","{name}":"{tag}"}}"#)] {
                let MediaConfig::AppHosted(app) = media(&json) else { panic!("{json}") };
                assert_eq!(app.blob(), Some("b"), "{json}");
                assert_eq!(app.odata_type().as_deref(), Some(tag));
                let written = odatype::to_string(&app);
                assert_eq!(written, format!(r#"{{"{name}":"{tag}","blob":"b"}}"#), "first, as it was spelled");
            }
        }
    }
}

#[test]
fn tags_that_name_nothing_that_fits() {
    for json in [
        r#"{"blob":"b"}"#,
        r##"{"@odata.type":"#microsoft.graph.mediaConfig","blob":"b"}"##,
        r##"{"@odata.type":"#microsoft.graph.futureMediaConfig","blob":"b"}"##,
        r##"{"@odata.type":"#microsoft.graph.call","blob":"b"}"##,
        r#"{"@odata.type":"","blob":{"n":1}}"#,
    ] {
        let unknown = media(json);
        let MediaConfig::Unknown(object) = &unknown else { panic!("{json}") };
        assert_eq!((odatype::to_string(object), odatype::to_string(&unknown)), (json.to_owned(), json.to_owned()));
        assert!(unknown.is_foreign());
        assert!(unknown.dynamic("blob").is_some());
    }
    // Common properties can be read and set all the same.
    let unknown = media(r##"{"@odata.type":"#x.y","removeFromDefaultAudioGroup":true}"##);
    assert_eq!(unknown.remove_from_default_audio_group(), Some(true));
    let changed = unknown.with(MediaConfig::REMOVE_FROM_DEFAULT_AUDIO_GROUP, false);
    let MediaConfig::Unknown(object) = &changed else { panic!("{changed:?}") };
    assert_eq!(odatype::to_string(object), r##"{"@odata.type":"#x.y","removeFromDefaultAudioGroup":false}"##);
}

#[test]
fn written_with_a_tag_where_it_is_needed() {
    let app = AppHostedMediaConfig::new().with(AppHostedMediaConfig::BLOB, "b");
    assert_eq!(odatype::to_string(&app), r#"{"blob":"b"}"#);
    let tagged = r##"{"@odata.type":"#microsoft.graph.appHostedMediaConfig","blob":"b"}"##;
    assert_eq!(odatype::to_string(&MediaConfig::from(app.clone())), tagged);
    let answer = actions::call::Answer::new(actions::call::AnswerRequired {
        callback_uri: "https://bot.example",
        media_config: app,
    });
    assert_eq!(
        odatype::to_string(&answer),
        format!(r#"{{"callbackUri":"https://bot.example","mediaConfig":{tagged}}}"#)
    );
    // A value that was read where its type was declared keeps no tag, but gets one where it is not.
    let read: AppHostedMediaConfig = odatype::from_str(r#"{"blob":"b"}"#).unwrap();
    assert_eq!(
        odatype::to_string(&Call::new().with(Call::MEDIA_CONFIG, read)),
        format!(r#"{{"mediaConfig":{tagged}}}"#)
    );
    let set = IdentitySet::new().with(IdentitySet::USER, Identity::new().with(Identity::ID, "u"));
    assert_eq!(odatype::to_string(&set), r#"{"user":{"id":"u"}}"#);
    assert_eq!(
        odatype::to_string(&ParticipantInfo::new().with(ParticipantInfo::IDENTITY, set)),
        r#"{"identity":{"user":{"id":"u"}}}"#
    );
    let changed = media(r##"{"blob":"b","@odata.type":"#microsoft.graph.appHostedMediaConfig","x":1}"##);
    let MediaConfig::AppHosted(changed) = changed else { panic!("{changed:?}") };
    assert_eq!(
        odatype::to_string(&changed.with(AppHostedMediaConfig::BLOB, "c")),
        r##"{"@odata.type":"#microsoft.graph.appHostedMediaConfig","blob":"c","x":1}"##
    );
}

#[test]
fn families() {
    let operation: AnyCommsOperation =
        odatype::from_str(r##"{"id":"1","@odata.type":"#microsoft.graph.playPromptOperation","status":"running"}"##)
            .unwrap();
    assert!(matches!(operation, AnyCommsOperation::PlayPromptOperation(_)));
    assert_eq!((operation.id(), operation.type_name()), (Some("1"), "microsoft.graph.playPromptOperation"));
    let plain: AnyCommsOperation = odatype::from_str(r#"{"status":"running"}"#).unwrap();
    assert!(matches!(plain, AnyCommsOperation::CommsOperation(_)));
    let set: AnyIdentitySet =
        odatype::from_str(r##"{"@odata.type":"#microsoft.graph.communicationsIdentitySet","phone":{"id":"+1"}}"##)
            .unwrap();
    assert!(matches!(&set, AnyIdentitySet::Communications(_)), "{set:?}");
    assert_eq!(set.phone().and_then(AnyIdentity::id), Some("+1"));
}

#[test]
fn one_or_many_resources() {
    let notification =
        |data: &str| -> CommsNotification { odatype::from_str(&format!(r#"{{"resourceData":{data}}}"#)).unwrap() };
    let one = notification(r##"{"@odata.type":"#microsoft.graph.call","id":"c"}"##);
    let Some(OneOrMany::One(CommsNotificationResourceData::Call(call))) = one.resource_data() else {
        panic!("{one:?}")
    };
    assert_eq!(call.id(), Some("c"));
    let many = notification(
        r##"[{"@odata.type":"#microsoft.graph.participant","id":"p"},{"@odata.type":"#microsoft.graph.new","id":"n"},{"id":"x"}]"##,
    );
    let Some(OneOrMany::Many(items)) = many.resource_data() else { panic!("{many:?}") };
    assert!(matches!(
        items.as_slice(),
        [
            CommsNotificationResourceData::Participant(_),
            CommsNotificationResourceData::Unknown(_),
            CommsNotificationResourceData::Unknown(_)
        ]
    ));
    let operation = notification(r##"{"@odata.type":"#microsoft.graph.recordOperation"}"##);
    assert!(matches!(
        operation.resource_data(),
        Some(OneOrMany::One(CommsNotificationResourceData::CommsOperation(AnyCommsOperation::RecordOperation(_))))
    ));
    assert!(notification("null").resource_data().is_none());
    let built = CommsNotification::new().with(CommsNotification::RESOURCE_DATA, Call::new().with(Call::ID, "c"));
    assert_eq!(odatype::to_string(&built), r##"{"resourceData":{"@odata.type":"#microsoft.graph.call","id":"c"}}"##);
}

#[test]
fn dynamic_members() {
    let json = r##"{"@odata.id":"x","custom":{"@odata.type":"#microsoft.graph.participant","id":"p"},"members@odata.bind":["a"],
        "members@delta":[{"@removed":{"reason":"changed"}}],"\u0061/b":1}"##;
    let call: Call = odatype::from_str(json).unwrap();
    let names = call.dynamic_members().map(|(name, _)| name);
    assert!(names.eq(["@odata.id", "custom", "members@odata.bind", "members@delta", "a/b"]));
    let participant: Participant = call.dynamic("custom").unwrap().decode().unwrap();
    assert_eq!(participant.id(), Some("p"));
    assert!(call.dynamic("custom").unwrap().decode::<odatype::ServiceError>().is_ok());
    assert_eq!(call.dynamic("a/b").map(odatype::Json::text), Some("1"));
    assert_eq!(call.dynamic("nothing").map(odatype::Json::text), None);
    let error =
        odatype::from_str::<Call>(r#"{"x":{"id":1}}"#).unwrap().dynamic("x").unwrap().decode::<Call>().unwrap_err();
    assert_eq!(error.findings()[0].pointer(), "/id");
    let call = call.with_dynamic("custom", &json!([1])).with_dynamic("self", Identity::new().with(Identity::ID, "i"));
    let written = odatype::to_value(&call).unwrap();
    assert_eq!(written["custom"], json!([1]));
    assert_eq!(written["self"], json!({"@odata.type": "#microsoft.graph.identity", "id": "i"}));
    assert_eq!(written["a/b"], json!(1));
}

#[test]
fn types_learnt_at_run_time() {
    let object = graph::decode("microsoft.graph.call", br#"{"id":"c"}"#).unwrap();
    assert_eq!(object.type_name(), "microsoft.graph.call");
    assert!(object.is::<Call>() && !object.is::<Participant>());
    assert_eq!(object.to_type::<Call>().unwrap().id(), Some("c"));
    let object = object.downcast::<Participant>().unwrap_err();
    assert_eq!(object.downcast::<Call>().unwrap().id(), Some("c"));

    let json = br##"{"@odata.type":"#microsoft.graph.serviceHostedMediaConfig"}"##;
    let object = graph::decode("microsoft.graph.mediaConfig", json).unwrap();
    assert_eq!(object.type_name(), "microsoft.graph.serviceHostedMediaConfig");
    assert!(object.is::<ServiceHostedMediaConfig>() && object.is::<MediaConfig>());
    assert!(matches!(object.downcast::<MediaConfig>(), Ok(MediaConfig::ServiceHosted(_))));

    let body = graph::decode("microsoft.graph.mute(microsoft.graph.participant)", b"{}").unwrap();
    assert!(body.is::<actions::participant::Mute>());
    for (name, expected) in [
        ("microsoft.graph.mute", "has several overloads; name one: microsoft.graph.mute(microsoft.graph.call), "),
        ("microsoft.graph.nothing", "the schema has no type or action `microsoft.graph.nothing`"),
        ("microsoft.graph.callState", "the schema has no type or action"),
    ] {
        let error = SCHEMA.decode(name, b"{}").unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
    let call = graph::types().find(|info| info.name() == "microsoft.graph.call").unwrap();
    assert_eq!(call.base(), Some("microsoft.graph.entity"));
    assert!(call.is_open() && !call.is_abstract() && !call.is_action());
    assert!(call.properties().any(|name| name == "callRoutes"));
    let base = graph::types().find(|info| info.name() == "microsoft.graph.mediaConfig").unwrap();
    assert!(base.is_abstract());
}

#[test]
fn equality_is_of_json_values() {
    let read = |json: &str| odatype::from_str::<Call>(json).unwrap();
    assert_eq!(read(r#"{"id":"c","x":1}"#), read(r#"{ "x" : 1.0, "id":"\u0063" }"#));
    assert_eq!(read(r#"{"id":"c"}"#), Call::new().with(Call::ID, "c"));
    assert_ne!(read(r#"{"id":null}"#), Call::new());
    assert_ne!(read(r#"{"id":"c","x":1}"#), read(r#"{"id":"c"}"#));
    let call = read(r#"{"id":"c"}"#);
    assert_eq!(call.clone().with(Call::ID, "d").with(Call::ID, "c"), call);
    assert_eq!(format!("{call:?}"), r#"call { id: String("c") }"#);
}

#[test]
fn a_tag_that_was_set_is_written_once_and_first() {
    let config = AppHostedMediaConfig::new()
        .with(AppHostedMediaConfig::BLOB, "b")
        .with_dynamic("@odata.type", &json!("#other.type"));
    let call = Call::new().with(Call::MEDIA_CONFIG, config);
    assert_eq!(odatype::to_string(&call), r##"{"mediaConfig":{"@odata.type":"#other.type","blob":"b"}}"##);
    let read: Call = odatype::from_str(r##"{"@odata.type":"#microsoft.graph.call","subject":"s"}"##).unwrap();
    assert!(read.dynamic("@odata.type").is_some());
    assert_eq!(odatype::to_string(&read.clone().without_dynamic("@odata.type")), r#"{"subject":"s"}"#);
    let changed = read.with_dynamic("@odata.type", &json!("microsoft.graph.call"));
    assert_eq!(odatype::to_string(&changed), r#"{"@odata.type":"microsoft.graph.call","subject":"s"}"#);
}

#[test]
fn a_declared_member_that_was_set_as_json_is_read_as_what_it_is() {
    let call = Call::new()
        .with_dynamic("subject", &json!("s"))
        .with_dynamic("targets", &json!([{ "id": "t" }]))
        .with_dynamic("tenantId", &json!(5));
    assert_eq!((call.subject(), call.targets()[0].id(), call.tenant_id()), (Some("s"), Some("t"), None));
    assert_eq!(odatype::to_value(&call).unwrap(), json!({ "subject": "s", "targets": [{ "id": "t" }], "tenantId": 5 }));
    let resource = json!({ "@odata.type": "#microsoft.graph.call", "id": "c" });
    let notification = CommsNotification::new().with_dynamic("resourceData", &resource);
    let one = notification.resource_data().and_then(OneOrMany::one);
    assert!(matches!(one, Some(CommsNotificationResourceData::Call(call)) if call.id() == Some("c")));
    let set = IdentitySet::new().with_dynamic("robot", Identity::new().with(Identity::ID, "r"));
    assert_eq!(set.dynamic("robot").unwrap().decode::<Identity>().unwrap().id(), Some("r"));
}

#[test]
fn a_null_item_that_was_changed_is_an_object() {
    let call: Call = odatype::from_str(r#"{"targets":[null]}"#).unwrap();
    let target = call.targets()[0].clone();
    assert!(target.is_null());
    assert!(!target.with(odatype::graph::InvitationParticipantInfo::ID, "t").is_null());
}

#[test]
fn what_is_equal_as_json_is_equal() {
    let decode = |json: &str| odatype::from_str::<Call>(json).unwrap();
    assert_eq!(decode(r#"{"x":1.0,"y":{"a":1,"b":2}}"#), decode(r#"{ "y": {"b":2,"a":1}, "x":1 }"#));
    assert_ne!(decode(r#"{"x":9007199254740993}"#), decode(r#"{"x":9007199254740992}"#));
    assert_ne!(decode(r#"{"x":0.12345678901234567890123}"#), decode(r#"{"x":0.12345678901234567890124}"#));
}

#[test]
fn a_clone_is_of_the_same_variant() {
    let phone: Identity = odatype::from_str(r##"{"@odata.type":"#microsoft.graph.emailIdentity","id":"1"}"##).unwrap();
    for identity in [AnyIdentity::Identity(phone.clone()), AnyIdentity::from(phone)] {
        assert_eq!(std::mem::discriminant(&identity), std::mem::discriminant(&identity.clone()));
    }
}

#[test]
fn what_is_learnt_at_run_time_tells_its_type() {
    let call = graph::decode("microsoft.graph.call", br#"{"subject":"s"}"#).unwrap();
    assert_eq!(format!("{call:?}"), format!("{:?}", Call::new().with(Call::SUBJECT, "s")));
    let base = graph::types().find(|ty| ty.name() == "microsoft.graph.call").unwrap();
    assert_eq!(format!("{base:?}"), r#"TypeInfo("microsoft.graph.call")"#);
}
