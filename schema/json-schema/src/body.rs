//! What travels whole: the body of an action, and a response with many values.
//!
//! Source: OData Protocol 4.01, section 11.5.5 (invoking an action); OData JSON 4.01, section 12 (collection of
//! entities).

use std::collections::BTreeSet;

use odatype_table::{Body, Member, Shape, ValueType, docs::Docs, name::without_overload, ordered};
use serde_json::{Map, Value, json};

use crate::{
    condition,
    context::{Context, annotate, describe},
    control,
    definition::{Definition, Hub},
    dispatch::{self, Untagged},
    member, tag,
};

/// The body of an action: an object with a member for each parameter.
pub(crate) fn body<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Value {
    let parameters = cx.families.structured(index).map_or(&[][..], |action| &action.own);
    let of = |parameter: &Member<S>| (parameter.name.as_ref().to_owned(), member::member(cx, index, parameter));
    let members: Map<String, Value> = ordered(parameters.iter().map(of));
    let name = without_overload(cx.families.name(index));
    let mut schema = json!({ "type": "object", "title": name, "properties": members });
    describe(&mut schema, cx.docs(index).and_then(Docs::own));
    annotate(&mut schema, cx.docs(index).map(Docs::own_notes).unwrap_or_default());
    if cx.is_strict() {
        let required = parameters.iter().filter(|parameter| parameter.is_required);
        let required: Vec<&str> = required.map(|parameter| parameter.name.as_ref()).collect();
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        schema["additionalProperties"] = json!(false);
        close(cx, &mut schema);
        control::binds(&mut schema, false, &[], &[]);
    }
    schema
}

/// A response envelope: the values, and where the next ones or the changes are.
pub(crate) fn envelope<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, item: Shape) -> Value {
    let one = cx.value(item);
    let one = member::nullable(cx, one, false);
    // Only `value` tells an envelope from any other object.
    let members = json!({ "value": { "type": "array", "items": one } });
    let mut schema = json!({ "type": "object", "properties": members, "required": ["value"] });
    if cx.is_strict() {
        schema["additionalProperties"] = json!(false);
        close(cx, &mut schema);
    }
    schema
}

/// Adds control information, and that there is nothing else that is not declared.
fn close<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, schema: &mut Value) {
    schema["allOf"] = json!([cx.reference(Definition::Control)]);
    schema["patternProperties"] = json!({ control::ANNOTATIONS: true });
}

/// What a union holds: an object, or an array of objects, of the structured types listed, which the tag tells apart.
pub(crate) fn union<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Value {
    let Some(Body::Union(alternatives)) = cx.families.row(index).map(|row| &row.body) else { return json!({}) };
    let types = |wanted: &dyn Fn(bool) -> bool| {
        let listed = alternatives.iter().filter(|one| wanted(one.is_collection));
        let indices = listed.filter_map(|one| match one.shape {
            Shape::Declared(index) => Some(index),
            Shape::Primitive(_) => None,
        });
        indices.flat_map(|index| cx.families.concrete(index)).collect()
    };
    let (one, many, all): (_, _, BTreeSet<u16>) = (types(&|many| !many), types(&|many| many), types(&|_| true));
    let hub = Definition::Union(index).hub(cx.families, Some(index));
    if !cx.is_strict() {
        // Anything; only an object whose tag names one of the types has what is declared for it, and items likewise.
        let mut branches = vec![cx.reference(Definition::TagShape)];
        branches.extend(dispatch::by_tag(cx, &all, &hub));
        let object = json!({ "type": "object", "allOf": branches });
        let item = condition::if_then(json!({ "type": "object" }), object.clone());
        let array = json!({ "type": "array", "items": item });
        return condition::by_kind("object", object, condition::if_then(json!({ "type": "array" }), array));
    }
    let listed = |many| alternatives.iter().filter(move |one| one.is_collection == many);
    let mut of = |types: &BTreeSet<u16>, many| {
        let tags = tag::exact(cx, types);
        // Entities may be referred to, also those of a type that has no instances itself.
        let is_entity = |one: &ValueType| matches!(one.shape, Shape::Declared(index) if cx.families.is_entity(index));
        let untagged = if listed(many).any(is_entity) { Untagged::Reference } else { Untagged::Refused };
        let name = format!("{}:{}", hub.name, if many { "many" } else { "one" });
        dispatch::object(cx, types, untagged, &tags, &Hub { name, ..hub })
    };
    let object = listed(false).next().map(|_| of(&one, false));
    let array = listed(true).next().map(|_| json!({ "type": "array", "items": of(&many, true) }));
    match (object, array) {
        (Some(object), Some(array)) => condition::by_kind("array", array, object),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => json!({ "not": {} }),
    }
}
