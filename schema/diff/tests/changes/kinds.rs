//! Each kind of change, made by hand to a small schema, with the lines that it gives: `kinds.txt` has them.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::common::{BEFORE, Block, blocks, changes, marked, model};
use odatype_diff::{Case, Changes, Kind, compare};
use odatype_schema::Rulebook;
use serde_json::{Value, json};

/// Each block with what changed, and what changed on the way back.
static BOTH_WAYS: LazyLock<Vec<(Block, [Changes; 2])>> = LazyLock::new(|| {
    let before = model(BEFORE);
    let old = Rulebook::new(&before).unwrap();
    let both_ways = |block: Block| {
        let after = model(&block.after);
        let new = Rulebook::new(&after).unwrap();
        (block, [compare(&old, &new), compare(&new, &old)])
    };
    blocks().map(both_ways).collect()
});

/// The members of a line that say what it is, and the severities by their first letters.
fn short(line: &Value) -> Value {
    let letters: String = ["code", "send", "receive"].iter().map(|of| &line[of].as_str().unwrap()[..1]).collect();
    json!([line["change"], line["target"], line["old"], line["new"], line["see"], letters])
}

#[test]
fn each_kind_has_its_lines() {
    let mut seen: BTreeSet<Case> = BTreeSet::new();
    for (Block { text, .. }, [changes, _]) in &*BOTH_WAYS {
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
        // What only the schema's user says of it.
        Case::MemberAddedExhaustive,
    ]);
    let missing: Vec<&Case> = Case::ALL.iter().filter(|case| !seen.contains(case)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_member_more_breaks_what_is_said_to_have_all() {
    let after = BEFORE.replacen("<Member Name=\"off\"", "<Member Name=\"broken\" Value=\"2\"/><Member Name=\"off\"", 1);
    let [mut before, mut after] = [BEFORE, &after].map(model);
    (before.is_exhaustive, after.is_exhaustive) = (true, true);
    let changes = compare(&Rulebook::new(&before).unwrap(), &Rulebook::new(&after).unwrap());
    let lines: Vec<Value> = changes.as_slice().iter().map(|change| short(&change.to_json())).collect();
    assert_eq!(lines, [json!(["member-added", "n.state/broken", null, 2, null, "bab"])]);
}

#[test]
fn the_way_back_has_the_changes_reversed() {
    let told = |changes: &Changes, is_back: bool| -> Vec<(String, Kind)> {
        let kind = |kind: Kind| if is_back { kind.reversed() } else { kind };
        let mut told: Vec<(String, Kind)> =
            changes.as_slice().iter().map(|change| (change.target.clone(), kind(change.kind()))).collect();
        told.sort();
        told
    };
    for (Block { text, .. }, [changes, back]) in &*BOTH_WAYS {
        assert_eq!(told(changes, false), told(back, true), "{text}");
    }
}

#[test]
fn a_schema_does_not_differ_from_itself() {
    assert_eq!(changes(BEFORE, BEFORE), Changes::default());
}
