//! Our validator and another on real payloads.

use std::{collections::HashMap, fs};

use odatype_json_schema::{Deriver, Profile, Target, validator::SchemaValidator};
use odatype_schema::Rulebook;
use odatype_table::Table;
use serde_json::Value;

fn embedded() -> &'static Table<String> {
    let model = odatype_schema::embedded::communications().unwrap_or_else(|faults| panic!("{faults}"));
    Box::leak(Box::new(Rulebook::new(&model).unwrap_or_else(|faults| panic!("{faults}")).table().clone()))
}

/// Payloads, each with the target that its record says it is of.
fn payloads(table: &Table<String>) -> Vec<(Target, Value)> {
    let data = odatype_data::folder!();
    let text = fs::read_to_string(data.join("corpus/graph-communications-2021-07.jsonl")).unwrap();
    let records = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let payload = |record: Value| {
        let text = |name: &str| record[name].as_str();
        let target = match (text("body_form")?, text("effective_type"), text("action"), text("binding")) {
            ("single", Some(ty), ..) => ty.to_owned(),
            ("collection", Some(ty), ..) => format!("Collection({ty})"),
            ("action-parameters", _, Some(action), Some(binding)) => format!("{action}({binding})"),
            _ => return None,
        };
        Some((Target::parse(table, &target).ok()?, record["payload"].clone()))
    };
    records.filter_map(payload).collect()
}

#[odatype_data::test]
fn our_validator_and_another_say_the_same_of_real_payloads() {
    let table = embedded();
    let payloads = payloads(table);
    assert!(payloads.len() > 100, "{}", payloads.len());
    for profile in [Profile::Tolerant, Profile::Strict] {
        let ours = SchemaValidator::new(Deriver::new(table), profile);
        let mut document = Deriver::new(table).schema_document(profile);
        let (mut valid, mut validators) = (0, HashMap::new());
        for (target, payload) in &payloads {
            let theirs = validators.entry(*target).or_insert_with(|| {
                let name = target.qualified(table);
                document["$ref"] = format!("#/$defs/{name}").into();
                jsonschema::draft202012::new(&document).unwrap()
            });
            let mut problems = Vec::new();
            ours.validate(*target, payload, &mut |problem| problems.push(problem.pointer.to_owned()));
            assert_eq!(problems.is_empty(), theirs.is_valid(payload), "{} {payload}", target.qualified(table));
            valid += usize::from(problems.is_empty());
        }
        assert!(valid > 50, "{profile:?}: {valid}");
    }
}
