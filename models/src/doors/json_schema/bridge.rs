//! `schemars::JsonSchema` of every generated type and of collections of them.

use std::borrow::Cow;

use odatype_table::Profile;
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::Contract};
use serde_json::Value;

use super::subject::Described;
use crate::{
    doors::{Collection, Returned, ReturnedType},
    value::Structured,
};

/// For generated code: the schema's name.
#[must_use]
pub fn name<T: Described>() -> Cow<'static, str> {
    T::subject().name()
}

/// For generated code: a reference to the definition, which is added to the generator's with all that it refers to.
pub fn schema<T: Described>(generator: &mut SchemaGenerator) -> Schema {
    let subject = T::subject();
    let profile = match generator.contract() {
        Contract::Serialize => Profile::Strict,
        _ => Profile::Tolerant,
    };
    let (mut root, definitions) = subject.schema.deriver().definitions(subject.target, profile);
    let prefix = match generator.settings().definitions_path.trim_matches(['#', '/']) {
        "" => "#/".to_owned(),
        path => format!("#/{path}/"),
    };
    for (name, mut definition) in definitions {
        point(&mut definition, &prefix);
        generator.definitions_mut().entry(name).or_insert(definition);
    }
    point(&mut root, &prefix);
    // What is derived is an object; should it ever not be, no value is promised rather than every one.
    Schema::try_from(root).unwrap_or_else(|_| false.into())
}

impl<K: ReturnedType + ?Sized> JsonSchema for Returned<K> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        name::<Self>()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema::<Self>(generator)
    }
}

impl<T: Structured> JsonSchema for Collection<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        name::<Self>()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema::<Self>(generator)
    }
}

/// Makes references to `#/$defs/` start with `prefix`, which is where the generator keeps definitions.
fn point(schema: &mut Value, prefix: &str) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "$ref" => {
                        if let Some(name) = text.strip_prefix("#/$defs/") {
                            *text = format!("{prefix}{name}");
                        }
                    }
                    other => point(other, prefix),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| point(item, prefix)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
