//! What containers have.

use odatype_schema::model::{Model, Serves};
use serde_json::{Value, json};

use super::object::Object;

/// Every entity set, singleton and import: what it is called, what it is, and of which type or operation.
pub(super) fn served(model: &Model) -> Vec<Value> {
    let mut all = Vec::new();
    for container in model.containers.values() {
        for element in &container.elements {
            let Some(serves) = element.serves() else { continue };
            let (what, of) = match &serves {
                Serves::EntitySet(ty) => ("entity set", ty),
                Serves::Singleton(ty) => ("singleton", ty),
                Serves::ActionImport(action) => ("action import", action),
                Serves::FunctionImport(function) => ("function import", function),
            };
            let written = Object::default()
                .with("name", element.name.as_str())
                .with("what", what)
                .with("of", json!(of.as_str()))
                .with("says", element.annotations.description());
            all.push(written.done());
        }
    }
    all
}
