//! Findings of documents: where they are, which rule they are about, and whose members they concern.

use odatype_table::{FORMAT, Profile};

use super::Validator;
use crate::{
    doors::{Collection, ServiceError},
    finding::{Finding, Level, Rule},
    table::Schema,
};

static SCHEMA: Schema = Schema::new(
    FORMAT,
    &[
        "complex\tz.shop\t-\t-\nitems\t*#1\tn\tminitems=2\nname\tString\tn\tbacktracking=^(?!a)",
        "complex\tz.item\t-\ta\nid\tString\t-",
        "complex\tz.pen\t1\t-\ncolor\t#3\tn\nlength\tInt32\tn\tmax=9",
        "enum\tz.color\t-\t-\nred\t1\ngreen\t2",
        "complex\tz.open\t-\to\nitem\t#1\tn",
    ],
    &[("y", "z")],
    "",
    &["", "", "", "Colors.\ngreen\tAs grass."],
);

/// Pointer, rule, offset, type and suggestion of everything that is found.
fn told(name: &str, json: &str) -> Vec<(String, &'static str, usize, &'static str, Option<String>)> {
    let findings = Validator::new(&SCHEMA, Profile::Strict).validate_as(name, json.as_bytes()).unwrap();
    let told = |found: &Finding| {
        (found.pointer(), found.rule().as_str(), found.offset(), found.type_name(), found.suggestion())
    };
    findings.iter().map(told).collect()
}

#[test]
fn where_and_what() {
    let finding = |pointer: &str, rule, offset, ty, near: Option<&str>| {
        (pointer.to_owned(), rule, offset, ty, near.map(str::to_owned))
    };
    for (name, json, expected) in [
        ("z.shop", r#" {"Name":1}"#, vec![finding("/Name", "undeclared", 2, "z.shop", Some("name"))]),
        (
            "z.shop",
            r##"{"items":[{"@odata.type":"#z.pen","id":"1","length":10}]}"##,
            vec![finding("/items", "count", 9, "z.shop", None), finding("/items/0/length", "range", 52, "z.pen", None)],
        ),
        (
            "Collection(z.pen)",
            r#"{"value":[{"id":"1","color":"gren","a/b":1}]}"#,
            vec![
                finding("/value/0/color", "member", 28, "z.pen", Some("green")),
                finding("/value/0/a~1b", "undeclared", 35, "z.pen", None),
            ],
        ),
        ("Collection(z.pen)", "{}", vec![finding("", "required", 0, "z.pen", None)]),
        (
            "z.open",
            r##"{"item":{"@odata.type":"#z.pan"},"x":{"@type":"#z.pen","id":1}}"##,
            vec![finding("/item", "tag", 23, "z.open", Some("#z.pen")), finding("/x/id", "type", 60, "z.pen", None)],
        ),
        (
            "z.open",
            r#"{"a":{"\u0062":1,"b":{"c":1,"c":2}},"a":1}"#,
            vec![
                finding("/a/b", "repeated", 18, "z.open", None),
                finding("/a/b/c", "repeated", 29, "z.open", None),
                finding("/a", "repeated", 37, "z.open", None),
            ],
        ),
        ("z.color", r#""blue""#, vec![finding("", "member", 0, "", None)]),
        ("Edm.Guid", "5", vec![finding("", "type", 0, "", None)]),
        ("z.shop", "[1", vec![finding("", "syntax", 2, "", None)]),
    ] {
        assert_eq!(told(name, json), expected, "{name} {json}");
    }
}

#[test]
fn what_cannot_be_checked_is_told_and_is_no_error() {
    let findings = Validator::new(&SCHEMA, Profile::Strict).validate_as("z.shop", br#"{"name":"b"}"#).unwrap();
    assert_eq!((findings.len(), findings[0].level(), findings[0].rule()), (1, Level::NotChecked, Rule::Pattern));
    assert!(findings.is_valid());
}

#[test]
fn a_type_of_another_schema_is_told() {
    let validator = Validator::new(&SCHEMA, Profile::Tolerant);
    for findings in [validator.validate::<ServiceError>(b"{}"), validator.validate::<Collection<ServiceError>>(b"{}")] {
        assert!(!findings.is_valid() && findings.to_string().contains("odata.errorResponse"), "{findings}");
    }
    let own = <ServiceError as crate::Structured>::TYPE.schema;
    assert!(Validator::new(own, Profile::Strict).validate::<ServiceError>(br#"{"error":{"code":"x"}}"#).is_empty());
}

#[test]
fn documents_have_the_descriptions() {
    let document = SCHEMA.json_schema("z.color", Profile::Strict).unwrap();
    let color = &document["$defs"]["z.color"];
    assert_eq!(color["description"], "Colors.");
    assert_eq!(color["anyOf"][0], serde_json::json!({ "const": "green", "description": "As grass." }));
    assert!(SCHEMA.json_schema("z.colour", Profile::Strict).unwrap_err().to_string().contains("`z.colour`"));
}

/// Many threads may use one validator, and share what it has compiled.
#[test]
fn is_shared() {
    let validator = Validator::new(&SCHEMA, Profile::Strict);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..20 {
                    assert_eq!(validator.validate_as("z.pen", br#"{"id":"1","length":10}"#).unwrap().len(), 1);
                }
            });
        }
    });
}
