//! Schemas within schemas.

use serde_json::{Map, Value};

use crate::pointer::escape;

/// Keywords whose value is a schema.
const ONE: [&str; 9] = [
    "additionalProperties",
    "items",
    "if",
    "then",
    "else",
    "not",
    "propertyNames",
    "contains",
    "unevaluatedProperties",
];
/// Keywords whose value is a list of schemas.
const MANY: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
/// Keywords whose value has schemas by name.
const NAMED: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// Calls `then` with each schema that stands directly in another, and where it does.
pub(super) fn each(members: &mut Map<String, Value>, then: &mut dyn FnMut(&str, &mut Value)) {
    for (keyword, value) in members {
        let path = format!("/{keyword}");
        match value {
            Value::Array(items) if MANY.contains(&keyword.as_str()) => {
                for (index, item) in items.iter_mut().enumerate() {
                    then(&format!("{path}/{index}"), item);
                }
            }
            Value::Object(schemas) if NAMED.contains(&keyword.as_str()) => {
                for (name, schema) in schemas {
                    then(&format!("{path}/{}", escape(name)), schema);
                }
            }
            schema if ONE.contains(&keyword.as_str()) => then(&path, schema),
            // No other keyword holds schemas.
            _ => {}
        }
    }
}
