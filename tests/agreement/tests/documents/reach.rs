//! What is in a document, read as it stands: the definitions that its target reaches, and no more.

use odatype_json_schema::{Deriver, Target, each_reference, key};
use odatype_table::{Profile, Row, StructuredKind, Table};
use serde_json::{Value, json};

const ROWS: &[&str] = &[
    "entity\tns.item\t-\ta\nid\tString\t-\nowner\t#4\tnv",
    "entity\tns.pen\t0\t-\nname\tString\tn\tmaxlen=3\ncolors\t*#3\tn",
    "complex\tns.open\t-\to\nwhere\tGeographyPoint\tn\n\t#1,Int32",
    "enum\tns.color\t-\t-\nred\t1\nblue\t2",
    "complex\tns.owner\t-\t-\nsince\tDate\tn\nitems\t*#0\tnv",
    "action\tns.buy\t-\t-\nitem\t#0\tr",
    "function\tns.price\t-\t-\nwhen\tDate\tr",
];

fn table() -> Table<&'static str> {
    let rows = ROWS.iter().map(|text| Row::read(text).unwrap()).collect();
    Table { rows, aliases: vec![("A", "ns")], outside: Vec::new(), definitions: Vec::new() }
}

/// References of `document` to what it does not define.
fn dangling(document: &Value) -> Vec<String> {
    let defined = document["$defs"].as_object().unwrap();
    let mut found = Vec::new();
    each_reference(&mut document.clone(), &mut |reference| {
        if !key(reference).is_some_and(|key| defined.contains_key(&key)) {
            found.push(reference.clone());
        }
    });
    found
}

#[test]
fn every_row_has_its_definition_and_every_reference_leads_somewhere() {
    let table = table();
    for profile in [Profile::Tolerant, Profile::Strict, Profile::Create] {
        let document = Deriver::new(&table).schema_document(profile);
        assert_eq!(dangling(&document), [""; 0]);
        for row in &table.rows {
            // What a function is given is no payload.
            let is_function = row.structured().is_some_and(|ty| ty.kind == StructuredKind::Function);
            assert_eq!(document["$defs"].get(row.name).is_some(), !is_function, "{}", row.name);
        }
    }
}

#[test]
fn a_document_has_what_its_target_reaches() {
    let table = table();
    for (target, has, lacks) in [
        ("ns.owner", &["ns.owner", "ns.pen:properties", "ns.color", "Edm.Date"][..], &["ns.open", "ns.buy"][..]),
        ("ns.buy", &["ns.buy", "ns.item"], &["ns.open"]),
        ("ns.color", &["ns.color"], &["ns.pen"]),
        ("Collection(ns.pen)", &["Collection(ns.pen)", "ns.pen"], &["ns.buy"]),
    ] {
        let target = Target::parse(&table, target).unwrap();
        let document = Deriver::new(&table).document(target, Profile::Strict);
        assert_eq!(dangling(&document), [""; 0]);
        let defined = document["$defs"].as_object().unwrap();
        assert!(has.iter().all(|key| defined.contains_key(*key)), "{target:?}: {:?}", defined.keys());
        assert!(!lacks.iter().any(|key| defined.contains_key(*key)), "{target:?}: {:?}", defined.keys());
    }
}

#[test]
fn profiles_differ_in_what_only_a_sender_keeps() {
    let table = table();
    let length = |profile| {
        let document = Deriver::new(&table).schema_document(profile);
        document["$defs"]["ns.pen:properties"]["properties"]["name"].to_string().contains("\"maxLength\":3")
    };
    assert_eq!((length(Profile::Tolerant), length(Profile::Strict)), (false, true));
    let required = |profile| Deriver::new(&table).schema_document(profile)["$defs"]["ns.buy"]["required"].clone();
    assert_eq!((required(Profile::Tolerant), required(Profile::Strict)), (Value::Null, json!(["item"])));
}
