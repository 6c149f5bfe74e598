//! Enumeration types: text that names a member, or several for flags, or a number that no member has.
//!
//! Source: OData JSON 4.01, section 7.1 (enumeration values); CSDL JSON 4.01, section 10.

use odatype_table::{Enumeration, docs::Docs};
use serde_json::{Value, json};

use crate::{
    context::{Context, annotate, describe},
    pattern,
};

/// The definition of the enumeration type at `index`. Tolerant, any text is a member, since services add
/// members; of an exhaustive one, none but its members in either profile.
pub(crate) fn definition<S: AsRef<str>>(cx: &Context<'_, '_, S>, index: u16, ty: &Enumeration<S>) -> Value {
    let names: Vec<&str> = ty.members.iter().map(|(name, _)| name.as_ref()).collect();
    let docs = cx.docs(index);
    let mut schema = json!({ "type": "string", "title": cx.families.name(index) });
    annotate(&mut schema, docs.map(Docs::own_notes).unwrap_or_default());
    if ty.is_flags && !ty.is_exhaustive {
        if cx.is_strict() {
            schema["pattern"] = json!(flags(&names));
        }
        schema["examples"] = json!(names);
        describe(&mut schema, docs.and_then(|docs| description(docs, &names)).as_deref());
        return schema;
    }
    let mut alternatives = members(docs, &names);
    if !ty.is_exhaustive {
        alternatives.push(if cx.is_strict() { number(ty) } else { json!({ "$comment": "any other member" }) });
    }
    match alternatives.as_mut_slice() {
        [] => schema["not"] = json!({}),
        [only] if only.get("enum").is_some() => {
            schema["enum"] = only["enum"].take();
            schema["examples"] = json!(names);
        }
        _ => schema["anyOf"] = Value::Array(alternatives),
    }
    describe(&mut schema, docs.and_then(Docs::own));
    schema
}

/// The members: those of which something is told each with that, for editors to show; the others as one list.
fn members(docs: Option<Docs<'_>>, names: &[&str]) -> Vec<Value> {
    let (mut alternatives, mut others) = (Vec::new(), Vec::new());
    for name in names {
        let mut one = json!({ "const": name });
        describe(&mut one, docs.and_then(|docs| docs.of(name)));
        annotate(&mut one, docs.map(|docs| docs.notes_of(name)).unwrap_or_default());
        if one.as_object().is_some_and(|one| one.len() > 1) {
            alternatives.push(one);
        } else {
            others.push(name);
        }
    }
    if !others.is_empty() {
        alternatives.push(json!({ "enum": others }));
    }
    alternatives
}

/// A number of 64 bits that no member has.
fn number<S>(ty: &Enumeration<S>) -> Value {
    let within = pattern::integer_between(i64::MIN, i64::MAX);
    let mut number = json!({ "pattern": pattern::INT64, "allOf": [{ "pattern": within }] });
    if let Some(taken) = pattern::integers(&runs(ty.members.iter().map(|(_, value)| *value).collect())) {
        number["not"] = json!({ "pattern": taken });
    }
    number
}

/// Members and numbers with commas between, spaces after the commas if the writer likes. That a number must be one that
/// members do not have is not said.
fn flags(names: &[&str]) -> String {
    let names = names.iter().map(|name| pattern::escape(name));
    let any = names.chain(std::iter::once(r"[+\-]?[0-9]{1,19}".to_owned())).collect::<Vec<_>>().join("|");
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

/// The type's description and then a line for each member that has one: members that combine have no other place for
/// these.
fn description(docs: Docs<'_>, names: &[&str]) -> Option<String> {
    let own = docs.own().map(str::to_owned);
    let members = names.iter().filter_map(|name| docs.of(name).map(|description| format!("- `{name}`: {description}")));
    let lines: Vec<String> = own.into_iter().chain(members).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
