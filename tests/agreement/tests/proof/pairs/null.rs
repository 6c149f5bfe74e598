//! What may be null, and what may be missing: each kind of type in each kind of place.

use serde_json::json;

use crate::harness::{Judges, Report, Trial, hold};

const TYPES: &str = r#"
    "Color": {"$Kind": "EnumType", "Red": 0}, "C": {"$Kind": "ComplexType"},
    "D": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "@V.Pattern": "^a", "$MaxLength": 1},
    "E": {"$Kind": "EntityType", "$Key": ["id"], "id": {}}"#;

const KINDS: &[(&str, &str)] = &[
    ("Edm.Int32", "5"),
    ("Edm.String", "\"a\""),
    ("Edm.Date", "\"2026-01-01\""),
    ("Edm.Decimal", "1.5"),
    ("ns.Color", "\"Red\""),
    ("ns.C", "{}"),
    ("ns.D", "\"a\""),
    ("ns.E", "{\"id\":\"1\"}"),
    ("Edm.GeographyPoint", "{\"type\":\"Point\",\"coordinates\":[1,2]}"),
];

/// Null and absent in properties: absent always, null where it is said, and it reads whatever is said.
#[test]
fn properties() {
    let mut report = Report::default();
    for (ty, value) in KINDS {
        for nullable in [false, true] {
            for collection in [false, true] {
                let property = json!({"$Type": ty, "$Nullable": nullable, "$Collection": collection});
                let trial = Trial::of(&format!(r#"{TYPES}, "T": {{"$Kind": "ComplexType", "p": {property}}}"#), "");
                let mut judges = Judges::new(&trial);
                // Null is no collection, and reads all the same.
                let whole_null = nullable && !collection;
                let some = if collection { format!("[{value}]") } else { (*value).to_owned() };
                let mut cases = vec![
                    ("{}".to_owned(), true),
                    (format!(r#"{{"p":{some}}}"#), true),
                    (r#"{"p":null}"#.into(), whole_null),
                ];
                if collection {
                    cases.push((r#"{"p":[null]}"#.into(), nullable));
                    cases.push((format!(r#"{{"p":[{value},null]}}"#), nullable));
                }
                for (payload, is_right) in cases {
                    compare(&trial, &mut judges, "ns.T", &payload, is_right, &property.to_string(), &mut report);
                }
            }
        }
    }
    report.settle("null in properties");
}

/// Parameters: missing where it may be null or is optional.
#[test]
fn parameters() {
    let mut report = Report::default();
    for (ty, value) in KINDS.iter().filter(|(ty, _)| *ty != "ns.E") {
        for nullable in [false, true] {
            for optional in [false, true] {
                let mut parameter = json!({"$Name": "p", "$Type": ty, "$Nullable": nullable});
                if optional {
                    parameter["@Core.OptionalParameter"] = json!({});
                }
                let action = json!([{"$Kind": "Action", "$Parameter": [parameter]}]);
                let trial = Trial::of(&format!(r#"{TYPES}, "act": {action}"#), "");
                let mut judges = Judges::new(&trial);
                for (payload, is_right) in [
                    ("{}".to_owned(), nullable || optional),
                    (format!(r#"{{"p":{value}}}"#), true),
                    (r#"{"p":null}"#.to_owned(), nullable),
                    (format!(r#"{{"p":{value},"q":1}}"#), false),
                    (format!(r#"{{"p":{value},"@note.x":1}}"#), true),
                ] {
                    compare(&trial, &mut judges, "ns.act", &payload, is_right, &action.to_string(), &mut report);
                }
            }
        }
    }
    report.settle("null and missing parameters");
}

fn compare(
    trial: &Trial,
    judges: &mut Judges<'_>,
    name: &str,
    payload: &str,
    is_right: bool,
    what: &str,
    report: &mut Report,
) {
    report.negative += usize::from(!is_right);
    let outcome = hold(trial, judges, name, payload, report);
    let json = outcome.json.map(|[_, strict, _]| strict);
    if !outcome.tolerant || outcome.strict != is_right || !json.as_ref().is_some_and(|json| json.all_say(is_right)) {
        report.disagree(
            format!("tolerant {}, strict {}, JSON Schema {json:?}", outcome.tolerant, outcome.strict),
            format!("{payload} {what}"),
        );
    }
}
