//! What is declared for a structured type.

use std::collections::BTreeSet;

use odatype_table::{Member, ordered};
use serde_json::{Map, Value, json};

use crate::{
    condition,
    context::Context,
    control::{self, Navigation},
    definition::Definition,
    member,
};

/// What a type declares, inherited properties included. Strict, members that are not declared are refused (closed
/// types) or are dynamic properties (open types), annotations aside.
pub(crate) fn properties<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Value {
    let members = members(cx, index);
    let mut schema = json!({ "type": "object", "title": cx.families.name(index), "properties": members });
    if !cx.is_strict() {
        return schema;
    }
    let additional = additional(cx, index);
    let is_entity = cx.families.is_entity(index);
    close(cx, &mut schema, additional, control::FREE, is_entity);
    let needed = needed(cx, index);
    require(cx, &mut schema, &needed, is_entity);
    let declared = cx.families.members(index);
    let of = |is_navigation: bool| declared.values().filter(move |(_, member)| member.is_navigation == is_navigation);
    let navigation: Vec<Navigation<'_>> = of(true)
        .map(|(_, member)| Navigation {
            name: member.name.as_ref(),
            is_collection: member.place.ty.is_collection,
            is_nullable: member.place.is_nullable,
        })
        .collect();
    let structural: Vec<&str> = of(false).map(|(_, member)| member.name.as_ref()).collect();
    control::binds(&mut schema, is_open(cx, index), &navigation, &structural);
    schema
}

/// The properties that who makes an object of the type must give; of other profiles none.
pub(crate) fn needed<'t, S: AsRef<str>>(cx: &Context<'_, 't, S>, index: u16) -> BTreeSet<&'t str> {
    let is_needed = |owner: u16, member: &Member<S>| cx.families.structured(owner).is_some_and(|ty| ty.needs(member));
    let all = cx.is_create().then(|| cx.families.members(index)).into_iter().flatten();
    all.filter(|(_, (owner, member))| is_needed(*owner, member)).map(|(name, _)| name).collect()
}

/// Asks for the members that are `needed`. What refers to an entity, or says what became of one, is no entity.
pub(crate) fn require<S: AsRef<str>>(
    cx: &mut Context<'_, '_, S>,
    schema: &mut Value,
    needed: &BTreeSet<&str>,
    is_entity: bool,
) {
    if needed.is_empty() {
        return;
    }
    if is_entity {
        let unless = cx.reference(Definition::Reference);
        let part = json!({ "if": unless, "else": condition::has_all(needed.iter().copied()) });
        if let Some(Value::Array(parts)) = schema.get_mut("allOf") {
            parts.push(part);
        }
    } else {
        schema["required"] = json!(needed);
    }
}

/// The schema of each declared property, by name.
pub(crate) fn members<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Map<String, Value> {
    let declared = cx.families.members(index);
    ordered(declared.into_iter().map(|(name, (owner, member))| (name.to_owned(), member::member(cx, owner, member))))
}

/// What members may be that are not declared.
pub(crate) fn additional<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Value {
    match cx.families.dynamic(index) {
        _ if !is_open(cx, index) => json!(false),
        Some((owner, _)) => cx.reference(Definition::Dynamic(owner)),
        None => cx.reference(Definition::Any(None)),
    }
}

fn is_open<S: AsRef<str>>(cx: &Context<'_, '_, S>, index: u16) -> bool {
    cx.families.structured(index).is_some_and(|ty| ty.is_open)
}

/// Adds control information, and what members may be that are neither declared nor `free`: in objects of a delta, which
/// stand where an entity may (`is_entity`) and may have any, those of closed types are not looked at.
pub(crate) fn close<S: AsRef<str>>(
    cx: &mut Context<'_, '_, S>,
    schema: &mut Value,
    additional: Value,
    free: &'static str,
    is_entity: bool,
) {
    schema["allOf"] = json!([cx.reference(Definition::Control)]);
    if additional != json!(false) || !is_entity {
        schema["patternProperties"] = json!({ free: true });
        schema["additionalProperties"] = additional;
        return;
    }
    let members = schema.get("properties").and_then(Value::as_object);
    let names: Map<String, Value> = ordered(members.into_iter().flatten().map(|(name, _)| (name.clone(), json!(true))));
    let mut closed = json!({ "properties": names, "patternProperties": { free: true }, "additionalProperties": false });
    if let Some(title) = schema.get("title") {
        closed["title"] = title.clone();
    }
    schema["patternProperties"] = json!({});
    schema["if"] = cx.reference(Definition::Delta);
    schema["else"] = closed;
}
