//! Objects without a tag that may be of several types.

use std::collections::BTreeSet;

use odatype_table::name::TAGS;
use serde_json::{Map, Value, json};

use crate::{context::Context, control, properties};

/// What objects without a tag have in common that may be of several types. Weaker than one of them must fit: a member
/// that the types see differently is free.
pub(crate) fn untagged<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &BTreeSet<u16>) -> Value {
    // What is told of members refuses nothing, and so makes no difference between them.
    let docs = std::mem::take(&mut cx.docs);
    let declared: Vec<Map<String, Value>> = types.iter().map(|index| properties::members(cx, *index)).collect();
    let others: Vec<Value> = types.iter().map(|index| properties::additional(cx, *index)).collect();
    cx.docs = docs;
    let names: BTreeSet<&String> = declared.iter().flat_map(Map::keys).collect();
    let mut members = Map::new();
    for name in names {
        // What each type says of the member; a closed type that does not declare it is not what the object is.
        let said: Vec<&Value> = declared
            .iter()
            .zip(&others)
            .map(|(members, others)| members.get(name).unwrap_or(others))
            .filter(|said| **said != json!(false))
            .collect();
        members.insert(name.clone(), common(&said));
    }
    let open: Vec<&Value> = others.iter().filter(|others| **others != json!(false)).collect();
    let mut schema = json!({ "type": "object", "properties": members });
    let additional = if open.is_empty() { json!(false) } else { common(&open) };
    schema["properties"][TAGS[0]] = json!(false);
    schema["properties"][TAGS[1]] = json!(false);
    let is_entity = types.iter().any(|index| cx.families.is_entity(*index));
    properties::close(cx, &mut schema, additional, control::FREE, is_entity);
    let needed = types.iter().map(|index| properties::needed(cx, *index)).reduce(|all, one| &all & &one);
    properties::require(cx, &mut schema, &needed.unwrap_or_default(), is_entity);
    schema
}

/// What all say, if they say the same.
fn common(said: &[&Value]) -> Value {
    match said {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => (*first).clone(),
        _ => json!(true),
    }
}
