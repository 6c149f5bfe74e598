//! The validator: what it tells, and that neither depth nor alternatives cost it anything.

#![cfg(feature = "validator")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod common;

use common::table;
use odatype_json_schema::{
    Deriver, Profile, Target,
    validator::{DocumentValidator, SchemaValidator},
};
use odatype_table::Table;
use serde_json::{Value, json};

const ROWS: &[&str] = &[
    "complex\tns.left\t-\to\na\tInt32\tn\n\t#0,#1",
    "complex\tns.right\t-\to\nb\tInt32\tn\n\t#0,#1",
    "complex\tns.node\t-\t-\nnext\t#2\tn\nname\tString\tn\tbacktracking=^(?!a)\tpattern=^.b\nwhere\t#3\tn",
    "complex\tns.geo\t-\to\nx\tInt32\tn\n\tGeographyPoint,#3",
];

fn problems(table: &'static Table<&'static str>, target: &str, payload: &Value) -> Vec<String> {
    let target = Target::parse(table, target).unwrap();
    let mut of_schema = Vec::new();
    let validator = SchemaValidator::new(Deriver::new(table), Profile::Strict);
    validator.validate(target, payload, &mut |problem| {
        of_schema.push(format!("{} {}{} {:?}", problem.pointer, problem.definition, problem.keyword, problem.what));
    });
    of_schema.sort();
    let document = DocumentValidator::new(Deriver::new(table).document(target, Profile::Strict)).unwrap();
    let mut of_document = Vec::new();
    document.validate(payload, &mut |problem| {
        of_document.push(format!("{} {}{} {:?}", problem.pointer, problem.definition, problem.keyword, problem.what));
    });
    of_document.sort();
    assert_eq!(of_schema, of_document);
    of_schema
}

#[test]
fn what_is_told() {
    let payload = json!({ "next": { "next": { "nam/e": 1, "name": 5 }, "name": "xa" } });
    assert_eq!(
        problems(table(ROWS), "ns.node", &payload),
        [
            "/next/name  NotChecked(\"^(?!a)\")",
            "/next/name ns.node:properties/properties/name/else/allOf/0/pattern Pattern(\"^.b\")",
            "/next/next ns.node:properties/additionalProperties Undeclared([\"nam/e\"])",
            "/next/next/name ns.node:properties/properties/name/else/type Type",
        ]
    );
}

#[test]
fn of_alternatives_the_nearest_is_told() {
    let payload = json!({ "where": { "y": { "type": "Point", "coordinates": [1] } } });
    assert_eq!(
        problems(table(ROWS), "ns.node", &payload),
        ["/where/y/coordinates Edm.GeographyPoint/allOf/0/then/properties/coordinates/minItems MinItems(2)"]
    );
    assert_eq!(problems(table(ROWS), "ns.geo", &json!({ "y": { "type": "Point", "coordinates": [1, 2] } })), [""; 0]);
}

/// As deep as the reader reads.
const DEPTH: usize = odatype_json::MAX_DEPTH - 2;

#[test]
fn depth_costs_nothing_but_itself() {
    let nest = |member: &str, leaf: Value| {
        let mut value = leaf;
        for _ in 0..DEPTH {
            value = json!({ member: value });
        }
        value
    };
    let found = problems(table(ROWS), "ns.left", &nest("d", json!(5)));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(problems(table(ROWS), "ns.left", &nest("d", json!({ "c": { "a": 1 } }))), [""; 0]);
    assert_eq!(problems(table(ROWS), "ns.node", &nest("next", json!({ "x": 5 }))).len(), 1);
    assert_eq!(problems(table(ROWS), "ns.geo", &nest("y", json!({ "x": "5" }))).len(), 1);
}
