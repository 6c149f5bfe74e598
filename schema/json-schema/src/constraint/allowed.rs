//! The only values.

use odatype_table::Constraints;
use serde_json::{Value, json};

use super::said::Said;
use crate::{
    exactness::{Form, Rule},
    number, pattern,
};

/// `AllowedValues`. Of a type whose values are numbers or text, each form is said where it is the form's turn.
pub(super) fn values<S: AsRef<str>>(said: &mut Said<'_>, form: Form, constraints: &Constraints<S>) {
    let Some(allowed) = &constraints.allowed else { return };
    // A number may be written as text there too.
    let is_number =
        matches!(form, Form::Integer | Form::Int64Number | Form::Int64Text | Form::DecimalNumber | Form::FloatNumber);
    let value = |text: &str| {
        let inside = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let number = inside.filter(|inside| is_number && odatype_json::Exact::parse(inside).is_some());
        number::scalar(number.unwrap_or(text))
    };
    let values: Vec<Value> = allowed.iter().filter_map(|text| value(text.as_ref())).collect();
    let words = || format!("one of {}", Rule::AllowedValues.said(constraints).unwrap_or_default());
    let none = || json!({ "not": {}, "title": "no value at all", "$comment": "AllowedValues" });
    let texts = || values.iter().filter_map(Value::as_str);
    let listed = if values.is_empty() { none() } else { json!({ "enum": values }) };
    match form {
        Form::Int64Number | Form::DecimalNumber => said.part(json!({ "if": { "type": "number" }, "then": listed })),
        Form::Int64Text => {
            let numbers: Vec<(i64, i64)> =
                values.iter().filter_map(Value::as_i64).map(|value| (value, value)).collect();
            let then = pattern::integers(&numbers).map_or_else(
                none,
                |pattern| json!({ "pattern": pattern, "title": words(), "$comment": "AllowedValues" }),
            );
            said.part(json!({ "if": { "type": "string" }, "then": then }));
        }
        Form::Guid => {
            let any: Vec<String> = texts().map(pattern::any_case).collect();
            let pattern = format!("^(?:{})$", any.join("|"));
            said.told(Rule::AllowedValues, json!({ "pattern": pattern }), words());
            said.keyword("examples", json!(texts().collect::<Vec<_>>()));
        }
        _ => match listed {
            // What has a title of its own is a part of its own.
            Value::Object(listed) if !values.is_empty() => {
                listed.into_iter().for_each(|(keyword, value)| said.keyword(&keyword, value));
            }
            other => said.part(other),
        },
    }
}
