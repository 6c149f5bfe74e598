//! Patterns that no linear engine runs.

use odatype_json_schema::{Deriver, Profile, Target};

use crate::common::table;

/// A pattern that only a backtracking engine runs stays in the document, for who has such an engine.
#[test]
fn patterns_that_look_around() {
    let table = table(&["complex\tns.T\t-\t-\nlook\tString\tn\tbacktracking=^(?!a)"]);
    let document = Deriver::new(table).document(Target::parse(table, "ns.T").unwrap(), Profile::Strict);
    let validator = jsonschema::draft202012::new(&document).unwrap();
    assert!(validator.is_valid(&serde_json::json!({ "look": "b" })));
    assert!(!validator.is_valid(&serde_json::json!({ "look": "a" })));
}
