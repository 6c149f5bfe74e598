//! Small schemas that others are made of: what decides, and what then applies.

use odatype_table::ordered;
use serde_json::{Map, Value, json};

/// An object that has the member, which stands beside `required`, as some validators ask.
pub(crate) fn has(name: &str) -> Value {
    json!({ "properties": { name: true }, "required": [name] })
}

/// An object that has all of the members.
pub(crate) fn has_all<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Value {
    let members: Map<String, Value> = ordered(names.clone().map(|name| (name.to_owned(), json!(true))));
    json!({ "properties": members, "required": names.collect::<Vec<_>>() })
}

/// `then` for what `condition` takes.
pub(crate) fn if_then(condition: Value, then: Value) -> Value {
    Value::Object(ordered([("if".to_owned(), condition), ("then".to_owned(), then)]))
}

/// A value of one of the kinds. Lists of kinds are left to null, as some validators ask.
pub(crate) fn of_kinds(kinds: &[&str]) -> Value {
    match kinds {
        [only] => json!({ "type": only }),
        several => json!({ "anyOf": several.iter().map(|kind| json!({ "type": kind })).collect::<Vec<_>>() }),
    }
}

/// `then` for values of one kind, `otherwise` for all others.
pub(crate) fn by_kind(kind: &str, then: Value, otherwise: Value) -> Value {
    let parts = [("if", json!({ "type": kind })), ("then", then), ("else", otherwise)];
    Value::Object(ordered(parts.map(|(keyword, schema)| (keyword.to_owned(), schema))))
}
