//! What requests and responses hold.
//!
//! Source: OData JSON 4.01, sections 6 (entity), 11 (individual property or operation response), 12 (collections) and
//! 17 (action invocation); OData Protocol 4.01, sections 11.5.4 and 11.5.5.

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

/// Responses by status, each with its description and what it holds, if it holds something; and what there is
/// otherwise.
pub(crate) fn responses<const COUNT: usize>(all: [(&str, &str, Option<&Value>); COUNT]) -> Value {
    let mut responses = json!({ "default": response("Why it failed.", Some(&Schemas::error())) });
    for (status, description, schema) in all {
        responses[status] = response(description, schema);
    }
    responses
}

/// A response in JSON, or one without a body.
fn response(description: &str, schema: Option<&Value>) -> Value {
    let mut response = json!({ "description": description });
    if let Some(schema) = schema {
        response["content"] = json!({ "application/json": { "schema": schema } });
    }
    response
}

/// The responses to an action or a function.
pub(crate) fn returned(rulebook: &Rulebook<'_>, schemas: &Schemas, returns: Option<&ReturnType>) -> Value {
    let Some(returns) = returns else { return responses([("204", "It was done.", None)]) };
    let (ty, is_collection) = (&returns.ty.name, returns.ty.collection);
    let schema = schemas.named(rulebook, ty, is_collection);
    let schema = if is_collection || is_object(rulebook, ty) { schema } else { value(&schema) };
    let mut given = responses([("200", "What it gives.", Some(&schema))]);
    if *ty == TypeName::Primitive(Primitive::Stream) {
        given["200"]["content"] = json!({ "application/octet-stream": {} });
    }
    if returns.nullable && !is_collection {
        given["204"] = response("It gives null.", None);
    }
    given
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
