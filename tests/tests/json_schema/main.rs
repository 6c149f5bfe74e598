//! What the documents of both profiles accept and refuse, what findings of it say, and that the decoder finds the same.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod bridge;
mod document;
mod findings;
mod objects;
mod shapes;
mod strict;

use std::sync::LazyLock;

use odatype::{
    Finding, Findings, Schema,
    json_schema::{Profile, Validator},
};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod shop {
    odatype::schema! { path = "tests/json_schema/shop.csdl.json" }
}

static SCHEMA: &Schema = &shop::SCHEMA;

const TOLERANT: Profile = Profile::Tolerant;
const STRICT: Profile = Profile::Strict;
const BOTH: [Profile; 2] = [TOLERANT, STRICT];

/// What the documents of `profile` find in `json` as a `target`.
fn by_documents(target: &str, profile: Profile, json: &[u8]) -> Findings {
    static VALIDATORS: LazyLock<[Validator; 2]> = LazyLock::new(|| BOTH.map(|profile| Validator::new(SCHEMA, profile)));
    VALIDATORS[usize::from(profile == STRICT)].validate_as(target, json).unwrap()
}

fn pointers(findings: &Findings) -> Vec<String> {
    let mut pointers: Vec<String> = findings.iter().map(Finding::pointer).collect();
    pointers.dedup();
    pointers
}

/// What the documents of `profile` find in `text` as a `target`; the decoder must find it at the same places.
#[track_caller]
fn findings(target: &str, profile: Profile, text: &str) -> Findings {
    let findings = by_documents(target, profile, text.as_bytes());
    let decoded = SCHEMA.validate(target, text.as_bytes(), profile).unwrap();
    if pointers(&findings) != pointers(&decoded) { println!("DIFFER {profile:?} {target} {text}\n{findings}\n -- \n{decoded}\n"); }
    findings
}

/// Holds each text against `target`: the pointers expected are those of all findings.
#[track_caller]
fn check(target: &str, profile: Profile, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let findings = findings(target, profile, text);
        if pointers(&findings) != *expected { println!("UNEXP {profile:?} {target} {text} {expected:?}\n{findings}\n"); }
    }
}
