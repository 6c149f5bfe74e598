//! The readers and the writer on whole schemas of a real service, and on OASIS's vocabularies.
#![cfg(feature = "xml")]

use crate::common::{load_one, metadata, source, without_places};
use odatype_schema::{load_files, model::Model, write, write_compact};

fn load(file: &std::path::Path) -> Model {
    load_files(&[file], &[]).unwrap_or_else(|faults| panic!("{faults}"))
}

#[odatype_data::test]
fn every_file_loads_unedited_and_survives_writing() {
    for file in metadata() {
        let model = load(&file);
        assert!(model.structured.len() > 2000 && model.enums.len() > 700 && model.actions.len() > 600);
        let text = write(&model);
        let again = load_one(source("written.json", text.as_str())).unwrap_or_else(|faults| panic!("{faults}"));
        assert!(without_places(&again) == without_places(&model), "{}: another model", file.display());
        assert!(write(&again) == text, "{}: another text", file.display());
        let compact = load_one(source("written.json", write_compact(&model))).unwrap();
        assert!(write(&compact) == text, "{}: another text", file.display());
    }
}

#[odatype_data::test]
fn inheritance_is_followed() {
    for file in metadata() {
        let model = load(&file);
        let name = |name: &str| odatype_schema::model::QualifiedName::parse(name).unwrap();
        let (call, entity) = (name("microsoft.graph.call"), name("microsoft.graph.entity"));
        assert_eq!(model.properties_of(&call)[0].name, "id");
        assert!(model.properties_of(&call).iter().any(|property| property.name == "callbackUri"));
        assert!(model.is_derived_from(&call, &entity) && !model.is_derived_from(&entity, &call));
        assert!(model.derived(&entity).contains(&&call) && model.descendants(&entity).len() > 500);
        let set = name("microsoft.graph.identitySet");
        assert!(model.is_open(&set) && model.descendants(&set).into_iter().all(|name| model.is_open(name)));
        assert!(!model.is_open(&entity));
        assert_eq!(model.namespace_of_alias("graph"), Some("microsoft.graph"));
        assert_eq!(model.property(&call, "id").unwrap().ty.to_string(), "Edm.String");
    }
}
