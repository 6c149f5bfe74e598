//! The schemas of components, and of what stands in bodies and parameters.

use std::collections::{BTreeMap, HashMap};

use odatype_json_schema::{Deriver, Profile, Target};
use odatype_schema::{
    Origin, Rulebook,
    model::{Operation, TypeName, TypeRef},
};
use odatype_table::{Primitive, Shape};
use serde_json::{Map, Value, json};

use crate::component;

/// The component of what a service says when it refuses.
const ERROR: &str = "odata-error";

/// All schemas, with references to definitions.
pub(crate) struct Schemas {
    by_target: HashMap<Target, Value>,
    definitions: BTreeMap<String, Value>,
}

impl Schemas {
    pub(crate) fn new(rulebook: &Rulebook<'_>, deriver: &Deriver<'_, String>, profile: Profile) -> Self {
        let mut targets: Vec<Target> = Primitive::ALL.iter().map(|one| Target::Value(Shape::Primitive(*one))).collect();
        let many = |operation: &Operation| {
            let returned = operation.returns.as_ref().filter(|returned| returned.ty.collection)?;
            Some(Target::Collection(rulebook.shape(&returned.ty.name)))
        };
        for (index, _, origin) in rulebook.rows() {
            let shape = Shape::Declared(index);
            match origin {
                Origin::Structured(_) => targets.extend([Target::Value(shape), Target::Collection(shape)]),
                // What a function is given stands in a URL.
                Origin::Operation(overload) => {
                    targets.extend((!overload.is_function()).then_some(Target::Value(shape)));
                    targets.extend(many(overload.operation));
                }
                Origin::Enumeration(_) | Origin::Union(_) => targets.push(Target::Value(shape)),
            }
        }
        let (roots, definitions) = deriver.schema_definitions(&targets, profile);
        Self { by_target: targets.into_iter().zip(roots).collect(), definitions }
    }

    /// The schema of `target`, which is one of those that there are.
    pub(crate) fn of(&self, target: Target) -> Value {
        self.by_target.get(&target).cloned().unwrap_or_else(|| json!({}))
    }

    /// The schema of the type `name`, or of a response with many of it.
    pub(crate) fn named(&self, rulebook: &Rulebook<'_>, name: &TypeName, is_collection: bool) -> Value {
        let shape = rulebook.shape(name);
        self.of(if is_collection { Target::Collection(shape) } else { Target::Value(shape) })
    }

    /// The schema of a value of the type `ty`, where it stands by itself; of a collection, the items may be null.
    pub(crate) fn value(&self, rulebook: &Rulebook<'_>, ty: &TypeRef, is_nullable: bool) -> Value {
        let one = self.named(rulebook, &ty.name, false);
        let one = if is_nullable { json!({ "anyOf": [one, { "type": "null" }] }) } else { one };
        if ty.collection { json!({ "type": "array", "items": one }) } else { one }
    }

    /// What a service says when it refuses.
    pub(crate) fn error() -> Value {
        json!({ "$ref": component::reference(ERROR) })
    }

    /// All of them by the names of components.
    pub(crate) fn into_components(self) -> Value {
        // Some tools know components that are objects only.
        let object = |schema| if schema == json!(false) { json!({ "not": {} }) } else { schema };
        let named = self.definitions.into_iter().map(|(key, schema)| (component::name(&key), object(schema)));
        let all: Map<String, Value> = named.chain([(ERROR.to_owned(), error())]).collect();
        Value::Object(all)
    }
}

/// Source: OData JSON 4.01, section 21.1 (error response).
fn error() -> Value {
    let text = json!({ "type": "string" });
    let detail = json!({
        "type": "object",
        "properties": { "code": text, "message": text, "target": { "type": ["string", "null"] } },
        "required": ["code", "message"],
    });
    let mut error = detail.clone();
    error["properties"]["details"] = json!({ "type": "array", "items": detail });
    error["properties"]["innererror"] = json!({ "type": "object" });
    json!({
        "type": "object",
        "title": "error",
        "description": "Why a request failed.",
        "properties": { "error": error },
        "required": ["error"],
    })
}
