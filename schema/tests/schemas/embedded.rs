//! The embedded schema.
#![cfg(feature = "graph")]

use odatype_schema::{
    Source,
    embedded::{communications, communications_with},
    model::QualifiedName,
};

#[test]
fn what_is_embedded_loads() {
    let model = communications().unwrap_or_else(|faults| panic!("{faults}"));
    let call = QualifiedName::parse("microsoft.graph.call").unwrap();
    assert!(model.structured.contains_key(&call));
    assert!(model.provenance.is_some());
}

#[test]
fn overlays_come_on_top() {
    let text = r#"{"$Version": "4.01", "microsoft.graph": {"call": {"$Kind": "EntityType", "ours": {}}}}"#;
    let overlay = Source { name: "more.json".into(), text: text.into() };
    let model = communications_with(&[overlay]).unwrap_or_else(|faults| panic!("{faults}"));
    let call = QualifiedName::parse("microsoft.graph.call").unwrap();
    assert!(model.property(&call, "ours").is_some());
}
