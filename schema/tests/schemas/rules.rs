//! Joined rules, and what is wrong with rules.

mod joined;
mod told;
mod written;
mod wrong;

use odatype_schema::{Rulebook, Source, model::Model};

const HEAD: &str = r#"{"$Version": "4.01", "$Reference": {"https://x/v": {"$Include": [
    {"$Namespace": "Org.OData.Validation.V1", "$Alias": "V"}, {"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
"ns": "#;

/// What every case may name.
const TYPES: &str = r#"
    "Color": {"$Kind": "EnumType", "Red": 0, "Green": 1, "Blue": 2},
    "Rights": {"$Kind": "EnumType", "$IsFlags": true, "Read": 1, "Write": 2},
    "A": {"$Kind": "ComplexType"}, "B": {"$Kind": "ComplexType", "$BaseType": "ns.A"},
    "C": {"$Kind": "ComplexType", "$BaseType": "ns.B"}, "D": {"$Kind": "ComplexType", "$BaseType": "ns.A"},
    "Other": {"$Kind": "ComplexType"}"#;

fn json(name: &str, types: &str) -> Source<'static> {
    Source { name: name.to_owned(), text: format!("{HEAD}{{{types}}}}}").into() }
}

/// The model of `types` and an overlay; the faults as text.
fn load(types: &str, overlay: &str) -> Result<Model, String> {
    let overlays: Vec<Source<'_>> = if overlay.is_empty() { Vec::new() } else { vec![json("o.json", overlay)] };
    odatype_schema::load(&[json("s.json", &format!("{TYPES},\n{types}"))], &overlays)
        .map_err(|faults| faults.to_string())
}

/// The line of the property `p` of `ns.T` in the table, after its name; and the warnings.
fn joined(types: &str, overlay: &str) -> (String, String) {
    let model = load(types, overlay).unwrap_or_else(|faults| panic!("{types}\n{overlay}\n{faults}"));
    let book = Rulebook::new(&model).unwrap();
    let row = book.table().rows.iter().find(|row| row.name == "ns.T").unwrap().to_text();
    let line = row.lines().find_map(|line| line.strip_prefix("p\t")).unwrap_or_default();
    let warnings: Vec<String> = model.warnings.iter().map(ToString::to_string).collect();
    assert!(book.warnings().iter().all(|warning| model.warnings.contains(warning)));
    (line.replace('\t', " "), warnings.join("\n"))
}

/// A type with one property of the definition `D1`.
fn defined(definition: &str, property: &str) -> String {
    format!(
        r#""D1": {{"$Kind": "TypeDefinition", {definition}}},
        "T": {{"$Kind": "ComplexType", "p": {{"$Type": "ns.D1"{property}}}}}"#
    )
}

fn typed(property: &str) -> String {
    format!(r#""T": {{"$Kind": "ComplexType", "p": {{{property}}}}}"#)
}
