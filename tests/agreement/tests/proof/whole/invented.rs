//! Payloads that are made up for a schema.

use odatype_agreement::{
    invent::Inventor,
    random::{cases, seeded},
};

use super::schemas;
use crate::harness::{Judges, Report, Trial, hold};

/// Payloads of schemas that are made up: as many of each.
const OF_EACH: usize = 60;

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
    for round in 0..cases(1200).div_ceil(OF_EACH) as u64 {
        let trial = schemas::invented(&mut seeded(1000 + round));
        let rows: Vec<String> = trial.table.rows.iter().map(odatype_table::Row::to_text).collect();
        report.about = format!("\n    {}", rows.join("\n").replace('\n', "\n    "));
        try_schema(&trial, OF_EACH, 2000 + round, &mut report);
    }
    report.settle("payloads of made-up schemas");
}

fn try_schema(trial: &Trial, cases: usize, salt: u64, report: &mut Report) {
    let mut inventor = Inventor::new(&trial.table, trial.schema);
    let mut judges = Judges::new(trial);
    let mut targets = inventor.targets();
    let mut rng = seeded(salt);
    rng.shuffle(&mut targets);
    // What is compiled of a target costs as much as many payloads.
    targets.truncate((cases / 12).max(4));
    for case in 0..cases {
        let target = targets[case % targets.len()];
        let payload = inventor.perhaps_wrong(target, &mut rng);
        let outcome = hold(trial, &mut judges, target, &payload.write(), report);
        report.negative += usize::from(!outcome.strict);
    }
}
