//! The definitions in the form in which problems are told best.
//!
//! Documents are written for other validators and for editors: kinds of values as alternatives, null as one of them,
//! members of enumerations one by one, references apart from what narrows them. Of an alternative that was not taken
//! nobody needs to hear, so that here the kind of a value decides first. Both take and refuse the same.

use serde_json::{Map, Value, json};

use super::walk::each;
use crate::pattern;

/// Keywords that look at values of one kind only.
const OF_A_KIND: [&str; 11] = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "pattern",
    "minLength",
    "maxLength",
    "items",
    "minItems",
    "maxItems",
];
/// Keywords that refuse nothing.
const WORDS: [&str; 7] = ["title", "description", "$comment", "default", "deprecated", "readOnly", "writeOnly"];

/// The definition under `key` in that form.
pub(super) fn plain(key: &str, mut schema: Value) -> Value {
    simplify(&mut schema);
    // Whatever refers to it says so itself.
    if key == "control"
        && let Value::Object(members) = &mut schema
    {
        members.remove("type");
    }
    schema
}

fn simplify(schema: &mut Value) {
    let Value::Object(members) = schema else { return };
    // It refuses nothing.
    members.remove("format");
    each(members, &mut |_, schema| simplify(schema));
    lift(members);
    alternatives(members);
    if members.get("not").is_some_and(|not| *not == null()) {
        members.remove("not");
        members.insert("type".to_owned(), json!(["object", "array", "string", "number", "boolean"]));
    }
}

/// A reference that stands apart, beside the others; what it refers to says of which kind values are.
fn lift(members: &mut Map<String, Value>) {
    let Some(Value::Array(parts)) = members.get_mut("allOf") else { return };
    parts.retain(|part| !is_words(part));
    let is_reference = |part: &Value| part.as_object().is_some_and(|part| part.len() == 1 && part.contains_key("$ref"));
    let reference = match parts.first() {
        Some(first) if is_reference(first) => parts.remove(0).get_mut("$ref").map(Value::take),
        _ => None,
    };
    if parts.is_empty() {
        members.remove("allOf");
    }
    let Some(reference) = reference else { return };
    if members.contains_key("$ref") {
        if let Value::Array(parts) = members.entry("allOf").or_insert_with(|| json!([])) {
            parts.insert(0, json!({ "$ref": reference }));
        }
        return;
    }
    members.insert("$ref".to_owned(), reference);
    if members.get("type").is_some_and(|kind| *kind != json!("object")) {
        members.remove("type");
    }
}

/// Whether a schema refuses nothing.
fn is_words(schema: &Value) -> bool {
    schema.as_object().is_some_and(|schema| schema.keys().all(|keyword| WORDS.contains(&keyword.as_str())))
}

fn null() -> Value {
    json!({ "type": "null" })
}

fn alternatives(members: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = members.get("anyOf") else { return };
    let plain = if branches.iter().any(is_words) {
        Some(Map::new())
    } else if let [value, null_] = branches.as_slice()
        && *null_ == null()
        && joined(branches).is_none()
    {
        let parts = [("if".to_owned(), null()), ("else".to_owned(), value.clone())];
        Some(parts.into_iter().collect())
    } else {
        joined(branches).or_else(|| listed(branches))
    };
    if let Some(plain) = plain {
        members.remove("anyOf");
        members.extend(plain);
    }
}

/// One schema for values of several kinds, where each keyword looks at one of them.
fn joined(branches: &[Value]) -> Option<Map<String, Value>> {
    let (mut kinds, mut all) = (Vec::new(), Map::new());
    for branch in branches {
        for (keyword, value) in branch.as_object()? {
            match (keyword.as_str(), value) {
                ("type", Value::Array(several)) => kinds.extend(several.iter().cloned()),
                ("type", one) => kinds.push(one.clone()),
                _ if !is_of_a_kind(keyword, value) || all.contains_key(keyword) => return None,
                _ => drop(all.insert(keyword.clone(), value.clone())),
            }
        }
        branch.get("type")?;
    }
    all.insert("type".to_owned(), Value::Array(kinds));
    Some(all)
}

fn is_of_a_kind(keyword: &str, value: &Value) -> bool {
    let is_one = |part: &Value| {
        part.as_object().is_some_and(|part| part.iter().all(|(keyword, value)| is_of_a_kind(keyword, value)))
    };
    let are_parts = || value.as_array().is_some_and(|parts| parts.iter().all(is_one));
    OF_A_KIND.contains(&keyword) || keyword == "allOf" && are_parts()
}

/// The members of an enumeration as one list, and numbers that no member has apart from it.
fn listed(branches: &[Value]) -> Option<Map<String, Value>> {
    let (mut values, mut numbers) = (Vec::new(), None);
    for branch in branches {
        match (branch.get("const"), branch.get("enum"), branch.get("pattern")) {
            (Some(value), ..) => values.push(value.clone()),
            (_, Some(Value::Array(several)), _) => values.extend(several.iter().cloned()),
            (_, _, Some(Value::String(text))) if text == pattern::INT64 && numbers.is_none() => numbers = Some(branch),
            _ => return None,
        }
    }
    let plain = match numbers {
        // Which says that they are members.
        None => json!({ "enum": values, "examples": values }),
        Some(numbers) => {
            let mut then = json!({ "pattern": numbers.pointer("/allOf/0/pattern")? });
            if let Some(not) = numbers.get("not") {
                then["not"] = not.clone();
            }
            // A name that looks like a number is a name.
            let numeric = values.iter().filter(|value| value.as_str().is_some_and(is_int64));
            let numeric: Vec<Value> = numeric.cloned().collect();
            let list = if values.is_empty() { json!({ "not": {} }) } else { json!({ "enum": values }) };
            let mut plain = json!({ "if": { "pattern": pattern::INT64 }, "then": then, "else": list });
            if !numeric.is_empty() {
                plain["if"]["not"] = json!({ "enum": numeric });
            }
            plain
        }
    };
    match plain {
        Value::Object(plain) => Some(plain),
        _ => None,
    }
}

/// Whether `text` matches [`pattern::INT64`].
fn is_int64(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    (1..=19).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}
