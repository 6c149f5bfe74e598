//! Each kind of change, made by hand to a small schema, with the lines that it gives: `kinds.txt` has them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

use std::collections::BTreeSet;

use odatype_diff::{Case, Changes, compare};
use odatype_schema::{Rulebook, Source, load};
use serde_json::{Value, json};

const BEFORE: &str = include_str!("before.xml");
const KINDS: &str = include_str!("kinds.txt");

/// The texts that lines of `block` have after `mark`.
fn marked<'b>(block: &'b str, mark: &str) -> Vec<&'b str> {
    block.lines().filter_map(|line| line.strip_prefix(mark)).collect()
}

fn changes(before: &str, after: &str) -> Changes {
    let load = |text: &str| load(&[Source { name: "x.xml".into(), text: text.to_owned().into() }], &[]);
    let (old, new) = (load(before).unwrap(), load(after).unwrap_or_else(|faults| panic!("{faults}")));
    compare(&Rulebook::new(&old).unwrap(), &Rulebook::new(&new).unwrap())
}

/// The members of a line that say what it is, and the severities by their first letters.
fn short(line: &Value) -> Value {
    let letters: String = ["code", "send", "receive"].iter().map(|of| &line[of].as_str().unwrap()[..1]).collect();
    json!([line["change"], line["target"], line["old"], line["new"], line["see"], letters])
}

#[test]
fn each_kind_has_its_lines() {
    let mut seen: BTreeSet<Case> = BTreeSet::new();
    for block in KINDS.split("\n\n").filter(|block| block.contains("\n= ")) {
        let mut after = BEFORE.to_owned();
        for (from, to) in marked(block, "- ").into_iter().zip(marked(block, "+ ")) {
            let (from, to) = (from.replace("\\n", "\n"), to.replace("\\n", "\n"));
            assert!(after.contains(&from), "{from}");
            after = after.replacen(&from, &to, 1);
        }
        let changes = changes(BEFORE, &after);
        let mut lines: Vec<Value> = changes.as_slice().iter().map(|change| short(&change.to_json())).collect();
        let mut expected: Vec<Value> =
            marked(block, "= ").into_iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        lines.sort_by_key(Value::to_string);
        expected.sort_by_key(Value::to_string);
        assert_eq!(lines, expected, "{block}");
        seen.extend(changes.as_slice().iter().map(|change| change.case));
    }
    // What only slices have, and what only the command knows.
    seen.extend([
        Case::TypeFromOutside,
        Case::TypeToOutside,
        Case::OutsideAdded,
        Case::OutsideRemoved,
        Case::NameCollision,
    ]);
    let missing: Vec<&Case> = Case::ALL.iter().filter(|case| !seen.contains(case)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_schema_does_not_differ_from_itself() {
    assert_eq!(changes(BEFORE, BEFORE), Changes::default());
}
