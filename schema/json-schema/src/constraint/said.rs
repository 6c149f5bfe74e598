//! What is said of a value so far, before it is put together.

use serde_json::{Value, json};

use crate::exactness::Rule;

/// What is said of a value so far.
pub(super) struct Said<'s> {
    pub(super) schema: &'s mut Value,
    /// All hold.
    pub(super) parts: Vec<Value>,
    pub(super) comments: Vec<String>,
}

impl Said<'_> {
    pub(super) fn keyword(&mut self, keyword: &str, value: Value) {
        self.schema[keyword] = value;
    }

    pub(super) fn part(&mut self, part: Value) {
        self.parts.push(part);
    }

    /// A pattern of the schema, which stands for itself.
    pub(super) fn pattern(&mut self, pattern: &str) {
        self.parts.push(json!({ "pattern": pattern }));
    }

    /// What a rule asks by keywords that say it less plainly than words do.
    pub(super) fn told(&mut self, rule: Rule, mut part: Value, words: String) {
        part["title"] = Value::String(words);
        part["$comment"] = json!(format!("{rule:?}"));
        self.parts.push(part);
    }
}
