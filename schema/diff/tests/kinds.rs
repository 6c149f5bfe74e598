//! Each kind of change, made by hand to a small schema, with the lines that it gives: `kinds.txt` has them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod common;

use std::collections::BTreeSet;

use common::{BEFORE, Block, blocks, changes, marked};
use odatype_diff::{Case, Changes};
use serde_json::{Value, json};

/// The members of a line that say what it is, and the severities by their first letters.
fn short(line: &Value) -> Value {
    let letters: String = ["code", "send", "receive"].iter().map(|of| &line[of].as_str().unwrap()[..1]).collect();
    json!([line["change"], line["target"], line["old"], line["new"], line["see"], letters])
}

#[test]
fn each_kind_has_its_lines() {
    let mut seen: BTreeSet<Case> = BTreeSet::new();
    for Block { text, after } in blocks() {
        let changes = changes(BEFORE, &after);
        let mut lines: Vec<Value> = changes.as_slice().iter().map(|change| short(&change.to_json())).collect();
        let mut expected: Vec<Value> =
            marked(text, "= ").into_iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        lines.sort_by_key(Value::to_string);
        expected.sort_by_key(Value::to_string);
        assert_eq!(lines, expected, "{text}");
        seen.extend(changes.as_slice().iter().map(|change| change.case));
    }
    // What only slices have, and what only the command knows.
    seen.extend([
        Case::TypeFromOutside,
        Case::TypeToOutside,
        Case::OutsideAdded,
        Case::OutsideRemoved,
        Case::NameChanged,
        Case::NameCollision,
    ]);
    let missing: Vec<&Case> = Case::ALL.iter().filter(|case| !seen.contains(case)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_schema_does_not_differ_from_itself() {
    assert_eq!(changes(BEFORE, BEFORE), Changes::default());
}
