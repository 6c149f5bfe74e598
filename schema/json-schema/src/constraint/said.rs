//! What is said of a value so far, before it is put together.

use odatype_table::Pattern;
use serde_json::{Value, json};

use crate::exactness::Rule;

/// The comment on a pattern that no engine without backtracking runs in good time, which the validator does not try.
pub(crate) const BACKTRACKING: &str = "Pattern: not for engines without backtracking";

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

    /// A pattern of the schema, which stands for itself, and says whether every engine runs it.
    pub(super) fn pattern<S: AsRef<str>>(&mut self, pattern: &Pattern<S>) {
        let mut part = json!({ "pattern": pattern.text.as_ref() });
        if !pattern.is_linear {
            part["$comment"] = json!(BACKTRACKING);
        }
        self.parts.push(part);
    }

    /// What a rule asks by keywords that say it less plainly than words do.
    pub(super) fn told(&mut self, rule: Rule, mut part: Value, words: String) {
        part["title"] = Value::String(words);
        part["$comment"] = json!(format!("{rule:?}"));
        self.parts.push(part);
    }
}
