//! `Validate` on generated types and on collections of them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Collection, Findings, Structured,
    graph::{self, Participant, actions::call::Answer},
    json_schema::{self, Validator},
    validate::{Profile, Validate},
};

/// What an action and a type reach: neither what the one is bound to, nor all that the other points to.
mod cut {
    odatype::schema! { path = "golden/calls.csdl.json", roots = ["telephony.core.answer", "telephony.core.records.call"] }
}

/// Where the findings are.
fn pointers(findings: &Findings) -> Vec<String> {
    findings.iter().map(odatype::Finding::pointer).collect()
}

#[test]
fn a_body() {
    for (json, expected) in [
        (r#"{"callbackUri": "https://bot.example"}"#, &[""][..]),
        (r#"{"callbackUri": "http://bot.example", "mediaConfig": null}"#, &["/callbackUri", "/mediaConfig"]),
    ] {
        assert_eq!(pointers(&Answer::validate_json(json.as_bytes(), Profile::Strict)), expected, "{json}");
        assert!(Answer::validate_json(json.as_bytes(), Profile::Tolerant).is_empty(), "{json}");
    }
}

#[test]
fn a_collection_in_its_envelope() {
    for (json, tolerant, strict) in [
        (r#"{"value": []}"#, &[][..], &[][..]),
        (
            r#"{"@odata.nextLink": "https://next", "value": [{"id": "1"}, {"id": 2}]}"#,
            &["/value/1/id"],
            &["/value/1/id"],
        ),
        (r#"{"value": [{"isMuted": true, "isLoud": true}]}"#, &[], &["/value/0/isLoud"]),
        (r#"{"value": {}}"#, &["/value"], &["/value"]),
    ] {
        let found = |profile| {
            let found = Collection::<Participant>::validate_json(json.as_bytes(), profile);
            let documents = Validator::new(&graph::SCHEMA, profile);
            let by_documents = documents.validate::<Collection<Participant>>(json.as_bytes());
            assert_eq!(pointers(&found), pointers(&by_documents), "{json}");
            found
        };
        assert_eq!(pointers(&found(Profile::Tolerant)), tolerant, "{json}");
        assert_eq!(pointers(&found(Profile::Strict)), strict, "{json}");
    }
    let page = Collection::from(vec![Participant::new().with(Participant::ID, "1")]);
    assert_eq!(pointers(&page.validate()), [""; 0]);
    assert_eq!(
        json_schema::document::<Collection<Participant>>(Profile::Strict)["$ref"],
        "#/$defs/Collection(microsoft.graph.participant)"
    );
}

#[test]
fn what_roots_reach() {
    use cut::telephony::core::{AppHostedMediaConfig, actions, records};

    let answer = actions::call::Answer::new(actions::call::AnswerRequired {
        callback_uri: "https://bot.example",
        media_config: AppHostedMediaConfig::new(),
        accepted_modalities: Vec::<cut::telephony::core::CallState>::new(),
    });
    assert_eq!(pointers(&answer.validate()), [""; 0]);
    let findings = records::Call::validate_json(br#"{"id": 1, "of": {"any": "thing"}}"#, Profile::Strict);
    assert_eq!(pointers(&findings), ["/id"]);
}
