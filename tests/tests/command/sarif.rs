//! `odatype validate --format sarif`, held against what the standard asks.

use serde_json::{Value, json};

use crate::run::Folder;

/// A schema with a rule that cannot be applied.
const ODD: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="T"><Property Name="p" Type="Edm.Guid"><Annotation Term="Org.OData.Validation.V1.Pattern" String="a"/></Property>
</ComplexType></Schema></edmx:DataServices></edmx:Edmx>"#;

/// What the standard asks of what we write, in our own words: members that must be there, and what their values are.
fn shape() -> Value {
    let text = json!({ "type": "object", "required": ["text"], "properties": { "text": { "type": "string", "minLength": 1 } } });
    let level = json!({ "enum": ["none", "note", "warning", "error"] });
    let number = json!({ "type": "integer", "minimum": 1 });
    let location = json!({ "type": "object", "properties": {
        "physicalLocation": { "required": ["artifactLocation"], "additionalProperties": false, "properties": {
            "artifactLocation": { "additionalProperties": false, "properties": {
                "uri": { "type": "string", "pattern": "^[!-~]+$" }, "description": text } },
            "region": { "additionalProperties": false, "properties": {
                "startLine": number, "startColumn": number, "endColumn": number,
                "byteOffset": { "minimum": 0 }, "byteLength": { "minimum": 0 } } } } },
        "logicalLocations": { "items": { "properties": { "kind": { "type": "string" } } } } } });
    let locations = json!({ "type": "array", "items": location });
    let rule = json!({ "type": "object", "required": ["id"], "additionalProperties": false, "properties": {
        "id": { "type": "string" }, "shortDescription": text, "help": text,
        "defaultConfiguration": { "properties": { "level": level } } } });
    let result = json!({ "type": "object", "required": ["message", "ruleId"], "additionalProperties": false, "properties": {
        "ruleId": { "type": "string" }, "ruleIndex": { "type": "integer", "minimum": -1 }, "level": level,
        "message": text, "locations": locations, "properties": { "type": "object" } } });
    let notification = json!({ "type": "object", "required": ["message"], "additionalProperties": false, "properties": {
        "level": level, "message": text, "locations": locations } });
    let run = json!({ "type": "object", "required": ["tool"], "additionalProperties": false, "properties": {
        "tool": { "required": ["driver"], "properties": { "driver": { "required": ["name"], "properties": {
            "name": { "const": "odatype" }, "version": { "type": "string" },
            "rules": { "type": "array", "items": rule, "uniqueItems": true } } } } },
        "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
        "results": { "type": "array", "items": result },
        "invocations": { "items": { "required": ["executionSuccessful"], "properties": {
            "toolExecutionNotifications": { "items": notification } } } } } });
    json!({ "type": "object", "required": ["version", "runs"], "additionalProperties": false, "properties": {
        "$schema": { "type": "string" }, "version": { "const": "2.1.0" },
        "runs": { "type": "array", "items": run } } })
}

#[test]
fn logs_are_what_the_standard_asks_for() {
    let shape = jsonschema::validator_for(&shape()).unwrap();
    let folder = Folder::new();
    folder.write("right.json", "{}");
    folder.write("wrong, it is.json", "{\n  \"state\": \"snet\",\n  \"no,%:tse\": []\n}");
    folder.write("odd.xml", ODD);
    for (schema, ty, files, results) in [
        ("shop.json", "shop.core.order", &["right.json", "wrong, it is.json", "gone.json"][..], 2),
        ("odd.xml", "n.T", &["-"], 2),
        ("shop.json", "shop.core.order", &["right.json"], 0),
    ] {
        let arguments = [&["validate", "--schema", schema, "--type", ty, "--format", "sarif"], files].concat();
        let log: Value = serde_json::from_str(&folder.run_with(&arguments, "{\"p\": 1}").out).unwrap();
        let wrong: Vec<String> =
            shape.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{files:?}: {wrong:#?}");
        assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(results), "{files:?}");
    }
}
