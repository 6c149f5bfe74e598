//! Properties and parameters: the shape of what stands there, whether it may be null, one or many.
//!
//! Source: CSDL JSON 4.01, section 7 (structural property); OData JSON 4.01, sections 7 and 8.

use odatype_table::{Body, Member, Shape, docs::Docs};
use serde_json::{Value, json};

use crate::{
    alternatives,
    constraint::{self, Carrier},
    context::{Context, annotate, describe},
    definition::{Definition, reference},
    slot,
};

/// The schema of a member of the type at `owner`.
pub(crate) fn member<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, owner: u16, member: &Member<S>) -> Value {
    let place = &member.place;
    let mut schema = if place.ty.is_collection {
        many(cx, member)
    } else {
        let one = one(cx, member);
        nullable(cx, one, place.is_nullable)
    };
    if let Some(description) = cx.docs(owner).and_then(|docs| docs.of(member.name.as_ref())) {
        if !place.ty.is_collection && is_described(cx, place.ty.shape) {
            first(&mut schema, json!({ "description": description }));
        }
        describe(&mut schema, Some(description));
    }
    if member.access.is_read_only() {
        schema["readOnly"] = json!(true);
    }
    annotate(&mut schema, cx.docs(owner).map(|docs| docs.notes_of(member.name.as_ref())).unwrap_or_default());
    schema
}

/// Whether the definition that stands for a value has a description of its own, which editors show in place of the
/// member's, unless something before it has one.
fn is_described<S: AsRef<str>>(cx: &Context<'_, '_, S>, shape: Shape) -> bool {
    matches!(shape, Shape::Declared(index) if cx.docs(index).and_then(Docs::own).is_some())
}

/// Puts `part` before everything else that `schema` says.
fn first(schema: &mut Value, part: Value) {
    let parts = match schema.get_mut("allOf") {
        Some(Value::Array(parts)) => std::mem::take(parts),
        _ => Vec::new(),
    };
    let reference = schema.as_object_mut().and_then(|schema| schema.remove("$ref"));
    let reference = reference.map(|reference| json!({ "$ref": reference }));
    schema["allOf"] = std::iter::once(part).chain(reference).chain(parts).collect();
}

fn many<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, member: &Member<S>) -> Value {
    let place = &member.place;
    let mut schema = json!({ "type": "array" });
    let item = one(cx, member);
    let item = nullable(cx, item, place.is_nullable);
    if item != json!({}) {
        schema["items"] = item;
    }
    if cx.is_strict() {
        constraint::count(&mut schema, &place.constraints);
    }
    nullable(cx, schema, false)
}

/// A single value, or an item, that is not null.
fn one<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, member: &Member<S>) -> Value {
    let place = &member.place;
    let constraints = &place.constraints;
    // Of a type that the schema does not have, nothing is known.
    if member.is_unknown {
        return json!({});
    }
    if !cx.is_strict() {
        return cx.value(place.ty.shape);
    }
    if let Some(types) = &constraints.types {
        return alternatives::one_of(cx, types);
    }
    match place.ty.shape {
        Shape::Declared(index) => match cx.families.row(index).map(|row| &row.body) {
            Some(Body::Structured(_)) => slot::narrowed(cx, index, constraints.derived.as_deref()),
            Some(Body::Enumeration(ty)) => {
                let carrier = if ty.is_flags { Carrier::Flags } else { Carrier::Member };
                let mut schema = cx.value(place.ty.shape);
                constraint::member(&mut schema, carrier, constraints);
                schema
            }
            Some(Body::Union(_)) | None => cx.value(place.ty.shape),
        },
        Shape::Primitive(primitive) => {
            let mut schema = cx.value(place.ty.shape);
            constraint::value(&mut schema, primitive, constraints);
            schema
        }
    }
}

/// `schema`, and null too if the profile or the schema allows it.
pub(crate) fn nullable<S: AsRef<str>>(cx: &Context<'_, '_, S>, mut schema: Value, is_nullable: bool) -> Value {
    let is_dynamic = cx.is_strict() && schema == reference(&Definition::Any(None).key(cx.families));
    let is_anything = is_dynamic || schema.as_object().is_some_and(serde_json::Map::is_empty);
    let is_excluded = cx.is_strict() && !is_nullable;
    if is_anything && is_excluded {
        schema["not"] = no_value();
        return schema;
    }
    if is_anything || is_excluded {
        return schema;
    }
    // Keywords that look at one kind of value only do not mind null; the others need a branch of their own.
    let minds = ["$ref", "allOf", "anyOf", "enum", "if", "not"].iter().any(|keyword| schema.get(keyword).is_some());
    match schema.get("type").cloned() {
        Some(Value::String(one)) if !minds => schema["type"] = json!([one, "null"]),
        // Editors look into alternatives for what to complete, and not into conditions.
        _ => schema = json!({ "anyOf": [schema, no_value()] }),
    }
    schema
}

fn no_value() -> Value {
    json!({ "type": "null" })
}
