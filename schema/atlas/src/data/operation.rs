//! Functions, which have no rows: what they take and give is said by the model alone.

use odatype_schema::model::{Operation, Parameter, ReturnType};
use odatype_table::docs;
use serde_json::{Value, json};

use super::object::Object;

/// A function as a type of the page.
pub(super) fn function(name: &str, operation: &Operation) -> Value {
    Object::default()
        .with("name", name)
        .with("kind", "function")
        .with("says", says(&operation.annotations))
        .with("bound", bound(operation))
        .with("returns", operation.returns.as_ref().map(returns))
        .with("members", operation.given().map(parameter).collect::<Vec<_>>())
        .done()
}

/// What an operation is bound to.
pub(super) fn bound(operation: &Operation) -> Option<String> {
    operation.binding().map(|binding| binding.ty.to_string())
}

/// What an operation returns.
pub(super) fn returns(returns: &ReturnType) -> Value {
    Object::default().with("type", returns.ty.to_string()).with("null", returns.nullable).done()
}

fn parameter(parameter: &Parameter) -> Value {
    Object::default()
        .with("name", parameter.name.as_str())
        .with("type", parameter.ty.to_string())
        .with("null", parameter.nullable)
        .with("says", says(&parameter.annotations))
        .done()
}

fn says(annotations: &odatype_schema::model::Annotations) -> Value {
    let text = annotations.description().unwrap_or_default();
    // In the form that descriptions of rows have.
    json!(docs::Docs::read(&docs::write((text, docs::Notes::default()), [])).own())
}
