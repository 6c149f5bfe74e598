//! What narrows a value in the strict profile: facets and the Validation vocabulary.
//!
//! Which rule is said of which form of a value is data in [`crate::exactness`]; here is how. What is not said stands in
//! a `$comment`.
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
use serde_json::{Map, Value, json};

use crate::{
    condition::if_then,
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
    let (mut branches, mut comments) = (Vec::new(), Vec::new());
    for form in forms {
        let mut branch = json!({});
        let mut said = Said { schema: &mut branch, parts: Vec::new(), comments: Vec::new() };
        for rule in Rule::ALL {
            let Some(text) = rule.said(constraints) else { continue };
            if exactness::of(rule, *form) == Exactness::Annotated {
                said.comments.push(format!("{rule:?} of {form:?}: {text}"));
            } else {
                say(&mut said, rule, *form, constraints);
            }
        }
        comments.append(&mut said.comments);
        finish(said);
        if let Value::Object(branch) = branch
            && !branch.is_empty()
        {
            branches.push((form.kind(), branch));
        }
    }
    if forms.is_empty() {
        comments.extend(Rule::ALL.iter().filter_map(|rule| Some(format!("{rule:?}: {}", rule.said(constraints)?))));
    }
    match forms {
        [_] => branches.into_iter().for_each(|(kind, branch)| beside(schema, kind, branch)),
        _ => apart(schema, branches),
    }
    if !comments.is_empty() {
        schema["$comment"] = json!(format!("not said here: {}", comments.join("; ")));
    }
}

/// Says of values that have one form what narrows them, and of what kind they are, which some validators ask for. A
/// reference stands apart: editors let what it refers to replace what is beside it.
fn beside(schema: &mut Value, kind: &str, branch: Map<String, Value>) {
    let Value::Object(members) = schema else { return };
    let reference = members.remove("$ref").map(|reference| json!({ "$ref": reference }));
    members.insert("type".to_owned(), json!(kind));
    members.extend(branch);
    if let Some(reference) = reference {
        match members.entry("allOf").or_insert_with(|| json!([])) {
            Value::Array(parts) => parts.insert(0, reference),
            other => *other = json!([reference]),
        }
    }
}

/// Says of each form of a value that has several what narrows it.
fn apart(schema: &mut Value, branches: Vec<(&'static str, Map<String, Value>)>) {
    let parts = branches.into_iter().map(|(kind, mut branch)| {
        branch.entry("type").or_insert_with(|| json!(kind));
        if_then(json!({ "type": kind }), Value::Object(branch))
    });
    let parts: Vec<Value> = parts.collect();
    if !parts.is_empty() {
        schema["allOf"] = Value::Array(parts);
    }
}

/// Puts the parts where there is room for them: the first pattern beside the type, everything else one after the other.
fn finish(said: Said<'_>) {
    let Said { schema, mut parts, .. } = said;
    let place = parts.iter().position(|part| part.as_object().is_some_and(|part| part.len() == 1 && is_pattern(part)));
    if let Some(place) = place
        && let Some(pattern) = parts.remove(place).get_mut("pattern")
    {
        schema["pattern"] = pattern.take();
    }
    if !parts.is_empty() {
        schema["allOf"] = Value::Array(parts);
    }
}

fn is_pattern(part: &Map<String, Value>) -> bool {
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
