//! Words for values, kinds and lists.

use odatype_json::tree::{Kind, Value};
use odatype_schema::json_schema::near;

/// How many characters of a text a message shows.
const SHOWN: usize = 60;
/// How many candidates a message lists.
const LISTED: usize = 8;

/// A text in quotes, cut if it is long.
pub(crate) fn quote(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => format!("`{text}`"),
        Some((end, _)) => format!("`{}…`", &text[..end]),
    }
}

/// What a value is, for `found …`.
pub(crate) fn describe(value: &Value<'_>) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(value) => value.to_string(),
        Kind::Number(text) => format!("the number {}", quote(text)),
        Kind::String(text) => format!("the text {}", quote(text)),
        Kind::Array(items) if items.len() == 1 => "an array with 1 item".to_owned(),
        Kind::Array(items) => format!("an array with {} items", items.len()),
        Kind::Object(_) => "an object".to_owned(),
    }
}

/// A kind of JSON value as JSON Schema names it, with its article.
pub(crate) fn kind(name: &str) -> &str {
    match name {
        "object" => "an object",
        "array" => "an array",
        "string" => "a string",
        "number" => "a number",
        "integer" => "an integer",
        "boolean" => "a boolean",
        other => other,
    }
}

/// Alternatives in a sentence: `a`, `b` or `c`.
pub(crate) fn or(words: &[String]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The candidates for `found`, the nearest first, and how many more there are.
pub(crate) fn candidates(found: &str, all: &[&str]) -> String {
    let mut listed = near::nearest(found, all.iter().copied(), LISTED);
    for candidate in all {
        if listed.len() >= LISTED {
            break;
        }
        if !listed.contains(candidate) {
            listed.push(candidate);
        }
    }
    let quoted: Vec<String> = listed.iter().map(|text| quote(text)).collect();
    match all.len() - listed.len() {
        0 => or(&quoted),
        more => format!("{} and {more} more", quoted.join(", ")),
    }
}
