//! Tables from texts, and payloads with their verdicts.

use crate::judge::{Judge, of_schema};
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

/// Who judges payloads of `target`, in `profile`.
pub(crate) fn judge(table: &Table<&str>, target: &str, profile: Profile) -> Judge {
    Judge::new(&Deriver::new(table).document(Target::parse(table, target).unwrap(), profile))
}

/// Who does so by the document of the whole schema.
fn judge_of_whole(table: &Table<&str>, target: &str, profile: Profile) -> Judge {
    let mut document = Deriver::new(table).schema_document(profile);
    let key = Target::parse(table, target).unwrap().qualified(table);
    assert!(document["$defs"].get(&key).is_some(), "{key}");
    document["$ref"] = format!("#/$defs/{key}").into();
    Judge::new(&document)
}

/// Payloads of one target with their verdicts in the tolerant and the strict profile.
#[track_caller]
pub(crate) fn check(table: &'static Table<&'static str>, target: &str, cases: &[(&str, bool, bool)]) {
    for (profile, name) in [(Profile::Tolerant, "tolerant"), (Profile::Strict, "strict")] {
        let one = judge(table, target, profile);
        let whole = judge_of_whole(table, target, profile);
        let schema = of_schema(table, profile);
        let of = Target::parse(table, target).unwrap();
        for (text, tolerant, strict) in cases {
            let expected = if profile == Profile::Strict { *strict } else { *tolerant };
            let payload: Value = serde_json::from_str(text).unwrap();
            assert_eq!(whole.is_valid(&payload), expected, "whole, {name} {target} {text}");
            // The document of one target does not look into what the target does not reach.
            assert!(one.is_valid(&payload) >= expected, "{name} {target} {text}");
            schema(of, &payload, expected);
        }
    }
}
