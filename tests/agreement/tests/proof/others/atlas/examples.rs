//! Examples and JSON Schema of the pages of types.

use std::path::PathBuf;

use odatype::{Schema, validate::Profile};
use odatype_json_schema::Deriver;
use odatype_schema::Rulebook;
use serde_json::{Value, json};

use super::page::{Page, checked_in, told};
use crate::whole::schemas;

/// Holds the page's examples against the schema, and its definitions against those that are derived.
fn check(page: &Page, told: &Value) {
    let book = Rulebook::new(&page.model).unwrap();
    let schema = Schema::leaked(book.table());
    let payloads: Vec<(String, String, u64)> = serde_json::from_value(told["payloads"].clone()).unwrap();
    let mut wrong = Vec::new();
    for (name, text, _) in &payloads {
        let findings = schema.validate(name, text.as_bytes(), Profile::Strict).unwrap();
        if !findings.is_valid() {
            wrong.push(format!("{name} {text}: {findings}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), payloads.len(), &wrong[..wrong.len().min(5)]);
    let missing = payloads.iter().filter(|(.., missing)| *missing > 0).count();
    // No value is all that two patterns ask for.
    assert!(missing <= 1 + payloads.len() / 50, "{missing} of {} examples leave something out", payloads.len());
    let derived = Deriver::new(book.table()).schema_document(odatype_json_schema::Profile::Strict);
    let definitions: Vec<(String, String)> = serde_json::from_value(told["definitions"].clone()).unwrap();
    let derived = derived["$defs"].as_object().unwrap();
    assert_eq!(definitions.len(), derived.len());
    for (name, text) in &definitions {
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), derived[name], "{name}");
    }
    let alone: Value = serde_json::from_str(told["alone"].as_str().unwrap()).unwrap();
    let validator = jsonschema::validator_for(&alone).unwrap();
    assert!(validator.is_valid(&serde_json::from_str(&payloads[0].1).unwrap()), "{}", payloads[0].1);
}

#[test]
fn examples_are_valid() {
    let pages = [
        Page::new("calls-examples", schemas::calls_model(), None),
        Page::new("shapes", checked_in("conformance/shapes.csdl.json"), None),
        Page::new("constraints", checked_in("golden/constraints.csdl.json"), None),
    ];
    let files: Vec<&PathBuf> = pages.iter().map(|page| &page.file).collect();
    let Some(told) = told("examples", &json!({ "examples": files })) else { return };
    for (page, told) in pages.iter().zip(told["examples"].as_array().unwrap()) {
        check(page, told);
    }
}

#[odatype_data::test]
fn examples_of_a_whole_service_are_valid() {
    let metadata = odatype_data::folder!().join("metadata/graph-v1.0-2026-08.xml");
    let page = Page::new("graph", odatype_schema::load_files(&[metadata], &[]).unwrap(), None);
    let hashes = ["#/", "#/picture", "#/picture/microsoft.graph.user?size=320", "#/type/microsoft.graph.entity"];
    let tasks = json!({ "examples": [page.file], "links": [{ "file": page.file, "every": 20 }],
        "visit": [{ "file": page.file, "hashes": hashes }] });
    let Some(told) = told("graph", &tasks) else { return };
    assert!(told["visit"][0].as_array().unwrap().iter().all(|length| length.as_u64() > Some(500)), "{}", told["visit"]);
    check(&page, &told["examples"][0]);
    assert_eq!(told["links"][0]["dead"], json!([]));
}
