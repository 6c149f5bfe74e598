//! Ajv, in strict mode.

use odatype_agreement::invent::Inventor;
use odatype_json_schema::{Deriver, Profile};
use serde_json::{Value, json};

use super::{
    sample::{PROFILES, bundle, reference, samples, target},
    tools::node,
};
use crate::{
    harness::Trial,
    whole::{self, schemas},
};

/// Compiles the documents of everything, of each type in a folder, and of some targets alone, but for real payloads
/// what they need; and holds payloads against them.
fn ajv(trial: &Trial, name: &str, invented: (usize, usize), alone: &[&str], real: &[(String, String)]) {
    let deriver = Deriver::new(&trial.table);
    let samples = samples(trial, invented, real);
    let mut documents = Vec::new();
    let mut payloads = Vec::new();
    let mut expected = Vec::new();
    for (which, (profile, word)) in PROFILES.into_iter().enumerate() {
        let id = format!("{name}-{word}.json");
        documents.push(bundle(&deriver, profile, &id));
        for sample in &samples {
            let Some(verdicts) = sample.verdicts else { continue };
            payloads.push(json!([format!("{id}{}", reference(&deriver, &sample.name)), sample.text]));
            expected.push((verdicts[which], word, &sample.name, &sample.text));
        }
    }
    let files = deriver.schema_files(Profile::Strict);
    let alone =
        alone.iter().flat_map(|name| PROFILES.map(|(profile, _)| deriver.document(target(&deriver, name), profile)));
    let alone: Vec<Value> = alone.collect();
    let texts: Vec<&String> = samples.iter().map(|sample| &sample.text).collect();
    let job = json!({ "documents": documents, "files": files, "alone": alone, "payloads": payloads, "texts": texts,
        "compile": real.is_empty() });
    let Some(said) = node("ajv.cjs", name, &job) else { return };
    assert_eq!(said["faults"], json!([]));
    let compiled = said["compiled"].as_u64().unwrap();
    assert!(compiled > 2 * trial.table.rows.len() as u64 || !real.is_empty(), "{compiled}");
    assert!(said["patterns"].as_u64().unwrap() > 10, "{}", said["patterns"]);
    let verdicts: Vec<bool> = serde_json::from_value(said["verdicts"].clone()).unwrap();
    assert_eq!(verdicts.len(), expected.len());
    let differ = verdicts.iter().zip(&expected).filter(|(theirs, (ours, ..))| *theirs != ours);
    let differ: Vec<_> =
        differ.map(|(theirs, (_, profile, name, text))| format!("{profile} {theirs}: {name} {text}")).collect();
    assert!(differ.is_empty(), "{} of {}: {:#?}", differ.len(), expected.len(), &differ[..differ.len().min(5)]);
    for verdict in [true, false] {
        let such = verdicts.iter().filter(|one| **one == verdict).count();
        assert!(such > expected.len() / 20, "{such} of {} are {verdict}", expected.len());
    }
}

#[test]
fn says_of_calls_what_ours_say() {
    let trial = schemas::calls();
    let alone = ["microsoft.graph.call", "microsoft.graph.answer", "Collection(microsoft.graph.call)", "Edm.Int64"];
    ajv(&trial, "calls", (6, 10), &alone, &[]);
}

#[odatype_data::test]
fn says_of_real_payloads_what_ours_say() {
    let trial = schemas::calls();
    let real = whole::real(&odatype_data::folder!(), &Inventor::new(&trial.table, trial.schema));
    ajv(&trial, "real", (2, 5), &[], &real);
}

/// A whole service in one document, of which a function is made for each of ten thousand definitions.
#[odatype_data::test]
fn compiles_a_whole_service() {
    let trial = Trial::of_model(&whole::service(&odatype_data::folder!())).unwrap();
    let deriver = Deriver::new(&trial.table);
    let id = "whole.json";
    let payload = |text: &str| json!([format!("{id}{}", reference(&deriver, "microsoft.graph.call")), text]);
    let texts = [r#"{"state": "established", "source": {"identity": {}}}"#, r#"{"state": 5}"#];
    let job = json!({ "documents": [bundle(&deriver, Profile::Strict, id)], "files": {}, "alone": [],
        "payloads": texts.map(payload), "texts": [], "compile": false });
    let Some(said) = node("ajv.cjs", "whole", &job) else { return };
    assert_eq!((&said["faults"], &said["verdicts"]), (&json!([]), &json!([true, false])));
}

#[test]
fn says_of_every_kind_of_place_what_ours_say() {
    let trial = schemas::shapes();
    let names: Vec<&str> =
        trial.table.rows.iter().map(|row| row.name.as_str()).filter(|name| !name.contains('/')).collect();
    ajv(&trial, "shapes", (24, 25), &names[..names.len().min(12)], &[]);
}
