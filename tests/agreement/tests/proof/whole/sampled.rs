//! Payloads that `odatype::sample` makes up: every one may be sent, says each judge.

use std::path::Path;

use odatype::{json_schema::Validator, validate::Profile};
use odatype_agreement::{
    json::Json,
    random::{cases, seeded},
};
use odatype_json_schema::Deriver;
use odatype_schema::{Source, Versions, draft};

use super::{data, schemas};
use crate::harness::{AT, Judges, Outcome, Reads, Report, Trial, hold, hold_validation, location};

#[test]
fn samples_of_the_shapes() {
    every_type(&schemas::shapes(), cases(30), &[], "samples of the shapes");
}

#[test]
fn samples_of_many_versions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../versions");
    let source = |name: &str| Source { name: name.to_owned(), text: data::read(&folder, name).into() };
    let sources = ["Lathe_v1.xml", "Machine_v1.xml"].map(source);
    for (versions, without) in [(Versions::All, &["Machine.v1_1_0.Machine"][..]), (Versions::Latest, &[])] {
        let model = draft(&sources, &[]).with_versions(versions).whole().unwrap_or_else(|faults| panic!("{faults}"));
        let name = format!("samples of versions, {versions:?}");
        every_type(&Trial::of_model(&model).unwrap(), cases(30), without, &name);
    }
}

#[test]
fn samples_of_made_up_schemas() {
    let mut report = Report::default();
    for round in 0..cases(1200).div_ceil(60) as u64 {
        let trial = schemas::invented(&mut seeded(1000 + round));
        let rows: Vec<String> = trial.table.rows.iter().map(odatype_table::Row::to_text).collect();
        report.about = format!("\n    {}", rows.join("\n").replace('\n', "\n    "));
        by_all(&trial, 6, round, &mut report);
    }
    report.settle_all("samples of made-up schemas");
}

#[test]
fn samples_of_calls() {
    at_once(&schemas::calls(), cases(20), true, "samples of calls");
}

#[odatype_data::test]
fn samples_of_a_whole_service() {
    let file = "metadata/graph-v1.0-2026-08.xml";
    let text = data::read(&odatype_data::folder!(), file);
    // Of all that such a service has, a validator that compiles everything beforehand takes gigabytes.
    at_once(&Trial::load(&[(file.to_owned(), text)], &[]).unwrap(), cases(1), false, "samples of a whole service");
}

/// Tries each type by all judges; `without` are those of which there is no value.
fn every_type(trial: &Trial, of_each: usize, without: &[&str], name: &str) {
    let mut report = Report::default();
    let found = by_all(trial, of_each, 1, &mut report);
    report.settle_all(name);
    assert_eq!(found, without, "{name}: types without a value");
}

/// Tries so many payloads of each type, and of responses with many of them; gives the types that have none.
fn by_all(trial: &Trial, of_each: usize, seed: u64, report: &mut Report) -> Vec<&'static str> {
    let mut judges = Judges::new(trial);
    let mut without = Vec::new();
    for ty in trial.schema.types() {
        let payloads = match trial.schema.payloads(ty.name()) {
            Ok(payloads) => payloads,
            Err(error) => {
                without.push(ty.name());
                // Of others there is one at least: nothing of them must be there.
                if !ty.is_abstract() && !ty.is_action() {
                    report.disagree("no value", error.to_string());
                }
                continue;
            }
        };
        for payload in payloads.seeded(seed).take(of_each).map(Result::unwrap) {
            let outcome = hold(trial, &mut judges, ty.name(), &payload, report);
            right(ty.name(), &payload, &outcome, report);
        }
        if !ty.is_action() {
            let many = format!("Collection({})", ty.name());
            for payload in trial.schema.payloads(&many).unwrap().seeded(seed).take(2).map(Result::unwrap) {
                let outcome = hold_validation(trial, &mut judges, &many, &payload, report);
                right(&many, &payload, &outcome, report);
            }
        }
    }
    without
}

fn right(name: &str, payload: &str, outcome: &Outcome, report: &mut Report) {
    if !outcome.strict {
        report.disagree("not to be sent", format!("{name}: {payload}"));
    }
    for (judge, verdict) in outcome.json.iter().flat_map(|[_, strict, _]| strict.of_readers()) {
        if !verdict {
            report.disagree(format!("{judge} refuses"), format!("{name}: {payload}"));
        }
    }
}

/// Tries all types of a large schema, by the decoder and by validators that compile each definition once: ours, and one
/// that is not ours.
fn at_once(trial: &Trial, of_each: usize, with_boon: bool, name: &str) {
    let mut boon = (boon::Compiler::new(), boon::Schemas::new());
    if with_boon {
        boon.0.add_resource(AT, Deriver::new(&trial.table).schema_document(Profile::Strict)).unwrap();
    }
    let ours = Validator::new(trial.schema, Profile::Strict);
    let mut report = Report::default();
    for ty in trial.schema.types() {
        let payloads = match trial.schema.payloads(ty.name()) {
            Ok(payloads) => payloads,
            // Some services declare abstract types from which no type derives.
            Err(_) if ty.is_abstract() => continue,
            Err(error) => {
                report.disagree("no value", error.to_string());
                continue;
            }
        };
        for payload in payloads.seeded(1).take(of_each).map(Result::unwrap) {
            report.tried += 1;
            let decoder = trial.schema.validate(ty.name(), payload.as_bytes(), Profile::Strict).unwrap();
            let ours = ours.validate_as(ty.name(), payload.as_bytes()).unwrap();
            for (judge, found) in [("the decoder", decoder), ("our validator", ours)] {
                if !found.is_empty() {
                    report.disagree(format!("{judge} refuses"), format!("{}: {payload}: {found}", ty.name()));
                }
            }
            if !with_boon || !Reads::of(&Json::parse(&payload)).floats {
                continue;
            }
            let schema = boon.0.compile(&location(&trial.table, ty.name()), &mut boon.1).unwrap();
            if boon.1.validate(&serde_json::from_str(&payload).unwrap(), schema).is_err() {
                report.disagree("boon refuses", format!("{}: {payload}", ty.name()));
            }
        }
    }
    report.settle_all(name);
}
