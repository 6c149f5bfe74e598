//! The macro, on the schema that the checked-in models are made from: what it makes is the same, and it works.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod by_macro {
    ::odatype::schema! {
        path = "../schema/graph/communications.csdl.json",
        overlay = "../schema/graph/communications.overlay.json",
    }
}

use by_macro::microsoft::graph::{
    AppHostedMediaConfig, CommsNotificationResourceData, CommsNotifications,
    actions::call::{Answer, AnswerRequired},
};
use odatype::{
    TypeInfo, graph,
    validate::{Profile, Validate},
};

#[test]
fn macro_and_command_make_the_same() {
    fn describe<'a>(types: impl Iterator<Item = TypeInfo<'a>>) -> Vec<String> {
        types
            .map(|ty| {
                let properties: Vec<&str> = ty.properties().collect();
                format!("{} {:?} {} {} {}", ty.name(), ty.base(), ty.is_abstract(), ty.is_open(), properties.join(" "))
            })
            .collect()
    }
    let made = describe(by_macro::types());
    assert!(made.len() > 100);
    assert_eq!(made, describe(graph::types()));
    for profile in [Profile::Tolerant, Profile::Strict] {
        assert_eq!(by_macro::SCHEMA.json_schema_of_all(profile), graph::SCHEMA.json_schema_of_all(profile));
    }
}

#[test]
fn what_the_macro_makes_reads_writes_and_validates() {
    let text = r##"{"value":[{"resourceData":{"@odata.type":"#microsoft.graph.call","state":"incoming","new":[1]}}]}"##;
    let notifications: CommsNotifications = odatype::from_str(text).unwrap();
    let resource = notifications.value()[0].resource_data().unwrap();
    let states: Vec<String> = resource
        .into_iter()
        .map(|resource| match resource {
            CommsNotificationResourceData::Call(call) => call.state().unwrap().as_str().to_owned(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(states, ["incoming"]);
    assert_eq!(odatype::to_string(&notifications), text);
    let findings =
        Answer::new(AnswerRequired { callback_uri: "http://bot.example", media_config: AppHostedMediaConfig::new() })
            .validate();
    assert!(findings.iter().any(|finding| finding.pointer() == "/callbackUri"), "{findings:?}");
}
