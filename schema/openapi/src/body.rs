//! What requests and responses hold.
//!
//! Source: OData JSON 4.01, sections 6 (entity), 11 (individual property or operation response), 12 (collections) and 17 (action
//! invocation); OData Protocol 4.01, section 11.5.5.

use odatype_schema::{
    Rulebook,
    model::{ReturnType, TypeName},
};
use odatype_table::{Primitive, Shape};
use serde_json::{Value, json};

use crate::schemas::Schemas;

/// A body in JSON.
pub(crate) fn request(schema: &Value, is_required: bool) -> Value {
    json!({ "required": is_required, "content": { "application/json": { "schema": schema } } })
}

/// A response in JSON.
pub(crate) fn response(description: &str, schema: &Value) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": schema } } })
}

/// A response without a body.
pub(crate) fn nothing(description: &str) -> Value {
    json!({ "description": description })
}

/// That a request failed.
pub(crate) fn error() -> Value {
    response("Why it failed.", &Schemas::error())
}

/// The responses to an action.
pub(crate) fn returned(rulebook: &Rulebook<'_>, schemas: &Schemas, returns: Option<&ReturnType>) -> Value {
    let mut responses = json!({ "default": error() });
    let Some(returns) = returns else {
        responses["204"] = nothing("It was done.");
        return responses;
    };
    let (ty, is_collection) = (&returns.ty.name, returns.ty.collection);
    responses["200"] = if *ty == TypeName::Primitive(Primitive::Stream) {
        json!({ "description": "What it gives.", "content": { "application/octet-stream": {} } })
    } else {
        let schema = schemas.named(rulebook, ty, is_collection);
        let is_whole = is_collection || is_object(rulebook, ty);
        response("What it gives.", &if is_whole { schema } else { value(&schema) })
    };
    if returns.nullable && !is_collection {
        responses["204"] = nothing("It gives null.");
    }
    responses
}

/// Whether values of the type are objects that are bodies themselves.
fn is_object(rulebook: &Rulebook<'_>, ty: &TypeName) -> bool {
    match rulebook.shape(ty) {
        Shape::Declared(index) => rulebook.row(index).is_some_and(|(row, _)| row.structured().is_some()),
        Shape::Primitive(primitive) => matches!(primitive, Primitive::ComplexType | Primitive::EntityType),
    }
}

/// What holds a value that is no body itself.
fn value(schema: &Value) -> Value {
    let context = json!({ "type": "string" });
    json!({
        "type": "object",
        "properties": { "@odata.context": context, "@context": context, "value": schema },
        "required": ["value"],
    })
}
