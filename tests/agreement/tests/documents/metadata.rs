//! Whole schemas of a real service, and small cases.

use std::fs;

use odatype_json_schema::{Deriver, Profile};
use odatype_schema::{Rulebook, model::Model};
use odatype_table::{StructuredKind, Table, docs::Docs};
use serde_json::Value;

const PROFILES: [Profile; 2] = [Profile::Tolerant, Profile::Strict];

/// The table of `model`, for as long as the test runs, with its descriptions.
fn rules(model: &Model) -> (&'static Table<String>, &'static [String]) {
    let book = Rulebook::new(model).unwrap_or_else(|faults| panic!("{faults}"));
    (Box::leak(Box::new(book.table().clone())), Vec::leak(book.docs()))
}

fn embedded() -> (&'static Table<String>, &'static [String]) {
    rules(&odatype_schema::embedded::communications().unwrap_or_else(|faults| panic!("{faults}")))
}

#[test]
fn the_document_of_the_embedded_schema_is_a_schema() {
    is_schema(embedded());
}

#[odatype_data::test]
fn documents_of_whole_schemas_are_schemas() {
    for entry in fs::read_dir(odatype_data::folder!().join("metadata")).unwrap() {
        let model = odatype_schema::load_files(&[entry.unwrap().path()], &[]);
        is_schema(rules(&model.unwrap_or_else(|faults| panic!("{faults}"))));
    }
}

/// Holds the documents of a table against what JSON Schema says of its own documents.
fn is_schema((table, docs): (&'static Table<String>, &'static [String])) {
    let deriver = Deriver::new(table).with_docs(docs.iter().map(|docs| Docs::read(docs)).collect());
    for profile in PROFILES {
        let document = deriver.schema_document(profile);
        assert!(jsonschema::meta::is_valid(&document));
        let definitions = document["$defs"].as_object().unwrap();
        assert_eq!(dangling(&document, definitions), [""; 0]);
        for row in &table.rows {
            // What a function is given is no payload.
            let is_function = row.structured().is_some_and(|ty| ty.kind == StructuredKind::Function);
            assert_eq!(definitions.contains_key(&row.name), !is_function, "{}", row.name);
        }
    }
}

/// References that lead nowhere.
fn dangling<'d>(value: &'d Value, definitions: &serde_json::Map<String, Value>) -> Vec<&'d str> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                    let key = reference.strip_prefix("#/$defs/").unwrap_or("").replace("~1", "/").replace("%7C", "|");
                    if !definitions.contains_key(&key) {
                        found.push(reference);
                    }
                }
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

/// The verdicts of small cases: JSON Schema must not be stricter than they are, and weaker only in what it cannot say.
#[odatype_data::test]
fn cases_have_their_verdicts() {
    let folder = odatype_data::folder!().join("cases");
    let text = fs::read_to_string(folder.join("cases.jsonl")).unwrap();
    let mut weaker = Vec::new();
    for case in text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let text = |name: &str| case[name].as_str().unwrap();
        let Ok(model) = odatype_schema::load_files(&[folder.join(text("schema"))], &[]) else { continue };
        let (table, _) = rules(&model);
        let payload: Value = serde_json::from_str(text("payload")).unwrap();
        for (profile, expected) in [(Profile::Tolerant, &case["tolerant"]), (Profile::Strict, &case["strict"])] {
            let mut document = Deriver::new(table).schema_document(profile);
            document["$ref"] = format!("#/$defs/{}", text("type")).into();
            let is_valid = jsonschema::draft202012::new(&document).unwrap().is_valid(&payload);
            assert!(is_valid || *expected == false, "{profile:?} {case}");
            if is_valid && *expected == false {
                weaker.push(format!("{profile:?} {} {}", text("payload"), text("why")));
            }
        }
    }
    // How many digits a decimal number has after the point is not said.
    weaker.retain(|case| !case.contains("scale"));
    assert_eq!(weaker, [""; 0]);
}
