//! Small schemas and payloads with the verdicts that OData asks for, each standing for a kind.

use std::{collections::BTreeMap, path::Path};

use odatype_schema::Source;
use serde_json::Value;

use super::data;
use crate::harness::{Judges, Report, Trial, hold};

#[odatype_data::test]
fn every_line_has_its_verdicts() {
    let folder = odatype_data::folder!();
    let folder = folder.join("cases");
    let mut by_schema: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in data::read(&folder, "cases.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        by_schema.entry(case["schema"].as_str().unwrap().to_owned()).or_default().push(case);
    }
    let mut report = Report::default();
    for (file, cases) in by_schema {
        let trial = load(&folder, &file);
        let mut judges = Judges::new(&trial);
        for case in cases {
            let text = |key: &str| case[key].as_str().unwrap();
            let right = [&case["tolerant"], &case["strict"]].map(|verdict| verdict.as_bool().unwrap());
            report.negative += usize::from(!right[1]);
            let outcome = hold(&trial, &mut judges, text("type"), text("payload"), &mut report);
            if [outcome.tolerant, outcome.strict] != right {
                let what = format!("{file} {}: {}", text("payload"), text("why"));
                report.disagree(format!("tolerant {}, strict {}", outcome.tolerant, outcome.strict), what);
            }
        }
    }
    report.settle("cases of the data folder");
}

fn load(folder: &Path, file: &str) -> Trial {
    let source = Source { name: file.to_owned(), text: data::read(folder, file).into() };
    let model = odatype_schema::load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    // One case is about what a root leaves outside.
    let trial = if file.starts_with("cut") { Trial::slice(&model, &["ns.A"]) } else { Trial::of_model(&model) };
    trial.unwrap_or_else(|faults| panic!("{file}: {faults}"))
}
