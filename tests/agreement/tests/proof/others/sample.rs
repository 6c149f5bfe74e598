//! Payloads with what is to be said of them.

use odatype::validate::Profile;
use odatype_agreement::{invent::Inventor, json::Json, random::seeded};
use odatype_json_schema::{Deriver, Target};
use serde_json::{Value, json};

pub(super) use crate::harness::PROFILES;
use crate::harness::{Judges, Report, Trial, hold};

/// A payload, and what two validators of ours say of it as a value of a type.
pub(super) struct Sample {
    pub(super) name: String,
    pub(super) text: String,
    /// In the order of the profiles; nothing where its numbers have more digits than floats.
    pub(super) verdicts: Option<[bool; 3]>,
}

/// Payloads that are made up, so many of so many types, with mistakes in half of them; and real ones, likewise.
pub(super) fn samples(trial: &Trial, (types, of_each): (usize, usize), real: &[(String, String)]) -> Vec<Sample> {
    let mut inventor = Inventor::new(&trial.table, trial.schema);
    let mut rng = seeded(41);
    let mut targets = inventor.targets();
    rng.shuffle(&mut targets);
    targets.truncate(types);
    let mut texts: Vec<(String, String)> = Vec::new();
    for case in 0..types * of_each {
        let target = targets[case % targets.len()];
        texts.push((target.to_owned(), inventor.perhaps_wrong(target, &mut rng).write()));
    }
    for (name, text) in real {
        texts.push((name.clone(), text.clone()));
        let mut payload = Json::parse(text);
        inventor.mistake(&mut payload, &mut rng);
        texts.push((name.clone(), payload.write()));
    }
    let mut judges = Judges::new(trial);
    let mut report = Report::default();
    let mut samples = Vec::new();
    for (name, text) in texts {
        // That these agree with decoding, as far as the table says, is held by the way.
        let outcome = hold(trial, &mut judges, &name, &text, &mut report);
        report.negative += usize::from(!outcome.strict);
        // A member that is there twice is another object for each of them.
        let Some(json) = outcome.json else { continue };
        let are_read = json.iter().all(|verdicts| verdicts.boon.reads);
        let verdicts = are_read.then(|| json.map(|verdicts| verdicts.boon.is_valid));
        samples.push(Sample { name, text, verdicts });
    }
    report.settle("payloads for other tools");
    samples
}

/// A reference to the definition of `name`.
pub(super) fn reference(deriver: &Deriver<'_, String>, name: &str) -> String {
    let (root, _) = deriver.definitions(target(deriver, name), Profile::Tolerant);
    root["$ref"].as_str().unwrap().to_owned()
}

pub(super) fn target(deriver: &Deriver<'_, String>, name: &str) -> Target {
    crate::harness::target(deriver.table(), name)
}

/// The document of everything, named `id`.
pub(super) fn bundle(deriver: &Deriver<'_, String>, profile: Profile, id: &str) -> Value {
    let mut document = deriver.schema_document(profile);
    document["$id"] = json!(id);
    document
}
