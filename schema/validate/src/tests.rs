//! What the two profiles accept and refuse, and what the findings say.

mod document;
mod findings;
mod objects;
mod shapes;
mod strict;

use odatype_schema::{
    Source,
    json_schema::{Profile, Target},
    model::Model,
};

use crate::{Finding, Validator};

const TOLERANT: Profile = Profile::Tolerant;
const STRICT: Profile = Profile::Strict;
const BOTH: [Profile; 2] = [TOLERANT, STRICT];

fn model() -> Model {
    let text = include_str!("tests/schema.csdl.json").into();
    odatype_schema::load(&[Source { name: "schema.csdl.json".into(), text }], &[]).unwrap()
}

fn validator(target: &str, profile: Profile) -> Validator {
    let model = model();
    Validator::new(&model, &Target::parse(&model, target).unwrap(), profile).unwrap()
}

/// Pointers of what is wrong with `text`.
fn pointers(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.pointer.as_str()).collect()
}

/// Holds each text against `target`: the pointers expected are those of all findings.
#[track_caller]
fn check(target: &str, profile: Profile, cases: &[(&str, &[&str])]) {
    let validator = validator(target, profile);
    for (text, expected) in cases {
        let findings = validator.validate(text);
        assert_eq!(pointers(&findings), *expected, "{profile:?} {target} {text}\n{findings:#?}");
    }
}
