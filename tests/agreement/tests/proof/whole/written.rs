//! What is written of whole schemas, before the schema that OASIS has of CSDL JSON.

use odatype_schema::{load_files, write};

#[odatype_data::test]
fn what_is_written_is_valid_csdl_json() {
    let data = odatype_data::folder!();
    let schema = std::fs::read_to_string(data.join("spec/csdl.schema.json")).unwrap();
    // The limit of a name's length makes a pattern that is too large to compile.
    let schema: serde_json::Value = serde_json::from_str(&schema.replace("{0,127}", "*")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let vocabularies =
        ["Org.OData.Core.V1.xml", "Org.OData.Validation.V1.xml"].map(|name| data.join("spec").join(name));
    let metadata = std::fs::read_dir(data.join("metadata")).unwrap().map(|entry| entry.unwrap().path());
    for file in metadata.chain(vocabularies) {
        let model = load_files(&[&file], &[]).unwrap_or_else(|faults| panic!("{faults}"));
        let document: serde_json::Value = serde_json::from_str(&write(&model)).unwrap();
        for error in validator.iter_errors(&document) {
            // What the service itself writes against CSDL: properties named with hyphens, terms that apply to types.
            let text = error.to_string();
            let is_known = text.contains("\"request-id\"") || text.contains("\"$AppliesTo\":[\"microsoft.graph.");
            assert!(is_known, "{}: {} {text:.300}", file.display(), error.instance_path());
        }
    }
}
