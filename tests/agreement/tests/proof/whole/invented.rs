//! Payloads that are made up for a schema.

use odatype_agreement::{
    invent::Inventor,
    random::{cases, seeded},
};

use super::schemas;
use crate::harness::{Judges, Report, Trial, hold};

/// Payloads of schemas that are made up: as many of each, and more where there are very many in all, since what is
/// compiled of a schema costs as much as hundreds of payloads.
const OF_EACH: usize = 60;
const SCHEMAS: usize = 1000;
/// From as many payloads of one schema on, not all are held in every profile by every judge.
const MANY: usize = 100_000;

#[test]
fn payloads_of_the_shapes() {
    let mut report = Report::default();
    try_schema(&schemas::shapes(), cases(1500), 11, &mut report);
    report.settle("payloads of the shapes");
}

#[test]
fn payloads_of_calls() {
    let mut report = Report::default();
    try_schema(&schemas::calls(), cases(150), 12, &mut report);
    report.settle("payloads of calls");
}

#[test]
fn payloads_of_made_up_schemas() {
    let mut report = Report::default();
    let of_each = (cases(1200) / SCHEMAS).max(OF_EACH);
    for round in 0..cases(1200).div_ceil(of_each) as u64 {
        let trial = schemas::invented(&mut seeded(1000 + round));
        let rows: Vec<String> = trial.table.rows.iter().map(odatype_table::Row::to_text).collect();
        report.about = format!("\n    {}", rows.join("\n").replace('\n', "\n    "));
        try_schema(&trial, of_each, 2000 + round, &mut report);
    }
    report.settle("payloads of made-up schemas");
}

fn try_schema(trial: &Trial, cases: usize, salt: u64, report: &mut Report) {
    let mut inventor = Inventor::new(&trial.table, trial.schema);
    let mut judges = Judges::sharing(trial, if cases < MANY { 1 } else { 8 });
    let mut targets = inventor.targets();
    let mut rng = seeded(salt);
    rng.shuffle(&mut targets);
    // What is compiled of a target costs as much as many payloads.
    targets.truncate((cases / 12).max(4));
    for pair in 0..cases / 2 {
        let target = targets[pair % targets.len()];
        let mut payload = inventor.body(target, &mut rng);
        for is_wrong in [false, true] {
            if is_wrong {
                inventor.mistake(&mut payload, &mut rng);
            }
            let outcome = hold(trial, &mut judges, target, &payload.write(), report);
            report.negative += usize::from(!outcome.strict);
        }
    }
}
