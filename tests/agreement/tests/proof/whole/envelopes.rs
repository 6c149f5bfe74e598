//! What is no single object: responses with many values, and values of enumerations and built-in types by themselves.

use odatype_agreement::{
    invent::Inventor,
    json::Json,
    mutate::{NUMBERS, TEXTS},
    random::{cases, one_in, seeded},
};
use odatype_table::{Body, Primitive};

use super::schemas;
use crate::harness::{Judges, Report, hold_validation};

#[test]
fn responses_with_many_values() {
    let trial = schemas::shapes();
    let mut inventor = Inventor::new(&trial.table, trial.schema);
    let mut judges = Judges::new(&trial);
    let mut report = Report::default();
    let mut rng = seeded(31);
    let targets: Vec<&str> = inventor.targets().into_iter().filter(|name| !name.contains("feed")).collect();
    for case in 0..cases(600) {
        let target = targets[case % targets.len()];
        let items = (0..rng.usize(..4)).map(|_| inventor.body(target, &mut rng)).collect();
        let mut members = vec![("value".to_owned(), Json::Array(items))];
        for (name, value) in
            [("@odata.context", Json::text("x")), ("@odata.count", Json::number("5")), ("@nextLink", Json::text("y"))]
        {
            if one_in(&mut rng, 3) {
                members.insert(rng.usize(..=members.len()), (name.to_owned(), value));
            }
        }
        let mut payload = Json::Object(members);
        if one_in(&mut rng, 2) {
            inventor.mistake(&mut payload, &mut rng);
        }
        let name = format!("Collection({target})");
        let outcome = hold_validation(&trial, &mut judges, &name, &payload.write(), &mut report);
        report.negative += usize::from(!outcome.strict);
    }
    report.settle("responses with many values");
}

#[test]
fn values_by_themselves() {
    let trial = schemas::shapes();
    let mut report = Report::default();
    let enumerations = trial.table.rows.iter().filter(|row| matches!(row.body, Body::Enumeration(_)));
    let builtin = Primitive::ALL.iter().map(|primitive| primitive.qualified_name().to_owned());
    let names: Vec<String> = enumerations.map(|row| row.name.clone()).chain(builtin).collect();
    let texts = TEXTS.iter().map(|text| serde_json::to_string(text).unwrap());
    let others =
        ["null", "true", "{}", "[]", "[1]", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "\"good\"", "\"read,write\""];
    let values: Vec<String> = texts.chain(NUMBERS.iter().chain(&others).map(|text| (*text).to_owned())).collect();
    for name in &names {
        let mut judges = Judges::alone(&trial, name);
        for value in &values {
            let outcome = hold_validation(&trial, &mut judges, name, value, &mut report);
            report.negative += usize::from(!outcome.strict);
        }
    }
    report.settle("values by themselves");
}
