//! What travels whole: the body of an action, and a response with many values.
//!
//! Source: OData Protocol 4.01, section 11.5.5 (invoking an action); OData JSON 4.01, section 12 (collection of entities).

use serde_json::{Map, Value, json};

use super::{
    builder::{Builder, Definition},
    property::Place,
    slot::{close, describe},
};
use crate::model::{Parameter, Primitive, QualifiedName, TypeName};

impl Builder<'_> {
    /// The definition of an action's body: an object with a member for each parameter, the binding parameter left out.
    pub(super) fn body(&mut self, name: &QualifiedName, overload: usize) -> Value {
        let Some(action) = self.model.actions.get(name).and_then(|overloads| overloads.get(overload)) else {
            return json!({});
        };
        let parameters = &action.parameters[usize::from(action.is_bound).min(action.parameters.len())..];
        let members: Map<String, Value> = parameters
            .iter()
            .map(|parameter| (parameter.name.clone(), self.member(&Place::parameter(parameter))))
            .collect();
        let mut schema = json!({ "type": "object", "title": name.as_str(), "properties": members });
        describe(&mut schema, &action.annotations);
        if self.is_strict() {
            let required: Vec<&str> =
                parameters.iter().filter(|parameter| is_required(parameter)).map(|found| found.name.as_str()).collect();
            if !required.is_empty() {
                schema["required"] = json!(required);
            }
            close(&mut schema);
        }
        schema
    }

    /// The definition of a response envelope: the values, and where the next ones or the changes are.
    pub(super) fn envelope(&mut self, item: &TypeName) -> Value {
        let one = self.type_reference(item);
        let items = self.nullable(one, false);
        let mut members = json!({ "value": { "type": "array", "items": items } });
        if self.is_strict() {
            let count = self.reference(Definition::Primitive(Primitive::Int64));
            for prefix in ["@odata.", "@"] {
                members[format!("{prefix}nextLink")] = json!({ "type": "string" });
                members[format!("{prefix}deltaLink")] = json!({ "type": "string" });
                members[format!("{prefix}count")] = count.clone();
            }
        }
        // Only `value` tells an envelope from any other object.
        let mut schema = json!({ "type": "object", "properties": members, "required": ["value"] });
        if self.is_strict() {
            close(&mut schema);
        }
        schema
    }
}

/// Whether a caller must give the parameter.
fn is_required(parameter: &Parameter) -> bool {
    !parameter.nullable && parameter.annotations.get("Org.OData.Core.V1.OptionalParameter").is_none()
}
