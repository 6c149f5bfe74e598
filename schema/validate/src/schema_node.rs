//! Looks into the schema document for what a failing keyword belongs to.

use serde_json::Value;

use crate::place::unescape;

/// The schema that has the keyword at `path`.
pub(crate) fn owner<'s>(schema: &'s Value, path: &str) -> Option<&'s Value> {
    at(schema, path.rsplit_once('/')?.0)
}

/// The schema at a pointer, references not followed.
pub(crate) fn at<'s>(schema: &'s Value, path: &str) -> Option<&'s Value> {
    schema.pointer(path)
}

/// `node`, or what it refers to.
pub(crate) fn resolve<'s>(schema: &'s Value, node: &'s Value) -> &'s Value {
    node.get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| reference.strip_prefix('#'))
        .and_then(|pointer| schema.pointer(&percent_decoded(pointer)))
        .unwrap_or(node)
}

/// The title, if the schema has one.
pub(crate) fn title(node: &Value) -> Option<&str> {
    node.get("title")?.as_str()
}

/// The texts among the examples.
pub(crate) fn examples(node: &Value) -> Vec<&str> {
    node.get("examples").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The name at the end of a pointer.
pub(crate) fn last_segment(pointer: &str) -> String {
    unescape(pointer.rsplit('/').next().unwrap_or(pointer))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten();
        let decoded = escaped
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
