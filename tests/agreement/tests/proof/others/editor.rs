//! VS Code's JSON language service: what it completes and shows.

use odatype_json_schema::{Deriver, Profile};
use odatype_schema::{Rulebook, model::Model};
use odatype_table::docs::Docs;
use serde_json::{Value, json};

use super::{sample::target, tools::node};
use crate::whole::schemas;

/// Documents with descriptions, by profile and target.
fn documents(model: &Model, names: &[&str]) -> Value {
    let book = Rulebook::new(model).unwrap_or_else(|faults| panic!("{faults}"));
    let docs = book.docs();
    let deriver = Deriver::new(book.table()).with_docs(docs.iter().map(|text| Docs::read(text)).collect());
    let of = |profile: Profile, word: &str| -> Vec<(String, Value)> {
        names.iter().map(|name| (format!("{word} {name}"), deriver.document(target(&deriver, name), profile))).collect()
    };
    of(Profile::Strict, "strict").into_iter().chain(of(Profile::Tolerant, "tolerant")).collect()
}

#[test]
fn completes_and_shows() {
    let model = schemas::calls_model();
    let schemas = documents(&model, &["microsoft.graph.answer", "microsoft.graph.call"]);
    let description = |owner: &str, property: &str| {
        let book = Rulebook::new(&model).unwrap();
        let row = book.table().rows.iter().position(|row| row.name == owner).unwrap();
        Docs::read(&book.docs()[row]).of(property).unwrap().to_owned()
    };
    let media = ["\"#microsoft.graph.appHostedMediaConfig\"", "\"#microsoft.graph.serviceHostedMediaConfig\""];
    let states = ["\"incoming\"", "\"established\"", "\"terminated\"", "null"];
    for profile in ["strict", "tolerant"] {
        let (answer, call) = (format!("{profile} microsoft.graph.answer"), format!("{profile} microsoft.graph.call"));
        let tagged = r##"{"mediaConfig": {"@odata.type": "#microsoft.graph.appHostedMediaConfig", |}}"##;
        // What is typed, and some of what must be offered.
        let completed: &[(&str, &str, &[&str])] = &[
            (&answer, "{|}", &["callbackUri", "mediaConfig", "acceptedModalities", "participantCapacity"]),
            (&answer, r#"{"mediaConfig": {|}}"#, &["@odata.type"]),
            (&answer, r#"{"mediaConfig": {"@odata.type": |}}"#, &media),
            (&answer, r#"{"mediaConfig": {"@odata.type": "|"}}"#, &media),
            (&answer, tagged, &["blob", "removeFromDefaultAudioGroup"]),
            (&answer, r#"{"acceptedModalities": [|]}"#, &["\"audio\"", "\"video\""]),
            (&call, "{|}", &["state", "source", "targets", "toneInfo"]),
            (&call, r#"{"state": |}"#, &states),
            (&call, r#"{"state": "|"}"#, &states),
            (&call, r#"{"@odata.type": "|"}"#, &["\"#microsoft.graph.call\""]),
            (&call, r#"{"source": {|}}"#, &["identity", "region"]),
        ];
        let hovered: &[(&str, &str, &str, &str)] = &[
            (&call, r#"{"sta|te": "established"}"#, "microsoft.graph.call", "state"),
            (&call, r#"{"sou|rce": {"region": "eu"}}"#, "microsoft.graph.call", "source"),
            (&call, r#"{"subj|ect": "lunch"}"#, "microsoft.graph.call", "subject"),
            (
                &answer,
                r#"{"callback|Uri": "https://x.example"}"#,
                "microsoft.graph.answer(microsoft.graph.call)",
                "callbackUri",
            ),
        ];
        let texts = completed.iter().map(|(schema, text, _)| json!([schema, text]));
        let asked: Vec<Value> = texts.chain(hovered.iter().map(|(schema, text, ..)| json!([schema, text]))).collect();
        let Some(said) = node("editor.cjs", profile, &json!({ "schemas": schemas, "asked": asked })) else { return };
        for ((_, text, wanted), said) in completed.iter().zip(said.as_array().unwrap()) {
            let labels = said["labels"].as_array().unwrap();
            for label in *wanted {
                assert!(labels.contains(&json!(label)), "{profile} {text}: {label} is not among {labels:?}");
            }
        }
        let state = &said[7]["documented"]["\"established\""];
        assert_eq!(*state, description("microsoft.graph.callState", "established"));
        for ((_, text, owner, property), said) in hovered.iter().zip(&said.as_array().unwrap()[completed.len()..]) {
            let hover = said["hover"].as_str().unwrap();
            assert!(hover.ends_with(&description(owner, property)), "{profile} {text}: {hover}");
            assert!(
                said["problems"].as_array().unwrap().iter().all(|problem| {
                    profile == "strict" && problem.as_str().unwrap().starts_with("Missing property")
                }),
                "{profile} {text}: {}",
                said["problems"]
            );
        }
    }
}
