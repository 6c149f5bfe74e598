//! `Pattern`.

use odatype_table::Primitive;

use super::Join;
use crate::{model::Annotation, pattern, rules::subject::Kind};

impl Join<'_, '_> {
    pub(super) fn pattern(&mut self, rule: &Annotation) {
        if !matches!(self.subject.kind, Kind::Primitive(Primitive::String)) {
            return self.misplaced(rule, "patterns are for `Edm.String`");
        }
        let Some(text) = rule.value.as_str() else {
            return self.refuse(rule, "it is no text", "expected a regular expression");
        };
        let read = match pattern::rewrite(text) {
            Ok(read) => read,
            Err(error) => {
                let why = format!("`{}` is no regular expression: {error}", short(text));
                return self.refuse(rule, &why, "expected one as ECMA-262 has them");
            }
        };
        if let Some(obstacle) = read.obstacle {
            let message = format!("the pattern `{}` is not checked: {obstacle}", short(text));
            self.warn(&rule.location, message, "a pattern is checked that can be in one pass over the text");
        }
        if !self.joined.patterns.contains(&read.pattern) {
            self.joined.patterns.push(read.pattern);
        }
    }
}

/// As much of a pattern as a message has room for.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
