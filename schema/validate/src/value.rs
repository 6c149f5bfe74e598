//! From the tree with places to the value that the schema is held against, and what the value cannot show.

use std::collections::HashSet;

use odatype_json::tree::{Kind, Value as Tree};
use serde_json::{Map, Number, Value};

use crate::{
    finding::{Finding, Rule},
    place::push_segment,
    words,
};

/// The plain value. Of a repeated member, the first is taken. The reader bounds the depth, so recursion is safe.
pub(crate) fn convert(tree: &Tree<'_>) -> Value {
    match &tree.kind {
        Kind::Null => Value::Null,
        Kind::Bool(value) => Value::Bool(*value),
        Kind::Number(text) => number(text),
        Kind::String(text) => Value::String(text.to_string()),
        Kind::Array(items) => Value::Array(items.iter().map(convert).collect()),
        Kind::Object(members) => {
            let mut object = Map::new();
            for member in members {
                object.entry(member.name.to_string()).or_insert_with(|| convert(&member.value));
            }
            Value::Object(object)
        }
    }
}

/// The lowest whole number of 64 bits.
const LOWEST: f64 = -9_223_372_036_854_775_808.0;

/// Whole numbers stay exact as far as 64 bits go; the rest is the nearest 64-bit float.
fn number(text: &str) -> Value {
    if let Ok(whole) = text.parse::<i64>() {
        return Value::from(whole);
    }
    if let Ok(whole) = text.parse::<u64>() {
        return Value::from(whole);
    }
    // The reader has refused what is no number and what is out of range.
    let Ok(value) = text.parse::<f64>() else { return Value::Null };
    // The nearest float of a whole number just below 64 bits would be the lowest number of 64 bits.
    let is_whole = !text.contains(['.', 'e', 'E']);
    let value = if is_whole && value == LOWEST { value.next_down() } else { value };
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}

/// How many repeated members are told of: each has a pointer of its own, which may be long.
const MOST: usize = 100;

/// A finding for every member that an object already has, at any depth, up to [`MOST`].
pub(crate) fn repeated(tree: &Tree<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    collect(tree, &mut String::new(), &mut findings);
    findings
}

fn collect(tree: &Tree<'_>, pointer: &mut String, findings: &mut Vec<Finding>) {
    let length = pointer.len();
    for (index, item) in tree.items().iter().enumerate() {
        push_segment(pointer, &index.to_string());
        collect(item, pointer, findings);
        pointer.truncate(length);
    }
    let mut seen = HashSet::new();
    for member in tree.members() {
        push_segment(pointer, &member.name);
        if !seen.insert(&*member.name) && findings.len() < MOST {
            findings.push(Finding {
                pointer: pointer.clone(),
                offset: member.name_start,
                line: 0,
                column: 0,
                expected: "each member once".to_owned(),
                found: format!("{} again", words::quote(&member.name)),
                suggestion: None,
                rule: Rule::Repeated,
            });
        }
        collect(&member.value, pointer, findings);
        pointer.truncate(length);
    }
}
