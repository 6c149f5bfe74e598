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

/// What the decoder tells at other places than the documents: of a value that may be of several types it says what
/// keeps all of them off, and it goes on after a misspelt tag.
const OTHERWISE: &[(&str, &[&str])] = &[
    (r#"{"x":{"path":"a","port":1}}"#, &["/x"]),
    (r#"{"x":[{"path":"a"},{"path":1}]}"#, &["/x"]),
    (r##"{"x":[{"@odata.type":"#test.shop.netConfig","port":"a"},{"path":"b"}]}"##, &["/x"]),
    (r##"{"config":{"@odata.type":"#test.shop.fileconfig","path":1}}"##, &["/config", "/config/path"]),
    (
        r##"{"either":[{"@odata.type":"#test.shop.fileConfig","path":1},{}]}"##,
        &["/either/0", "/either/0/path", "/either/1"],
    ),
];

/// What the documents of `profile` find in `text` as a `target`; the decoder must find it at the same places.
#[track_caller]
fn findings(target: &str, profile: Profile, text: &str) -> Findings {
    let findings = by_documents(target, profile, text.as_bytes());
    let decoded = SCHEMA.validate(target, text.as_bytes(), profile).unwrap();
    let expected = match OTHERWISE.iter().find(|(of, _)| *of == text) {
        Some((_, pointers)) => pointers.iter().map(|pointer| (*pointer).to_owned()).collect(),
        None => pointers(&findings),
    };
    assert_eq!(pointers(&decoded), expected, "{profile:?} {target} {text}\n{findings}\n{decoded}");
    findings
}

/// Holds each text against `target`: the pointers expected are those of all findings.
#[track_caller]
fn check(target: &str, profile: Profile, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let findings = findings(target, profile, text);
        assert_eq!(
            pointers(&findings),
            *expected,
            "{profile:?} {target} {text}
{findings}"
        );
    }
}
