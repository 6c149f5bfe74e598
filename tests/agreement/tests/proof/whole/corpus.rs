//! Real payloads, and mistakes in them.

use std::path::Path;

use odatype_agreement::{
    invent::Inventor,
    json::Json,
    random::{cases, seeded},
};
use serde_json::Value;

use super::{data, schemas};
use crate::harness::{Judges, Report, hold};

/// Real payloads of calls in the folder with data, each with the name of its type.
pub(crate) fn real(folder: &Path, inventor: &Inventor<'_>) -> Vec<(String, String)> {
    let targets = inventor.targets();
    let text = data::read(folder, "corpus/graph-communications-2021-07.jsonl");
    let mut seeds: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let Some(name) = record["effective_type"].as_str() else { continue };
        // The payload's text as it is, which the record holds as JSON.
        let start = line.find("\"payload\": ").unwrap() + "\"payload\": ".len();
        let payload = line[start..].trim_end().strip_suffix('}').unwrap().trim_end();
        if record["body_form"] == "single" && targets.contains(&name) {
            seeds.push((name.to_owned(), payload.to_owned()));
        }
    }
    seeds
}

#[odatype_data::test]
fn real_payloads_and_mistakes_in_them() {
    let trial = schemas::calls();
    let inventor = Inventor::new(&trial.table, trial.schema);
    let seeds = real(&odatype_data::folder!(), &inventor);
    let mut judges = Judges::new(&trial);
    assert!(seeds.len() > 50, "{} payloads", seeds.len());
    let mut report = Report::default();
    let mut rng = seeded(13);
    for (name, payload) in &seeds {
        let outcome = hold(&trial, &mut judges, name, payload, &mut report);
        report.negative += usize::from(!outcome.strict);
    }
    for case in 0..cases(250) {
        let (name, payload) = &seeds[case % seeds.len()];
        let mut payload = Json::parse(payload);
        inventor.mistake(&mut payload, &mut rng);
        let outcome = hold(&trial, &mut judges, name, &payload.write(), &mut report);
        report.negative += usize::from(!outcome.strict);
    }
    report.settle("real payloads");
}
