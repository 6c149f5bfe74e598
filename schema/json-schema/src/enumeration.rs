//! Enumeration types: text that names a member, or several for flags, or a number that no member has.
//!
//! Source: OData JSON 4.01, section 7.1 (enumeration values); CSDL JSON 4.01, section 10.

use odatype_table::{Enumeration, docs::Docs};
use serde_json::{Value, json};

use crate::{context::Context, pattern};

/// The definition of the enumeration type at `index`. Tolerant, any text is a member, since services add
/// members; of an exhaustive one, none but its members in either profile.
pub(crate) fn definition<S: AsRef<str>>(cx: &Context<'_, '_, S>, index: u16, ty: &Enumeration<S>) -> Value {
    let names: Vec<&str> = ty.members.iter().map(|(name, _)| name.as_ref()).collect();
    let mut schema = json!({ "type": "string", "title": cx.families.name(index), "examples": names });
    if ty.is_exhaustive {
        schema["enum"] = json!(names);
    } else if cx.is_strict() {
        if ty.is_flags {
            schema["pattern"] = json!(flags(&names));
        } else {
            let values: Vec<i64> = ty.members.iter().map(|(_, value)| *value).collect();
            single(&mut schema, &names, values);
        }
    }
    if let Some(description) = cx.docs(index).and_then(|docs| description(docs, &names)) {
        schema["description"] = json!(description);
    }
    schema
}

/// One member, or a number of 64 bits that none has.
fn single(schema: &mut Value, names: &[&str], values: Vec<i64>) {
    let mut number = json!({ "pattern": pattern::integer_between(i64::MIN, i64::MAX) });
    if let Some(taken) = pattern::integers(&runs(values)) {
        number["not"] = json!({ "pattern": taken });
    }
    schema["if"] = json!({ "pattern": pattern::INT64 });
    // A name that looks like a number is a name.
    let numeric: Vec<&&str> = names.iter().filter(|name| pattern::is_int64(name)).collect();
    if !numeric.is_empty() {
        schema["if"]["not"] = json!({ "enum": numeric });
    }
    schema["then"] = number;
    schema["else"] = if names.is_empty() { json!({ "not": {} }) } else { json!({ "enum": names }) };
}

/// Members and numbers with commas between, spaces after the commas if the writer likes. That a number must be one that
/// members do not have is not said.
fn flags(names: &[&str]) -> String {
    let names = names.iter().map(|name| pattern::escape(name));
    let any = names.chain(std::iter::once("[+-]?[0-9]{1,19}".to_owned())).collect::<Vec<_>>().join("|");
    format!("^(?:{any})(?:, *(?:{any}))*$")
}

/// The values as ranges of consecutive ones.
fn runs(mut values: Vec<i64>) -> Vec<(i64, i64)> {
    values.sort_unstable();
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for value in values {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1).is_none_or(|next| value <= next) => *last = value,
            _ => runs.push((value, value)),
        }
    }
    runs
}

/// The type's description and then a line for each member that has one: JSON Schema has no other place for these.
fn description(docs: Docs<'_>, names: &[&str]) -> Option<String> {
    let own = docs.own().map(str::to_owned);
    let members = names.iter().filter_map(|name| docs.of(name).map(|description| format!("- `{name}`: {description}")));
    let lines: Vec<String> = own.into_iter().chain(members).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
