//! Ranges of numbers, and multiples.

use odatype_json::Exact;
use odatype_table::{Bound, Constraints};
use serde_json::{Value, json};

use super::said::Said;
use crate::{
    condition::if_then,
    exactness::{Form, Rule},
    number::{self, End},
    pattern,
};

/// One end of a range of numbers.
pub(super) fn number<S: AsRef<str>>(said: &mut Said<'_>, rule: Rule, form: Form, constraints: &Constraints<S>) {
    let (bound, end, inclusive, exclusive) = if rule == Rule::Minimum {
        (&constraints.minimum, End::Low, "minimum", "exclusiveMinimum")
    } else {
        (&constraints.maximum, End::High, "maximum", "exclusiveMaximum")
    };
    let Some(bound) = bound else { return };
    match form {
        Form::Integer | Form::Int64Number => {
            if let Some(limit) = whole(bound, end) {
                said.keyword(inclusive, limit);
            }
        }
        Form::FloatText => {
            let (pattern, word) = if end == End::Low { ("^INF$", "at least") } else { ("^-INF$", "at most") };
            said.told(rule, json!({ "pattern": pattern }), format!("{word} {}", bound.value.as_ref()));
        }
        _ => {
            if let Some(limit) = number::bound(bound.value.as_ref(), end) {
                said.keyword(if bound.is_exclusive { exclusive } else { inclusive }, limit);
            }
        }
    }
}

/// The outermost whole number within a bound; `None` if it is outside of what 64 bits have room for, and so bounds
/// nothing.
fn whole<S: AsRef<str>>(bound: &Bound<S>, end: End) -> Option<Value> {
    let exact = Exact::parse(bound.value.as_ref())?;
    let limit = number::innermost(&exact, bound.is_exclusive, end);
    let limit = match end {
        End::Low if limit < i128::from(i64::MIN) => return None,
        End::High if limit > i128::from(u64::MAX) => return None,
        End::Low => limit.min(i128::from(u64::MAX)),
        End::High => limit.max(i128::from(i64::MIN)),
    };
    number::integer(limit)
}

/// Both ends, for a number that is written as text.
pub(super) fn int64_text<S: AsRef<str>>(said: &mut Said<'_>, rule: Rule, constraints: &Constraints<S>) {
    let edge = |bound: &Option<Bound<S>>, open: i64, end: End| {
        let Some(bound) = bound else { return Some(open) };
        let limit = number::innermost(&Exact::parse(bound.value.as_ref())?, bound.is_exclusive, end);
        let is_outside = if end == End::Low { limit < i128::from(open) } else { limit > i128::from(open) };
        if is_outside { Some(open) } else { i64::try_from(limit).ok() }
    };
    let low = edge(&constraints.minimum, i64::MIN, End::Low);
    let high = edge(&constraints.maximum, i64::MAX, End::High);
    match low.zip(high).and_then(|(low, high)| pattern::integer_between(low, high)) {
        Some(pattern) => {
            let words = [Rule::Minimum, Rule::Maximum].into_iter().filter_map(|rule| {
                let word = if rule == Rule::Minimum { "at least" } else { "at most" };
                Some(format!("{word} {}", rule.said(constraints)?))
            });
            said.told(rule, json!({ "pattern": pattern }), words.collect::<Vec<_>>().join(" and "));
        }
        None => said.keyword("type", json!("integer")),
    }
}

/// Multiples of each number that floats divide by exactly.
pub(super) fn multiples<S: AsRef<str>>(said: &mut Said<'_>, form: Form, constraints: &Constraints<S>) {
    for text in &constraints.multiples {
        let text = text.as_ref();
        match number::divisor(text) {
            Some((divisor, _)) if form == Form::Integer => said.part(json!({ "multipleOf": divisor })),
            Some((divisor, most)) => {
                let range = json!({ "type": "number", "minimum": -number::float(most), "maximum": most });
                said.part(if_then(range, json!({ "multipleOf": divisor })));
            }
            None => said.comments.push(format!("MultipleOf {text}")),
        }
    }
}
