//! Rules: what a schema says, what that means by the oracle, and the values around its boundaries.

use bigdecimal::BigDecimal;
use odatype_json_schema::exactness::Rule as Said;
use serde_json::{Value as Json, json};

use crate::oracle::{Value, digits, is_multiple, number};

/// A part of what a rule means: what it is in the table of exactness, and which values keep it.
pub(super) struct Part {
    pub(super) said: Said,
    pub(super) holds: Box<dyn Fn(&Value) -> bool>,
}

/// A rule as it stands in CSDL JSON, in the place's own object.
pub(super) struct Rule {
    pub(super) says: Vec<(&'static str, Json)>,
    pub(super) parts: Vec<Part>,
    /// Values at, just inside and just outside of its boundary.
    pub(super) edges: Vec<Value>,
}

impl Rule {
    /// For messages.
    pub(super) fn name(&self) -> String {
        self.says.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn is_facet(&self) -> bool {
        self.says.iter().any(|(key, _)| key.starts_with('$'))
    }

    fn new(says: Vec<(&'static str, Json)>, edges: Vec<Value>) -> Self {
        Self { says, parts: Vec::new(), edges }
    }

    fn part(mut self, said: Said, holds: impl Fn(&Value) -> bool + 'static) -> Self {
        self.parts.push(Part { said, holds: Box::new(holds) });
        self
    }
}

/// Whether a bound itself is outside.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Inclusive,
    Exclusive,
}

/// A bound `at` a number that is written as `written`; `step` leads to the next value.
fn bound(key: &'static str, exclusive: &'static str, at: &str, written: Json, end: End, step: &str) -> Rule {
    let (at, step) = (number(at), number(step));
    let mut says = vec![(key, written)];
    if end == End::Exclusive {
        says.push((exclusive, json!(true)));
    }
    Rule::new(says, [&at - &step, at.clone(), &at + &step].map(Value::Number).into())
}

/// `Validation.Minimum`.
pub(super) fn minimum(at: &str, written: Json, end: End, step: &str) -> Rule {
    let least = number(at);
    bound("@V.Minimum", "@V.Minimum@V.Exclusive", at, written, end, step).part(
        Said::Minimum,
        move |value| match value {
            Value::Number(value) => *value > least || (end == End::Inclusive && *value == least),
            Value::Special(text) => *text == "INF",
            _ => false,
        },
    )
}

/// `Validation.Maximum`.
pub(super) fn maximum(at: &str, written: Json, end: End, step: &str) -> Rule {
    let most = number(at);
    bound("@V.Maximum", "@V.Maximum@V.Exclusive", at, written, end, step).part(
        Said::Maximum,
        move |value| match value {
            Value::Number(value) => *value < most || (end == End::Inclusive && *value == most),
            Value::Special(text) => *text == "-INF",
            _ => false,
        },
    )
}

/// `Validation.MultipleOf`, with a value that is a multiple.
pub(super) fn multiple(of: &str, near: &str, step: &str) -> Rule {
    let (unit, near, step) = (number(of), number(near), number(step));
    let edges = [near.clone(), &near + &step, &near + &unit].map(Value::Number).into();
    let written: Json = serde_json::from_str(of).unwrap();
    Rule::new(vec![("@V.MultipleOf", written)], edges).part(Said::MultipleOf, move |value| match value {
        Value::Number(value) => is_multiple(value, &unit),
        // What is no number is no multiple of anything, and there is nothing to divide.
        _ => true,
    })
}

/// `Validation.AllowedValues`: values as they are written in a schema, and what they are.
pub(super) fn allowed(values: Vec<(Json, Value)>) -> Rule {
    let written: Vec<Json> = values.iter().map(|(written, _)| json!({ "Value": written })).collect();
    let values: Vec<Value> = values.into_iter().map(|(_, value)| value).collect();
    let edges = values.clone();
    Rule::new(vec![("@V.AllowedValues", json!(written))], edges)
        .part(Said::AllowedValues, move |value| values.contains(value))
}

/// `Precision` and `Scale` of numbers. Without a Scale, only Precision is enforced: so many significant digits.
pub(super) fn precision(precision: Option<i64>, scale: Option<&Json>, edges: &[&str]) -> Rule {
    let mut says = Vec::new();
    says.extend(precision.map(|precision| ("$Precision", json!(precision))));
    says.extend(scale.map(|scale| ("$Scale", scale.clone())));
    let rule = Rule::new(says, edges.iter().map(|text| Value::number(text)).collect());
    let count = |most: i64, of: fn(&BigDecimal) -> i64| {
        move |value: &Value| value.as_number().is_none_or(|number| of(number) <= most)
    };
    let whole: fn(&BigDecimal) -> i64 = |number| digits(number).0;
    let fraction: fn(&BigDecimal) -> i64 = |number| digits(number).1;
    let significant: fn(&BigDecimal) -> i64 = |number| digits(number).2;
    match (precision, scale.map(|scale| (scale.as_i64(), scale.as_str()))) {
        (Some(precision), None) => rule
            .part(Said::WholeDigits, count(precision, whole))
            .part(Said::SignificantDigits, count(precision, significant)),
        (Some(precision), Some((Some(scale), _))) => rule
            .part(Said::WholeDigits, count(precision - scale, whole))
            .part(Said::FractionDigits, count(scale, fraction)),
        (None, Some((Some(scale), _))) => rule.part(Said::FractionDigits, count(scale, fraction)),
        (Some(precision), Some((None, Some(word)))) if word.eq_ignore_ascii_case("variable") => {
            rule.part(Said::TotalDigits, count(precision, |number| digits(number).0 + digits(number).1))
        }
        (Some(precision), _) => rule.part(Said::SignificantDigits, count(precision, significant)),
        (None, _) => rule,
    }
}

/// `Precision` of times: digits of the fraction of a second.
pub(super) fn fraction(most: i64, edges: &[&str]) -> Rule {
    Rule::new(vec![("$Precision", json!(most))], edges.iter().map(|text| Value::number(text)).collect())
        .part(Said::FractionDigits, move |value| value.as_number().is_none_or(|number| digits(number).1 <= most))
}

/// `MaxLength`: characters or bytes.
pub(super) fn max_length(most: usize, edges: Vec<Value>) -> Rule {
    Rule::new(vec![("$MaxLength", json!(most))], edges).part(Said::MaxLength, move |value| match value {
        Value::Text(text) => text.chars().count() <= most,
        Value::Bytes(bytes) => bytes.len() <= most,
        _ => false,
    })
}

/// `Unicode` false.
pub(super) fn ascii() -> Rule {
    let edges = ["a\u{7f}b", "a\u{80}b"].map(|text| Value::Text(text.to_owned()));
    Rule::new(vec![("$Unicode", json!(false))], edges.into()).part(Said::Ascii, |value| match value {
        Value::Text(text) => text.chars().all(|character| u32::from(character) < 128),
        _ => false,
    })
}

/// `Validation.Pattern`, which `regress` judges as ECMAScript does.
pub(super) fn pattern(pattern: &'static str, edges: &[&str]) -> Rule {
    let regex = regress::Regex::with_flags(pattern, "u").unwrap();
    let edges = edges.iter().map(|text| Value::Text((*text).to_owned())).collect();
    Rule::new(vec![("@V.Pattern", json!(pattern))], edges).part(Said::Pattern, move |value| match value {
        Value::Text(text) => regex.find(text).is_some(),
        _ => false,
    })
}
