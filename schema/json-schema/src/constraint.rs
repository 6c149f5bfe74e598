//! What narrows a value in the strict profile: facets and the Validation vocabulary.
//!
//! Which rule is said of which form of a value is data in [`crate::exactness`]; here is how. What is not said stands in a
//! `$comment`.
//!
//! Source: CSDL JSON 4.01, section 7.2 (type facets); `Org.OData.Validation.V1`.

mod allowed;
mod bounds;
mod counts;
mod said;

use odatype_table::{Constraints, Primitive};
#[cfg(feature = "validator")]
pub(crate) use said::BACKTRACKING;
use said::Said;
use serde_json::{Value, json};

use crate::{
    exactness::{self, Exactness, Form, Rule},
    pattern,
};

/// What carries a text that is no built-in type's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// An enumeration type.
    Member,
    /// One whose members combine.
    Flags,
}

/// Narrows a single value of a built-in type.
pub(crate) fn value<S: AsRef<str>>(schema: &mut Value, primitive: Primitive, constraints: &Constraints<S>) {
    narrow(schema, Form::of(primitive), constraints);
}

/// Narrows a single value of an enumeration type.
pub(crate) fn member<S: AsRef<str>>(schema: &mut Value, carrier: Carrier, constraints: &Constraints<S>) {
    let form = if carrier == Carrier::Flags { Form::Flags } else { Form::Member };
    narrow(schema, &[form], constraints);
}

/// Limits how many items a collection has.
pub(crate) fn count<S>(schema: &mut Value, constraints: &Constraints<S>) {
    for (keyword, limit) in [("minItems", constraints.min_items), ("maxItems", constraints.max_items)] {
        if let Some(limit) = limit {
            schema[keyword] = json!(limit);
        }
    }
}

fn narrow<S: AsRef<str>>(schema: &mut Value, forms: &[Form], constraints: &Constraints<S>) {
    let mut said = Said { schema, parts: Vec::new(), comments: Vec::new() };
    for rule in Rule::ALL {
        let Some(text) = rule.said(constraints) else { continue };
        for form in forms {
            if exactness::of(rule, *form) == Exactness::Annotated {
                said.comments.push(format!("{rule:?} of {form:?}: {text}"));
            } else {
                say(&mut said, rule, *form, constraints);
            }
        }
    }
    if forms.is_empty() {
        said.comments
            .extend(Rule::ALL.iter().filter_map(|rule| Some(format!("{rule:?}: {}", rule.said(constraints)?))));
    }
    finish(said);
}

/// Puts the parts where there is room for them: the first pattern beside the type, everything else one after the other.
fn finish(said: Said<'_>) {
    let Said { schema, mut parts, comments } = said;
    let is_free = schema.get("pattern").is_none();
    let place = parts.iter().position(|part| part.as_object().is_some_and(|part| part.len() == 1 && is_pattern(part)));
    if let Some(place) = place.filter(|_| is_free)
        && let Some(pattern) = parts.remove(place).get_mut("pattern")
    {
        schema["pattern"] = pattern.take();
    }
    if !parts.is_empty() {
        schema["allOf"] = Value::Array(parts);
    }
    if !comments.is_empty() {
        schema["$comment"] = json!(format!("not said here: {}", comments.join("; ")));
    }
}

fn is_pattern(part: &serde_json::Map<String, Value>) -> bool {
    part.contains_key("pattern")
}

fn say<S: AsRef<str>>(said: &mut Said<'_>, rule: Rule, form: Form, constraints: &Constraints<S>) {
    match rule {
        Rule::Pattern => {
            for pattern in &constraints.patterns {
                // Engines without backtracking differ on boundaries of words, and cannot look around instead.
                if pattern.is_linear && pattern.has_boundary() {
                    said.comments.push(format!("{rule:?} of {form:?}: {}", pattern.text.as_ref()));
                } else {
                    said.pattern(pattern);
                }
            }
        }
        // Both bounds of a text are one pattern.
        Rule::Minimum | Rule::Maximum if form == Form::Int64Text => {
            if rule == Rule::Minimum || constraints.minimum.is_none() {
                bounds::int64_text(said, rule, constraints);
            }
        }
        Rule::Minimum | Rule::Maximum => bounds::number(said, rule, form, constraints),
        Rule::MultipleOf => bounds::multiples(said, form, constraints),
        Rule::MaxLength => counts::length(said, form, constraints),
        Rule::Ascii => said.told(rule, json!({ "pattern": pattern::ASCII }), "only ASCII characters".to_owned()),
        Rule::WholeDigits | Rule::FractionDigits | Rule::TotalDigits | Rule::SignificantDigits => {
            counts::digits(said, rule, form, constraints);
        }
        Rule::AllowedValues => allowed::values(said, form, constraints),
    }
}
