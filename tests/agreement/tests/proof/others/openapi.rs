//! OpenAPI documents, which two validators of OpenAPI must accept, and whose components must say of payloads what ours
//! say.

use odatype_json_schema::Profile;
use odatype_openapi::{Info, component, document};
use odatype_schema::{Rulebook, model::Model};
use serde_json::{Value, json};

use super::{
    sample::{PROFILES, samples},
    tools::node,
};
use crate::{harness::Trial, whole, whole::schemas};

/// The document of `model`.
fn of(model: &Model, profile: Profile) -> Value {
    let rulebook = Rulebook::new(model).unwrap_or_else(|faults| panic!("{faults}"));
    document(&rulebook, profile, &Info { title: "A service".to_owned(), version: "1.0".to_owned(), server: None })
}

/// What the components of `document` say of `payloads`, each with the name of a component; no tool may find anything
/// wrong with it.
fn said(name: &str, document: &Value, payloads: &[Value]) -> Option<Vec<bool>> {
    let said = node("openapi.cjs", name, &json!({ "document": document, "payloads": payloads }))?;
    assert_eq!(said["faults"], json!([]), "{name}");
    Some(serde_json::from_value(said["verdicts"].clone()).unwrap())
}

/// Holds payloads against the components of both kinds of document.
fn check(model: &Model, name: &str) {
    let trial = Trial::of_model(model).unwrap();
    let samples = samples(&trial, (6, 20), &[]);
    for (which, (profile, word)) in PROFILES.into_iter().enumerate().filter(|(_, (one, _))| *one != Profile::Create) {
        let known: Vec<_> = samples.iter().filter_map(|sample| Some((sample, sample.verdicts?[which]))).collect();
        let payloads: Vec<Value> =
            known.iter().map(|(sample, _)| json!([component::name(&sample.name), sample.text])).collect();
        let Some(verdicts) = said(&format!("openapi-{name}-{word}"), &of(model, profile), &payloads) else { return };
        let differ = known.iter().zip(&verdicts).filter(|((_, ours), theirs)| ours != *theirs);
        let differ: Vec<_> = differ.map(|((sample, _), theirs)| (&sample.name, &sample.text, theirs)).collect();
        assert!(verdicts.len() == known.len() && differ.is_empty(), "{name} {word}: {differ:#?}");
        assert!(known.len() > 20 && verdicts.contains(&true) && verdicts.contains(&false), "{name} {word}");
    }
}

#[test]
fn documents_of_calls() {
    check(&schemas::calls_model(), "calls");
}

#[test]
fn documents_of_every_kind_of_place_and_path() {
    check(&schemas::shapes_model(), "shapes");
    check(&schemas::shop_model(), "shop");
}

#[test]
fn what_is_no_document_is_told() {
    let mut document = of(&schemas::shop_model(), Profile::Strict);
    document["paths"]["/open"]["post"]["responses"] = json!({ "200": { "content": {} } });
    let Some(said) = node("openapi.cjs", "openapi-wrong", &json!({ "document": document, "payloads": [] })) else {
        return;
    };
    for tool in ["openapi-schema-validator", "redocly"] {
        let faults = said["faults"].as_array().unwrap();
        assert!(faults.iter().any(|fault| fault.as_str().unwrap().starts_with(tool)), "{tool}: {faults:?}");
    }
}

#[odatype_data::test]
fn document_of_the_whole_service() {
    let model = whole::service(&odatype_data::folder!());
    let document = of(&model, Profile::Strict);
    let paths = document["paths"].as_object().unwrap();
    for path in [
        "/communications/calls('{call-id}')/microsoft.graph.answer",
        "/me/microsoft.graph.reminderView(StartDateTime='{StartDateTime}',EndDateTime='{EndDateTime}')",
    ] {
        assert!(paths.contains_key(path), "{path}: {}", paths.len());
    }
    said("openapi-whole", &document, &[]);
}
