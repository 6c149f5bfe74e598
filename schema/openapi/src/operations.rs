//! What actions and functions have in common: where they can be called, and what is said of them.
//!
//! Source: CSDL JSON 4.01, sections 12 (action and function), 13.5 (action import) and 13.6 (function import).

use odatype_schema::model::Operation;
use serde_json::{Value, json};

use crate::{address::Address, component, reach::Reach};

/// An operation object that is called `key`, where an operation object's identifier may be.
pub(crate) fn object(operation: &Operation, key: &str, responses: Value) -> Value {
    let mut object = json!({ "operationId": component::name(key), "tags": [operation.name.as_str()] });
    object["responses"] = responses;
    if let Some(description) = operation.annotations.description() {
        object["description"] = json!(description);
    }
    object
}

/// Where an action or function can be called.
pub(crate) fn addresses<'m>(operation: &'m Operation, reach: &Reach<'m>) -> Vec<Address> {
    let name = &operation.name;
    let Some(binding) = operation.binding() else {
        let imports = reach.imports(operation).iter();
        let imports: Vec<Address> = imports.map(|import| Address::default().then(import)).collect();
        return if imports.is_empty() { vec![Address::default().then(name.as_str())] } else { imports };
    };
    vec![reach.way(&binding.ty).then(name.as_str())]
}
