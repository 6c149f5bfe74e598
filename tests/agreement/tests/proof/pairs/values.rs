//! Values at, just inside and just outside of every boundary of two rules.

use odatype_agreement::random::{cases, seeded};
use odatype_json_schema::exactness::{self, Exactness, Form};

use super::{
    carrier,
    place::{self, Kind, Place},
};
use crate::{
    harness::{Judges, Outcome, Report, Trial, hold},
    oracle::Value,
};

/// So many places of each carrier and kind are tried where nobody asks for more.
const PLACES: usize = 10;

#[test]
fn properties() {
    prove(Kind::Property, 1);
}

#[test]
fn items() {
    prove(Kind::Item, 2);
}

#[test]
fn parameters() {
    prove(Kind::Parameter, 3);
}

fn prove(kind: Kind, salt: u64) {
    let mut report = Report::default();
    let mut rng = seeded(salt);
    for carrier in &carrier::all() {
        let mut places = place::all(carrier, kind);
        rng.shuffle(&mut places);
        places.truncate(cases(PLACES));
        // Small schemas, so that what is compiled of one is small.
        for chunk in places.chunks(40) {
            try_places(&chunk.iter().collect::<Vec<_>>(), &mut report);
        }
    }
    report.settle(&format!("pairs of rules, {kind:?}"));
}

fn try_places(places: &[&Place<'_>], report: &mut Report) {
    let (schema, overlay) = place::schema(places);
    let trial = match Trial::try_of(&schema, &overlay) {
        Ok(trial) => trial,
        Err(faults) => return report.disagree("refused schemas", format!("{faults}\n{schema}\n{overlay}")),
    };
    if trial.warnings.contains("not applied") {
        report.disagree("rules that are not applied", &*trial.warnings);
    }
    let mut judges = Judges::new(&trial);
    let target = if places[0].kind == Kind::Parameter { "ns.act" } else { "ns.T" };
    for (index, place) in places.iter().enumerate() {
        let mut values: Vec<&Value> = Vec::new();
        for value in place.rules.iter().flat_map(|(_, rule)| &rule.edges).chain(&place.carrier.more) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        for value in values {
            for (written, form) in (place.carrier.spell)(value) {
                let value_text = if place.kind == Kind::Item { format!("[{written}]") } else { written };
                let payload = format!(r#"{{"p{index}":{value_text}}}"#);
                let outcome = hold(&trial, &mut judges, target, &payload, report);
                compare(place, value, form, &payload, &outcome, report);
            }
        }
    }
}

/// Holds what came of a value against what is right.
fn compare(place: &Place<'_>, value: &Value, form: Form, payload: &str, outcome: &Outcome, report: &mut Report) {
    let parts = || place.rules.iter().flat_map(|(_, rule)| &rule.parts);
    let broken: Vec<exactness::Rule> = parts().filter(|part| !(part.holds)(value)).map(|part| part.said).collect();
    let is_right = broken.is_empty();
    report.negative += usize::from(!is_right);
    let what = || format!("{}: {payload}", place.name());
    if !outcome.tolerant {
        report.disagree("tolerant reading refuses a value of the type", what());
    }
    if outcome.strict != is_right {
        report.disagree(format!("strict says {}", outcome.strict), what());
    }
    let Some([_, strict, _]) = &outcome.json else { return };
    let must = broken.iter().any(|rule| exactness::of(*rule, form) == Exactness::Exact);
    for (judge, verdict) in strict.of_readers() {
        if is_right && !verdict {
            report.disagree(format!("{judge} is stricter than the rules"), what());
        }
        if must && verdict {
            report.disagree(format!("{judge} does not refuse by an exact rule"), what());
        }
    }
}
