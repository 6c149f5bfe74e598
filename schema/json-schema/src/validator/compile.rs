//! From a definition to a validator of it alone: references, and alternatives that have some, become keywords of ours.

use std::sync::Arc;

use jsonschema::{Draft, PatternOptions, Validator};
use serde_json::{Map, Value, json};

use super::{
    engine::{Engine, Entry},
    keyword::{Alternatives, Reference, Unchecked},
    walk::each,
};
use crate::{constraint::BACKTRACKING, pointer::key};

/// In place of `$ref`: the number of the definition.
const REFERENCE: &str = "odatype:definition";
/// In place of `anyOf`: the numbers of the branches.
const ALTERNATIVES: &str = "odatype:anyOf";
/// In place of `pattern`, where it is one that the engine does not run.
const UNCHECKED: &str = "odatype:unchecked";

/// Compiles what `entry` is.
pub(super) fn compile(engine: &Arc<Engine>, entry: &Entry, mut schema: Value) -> Result<Validator, String> {
    leave_out(&mut schema, &|_, comment| comment == Some(BACKTRACKING));
    rewrite(engine, entry, &mut schema, &mut entry.at.clone());
    if let Ok(validator) = build(engine, &schema) {
        return Ok(validator);
    }
    // Only a pattern can be wrong with a schema that we made.
    leave_out(&mut schema, &|pattern, _| {
        let options = jsonschema::options().with_draft(Draft::Draft202012);
        options.with_pattern_options(PatternOptions::regex()).build(&json!({ "pattern": pattern })).is_err()
    });
    build(engine, &schema)
}

fn build(engine: &Arc<Engine>, schema: &Value) -> Result<Validator, String> {
    let (of_references, of_alternatives) = (Arc::downgrade(engine), Arc::downgrade(engine));
    // We wrote the numbers. What is none of them is no definition's, so that no value would be right.
    let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or(u32::MAX);
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_pattern_options(PatternOptions::regex())
        .with_keyword(REFERENCE, move |_, value, _| {
            Ok(Box::new(Reference { engine: of_references.clone(), id: number(value) }))
        })
        .with_keyword(ALTERNATIVES, move |_, value, _| {
            let ids = value.as_array().into_iter().flatten().map(number).collect();
            Ok(Box::new(Alternatives { engine: of_alternatives.clone(), ids }))
        })
        .with_keyword(UNCHECKED, |_, value, _| {
            let patterns = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            Ok(Box::new(Unchecked { patterns: patterns.map(str::to_owned).collect() }))
        })
        .build(schema)
        .map_err(|error| error.to_string())
}

/// Takes references out of `schema`, which is at `at`.
fn rewrite(engine: &Arc<Engine>, entry: &Entry, schema: &mut Value, at: &mut String) {
    let Value::Object(members) = schema else { return };
    if let Some(key) = members.get("$ref").and_then(Value::as_str).and_then(key) {
        members.remove("$ref");
        members.insert(REFERENCE.to_owned(), json!(engine.id(&key)));
    }
    if members.get("anyOf").is_some_and(has_references)
        && let Some(Value::Array(branches)) = members.remove("anyOf")
    {
        let ids = branches
            .iter()
            .enumerate()
            .map(|(index, branch)| engine.branch(&entry.key, &format!("{at}/anyOf/{index}"), branch));
        let ids: Vec<u32> = ids.collect();
        members.insert(ALTERNATIVES.to_owned(), json!(ids));
    }
    each(members, &mut |path, schema| {
        let length = at.len();
        at.push_str(path);
        rewrite(engine, entry, schema, at);
        at.truncate(length);
    });
}

/// Whether a reference is somewhere in `schemas`, or a pattern that is left out: both are noted, which the engine's own
/// keyword for alternatives would not do.
fn has_references(schemas: &Value) -> bool {
    match schemas {
        Value::Object(members) => {
            members.contains_key("$ref") || members.contains_key(UNCHECKED) || members.values().any(has_references)
        }
        Value::Array(items) => items.iter().any(has_references),
        _ => false,
    }
}

/// Puts patterns that the engine does not run into a keyword that says so; of each it is asked with the comment beside
/// it.
fn leave_out(schema: &mut Value, is_unrun: &dyn Fn(&str, Option<&str>) -> bool) {
    let Value::Object(members) = schema else { return };
    let mut unchecked = unchecked(members);
    let comment = members.get("$comment").and_then(Value::as_str);
    let pattern = members.get("pattern").and_then(Value::as_str);
    if let Some(pattern) = pattern.filter(|pattern| is_unrun(pattern, comment)) {
        unchecked.push(pattern.to_owned());
        members.remove("pattern");
    }
    if let Some(Value::Object(named)) = members.get_mut("patternProperties") {
        named.retain(|pattern, _| !is_unrun(pattern, None));
    }
    if !unchecked.is_empty() {
        members.insert(UNCHECKED.to_owned(), json!(unchecked));
    }
    each(members, &mut |_, schema| leave_out(schema, is_unrun));
}

/// The patterns that are left out already.
fn unchecked(members: &Map<String, Value>) -> Vec<String> {
    let patterns = members.get(UNCHECKED).and_then(Value::as_array).into_iter().flatten();
    patterns.filter_map(Value::as_str).map(str::to_owned).collect()
}
