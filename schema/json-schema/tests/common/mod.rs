//! Two validators that are not ours, and tables from texts.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test takes some of it, and stops at what is not as it should be"
)]

use odatype_json_schema::{Deriver, Profile, Target};
use odatype_table::{Row, Table};
use serde_json::Value;

/// The table with rows of these texts.
pub(crate) fn table(rows: &'static [&'static str]) -> &'static Table<&'static str> {
    let rows = rows.iter().map(|text| Row::read(text).unwrap()).collect();
    Box::leak(Box::new(Table {
        rows,
        aliases: vec![("A", "ns")],
        outside: vec!["ns.outside"],
        definitions: Vec::new(),
    }))
}

/// What two validators and the dialect's own schema say of `document`, and then of payloads.
pub(crate) struct Judges {
    jsonschema: jsonschema::Validator,
    boon: (boon::Schemas, boon::SchemaIndex),
}

impl Judges {
    pub(crate) fn new(document: &Value) -> Self {
        assert!(jsonschema::meta::is_valid(document), "not a schema: {document:#}");
        let jsonschema = jsonschema::draft202012::new(document).unwrap();
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("http://x/schema", document.clone()).unwrap();
        let index = compiler.compile("http://x/schema", &mut schemas).unwrap();
        Self { jsonschema, boon: (schemas, index) }
    }

    /// Of `target`, in `profile`.
    pub(crate) fn of(table: &Table<&str>, target: &str, profile: Profile) -> Self {
        let document = Deriver::new(table).document(Target::parse(table, target).unwrap(), profile);
        Self::new(&document)
    }

    /// Of the same, in the document of the whole schema.
    pub(crate) fn of_whole(table: &Table<&str>, target: &str, profile: Profile) -> Self {
        let mut document = Deriver::new(table).schema_document(profile);
        let key = Target::parse(table, target).unwrap().qualified(table);
        assert!(document["$defs"].get(&key).is_some(), "{key}");
        document["$ref"] = format!("#/$defs/{key}").into();
        Self::new(&document)
    }

    /// Whether the payload is valid, which both must say alike.
    pub(crate) fn is_valid(&self, text: &str) -> bool {
        let value: Value = serde_json::from_str(text).unwrap();
        let ours = self.jsonschema.is_valid(&value);
        let theirs = self.boon.0.validate(&value, self.boon.1).is_ok();
        assert_eq!(ours, theirs, "jsonschema and boon differ: {text}");
        ours
    }
}

/// Payloads of one target with their verdicts in the tolerant and the strict profile.
#[track_caller]
pub(crate) fn check(table: &'static Table<&'static str>, target: &str, cases: &[(&str, bool, bool)]) {
    for (profile, name) in [(Profile::Tolerant, "tolerant"), (Profile::Strict, "strict")] {
        let one = Judges::of(table, target, profile);
        let whole = Judges::of_whole(table, target, profile);
        for (text, tolerant, strict) in cases {
            let expected = if profile == Profile::Strict { *strict } else { *tolerant };
            assert_eq!(whole.is_valid(text), expected, "whole, {name} {target} {text}");
            // The document of one target does not look into what the target does not reach.
            let in_one = one.is_valid(text);
            assert!(in_one >= expected, "{name} {target} {text}");
            ours(table, target, profile, text, (expected, in_one));
        }
    }
}

/// What our validators say: that of the whole schema, and that of the target's document.
#[cfg(feature = "validator")]
#[track_caller]
fn ours(table: &'static Table<&'static str>, target: &str, profile: Profile, text: &str, expected: (bool, bool)) {
    use odatype_json_schema::validator::{DocumentValidator, SchemaValidator};
    let target = Target::parse(table, target).unwrap();
    let payload = serde_json::from_str(text).unwrap();
    let schema = SchemaValidator::new(Deriver::new(table), profile);
    let document = DocumentValidator::new(Deriver::new(table).document(target, profile)).unwrap();
    let (mut in_schema, mut in_document) = (Vec::new(), Vec::new());
    schema.validate(target, &payload, &mut |problem| in_schema.push(format!("{} {:?}", problem.pointer, problem.what)));
    document.validate(&payload, &mut |problem| in_document.push(format!("{} {:?}", problem.pointer, problem.what)));
    assert_eq!((in_schema.is_empty(), in_document.is_empty()), expected, "{text}: {in_schema:#?} {in_document:#?}");
}

#[cfg(not(feature = "validator"))]
fn ours(_: &'static Table<&'static str>, _: &str, _: Profile, _: &str, _: (bool, bool)) {}
