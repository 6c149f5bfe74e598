//! Values whose types are listed: dynamic properties of some open types, and untyped places.
//!
//! Source: `Org.OData.Validation.V1`, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use std::collections::BTreeSet;

use odatype_table::{Body, Family, Listed, Primitive, Shape, ValueType};
use serde_json::{Value, json};

use crate::{
    condition, constraint,
    context::Context,
    definition::{Definition, Hub, names},
    dispatch::{self, Untagged},
    tag,
};

/// One of the types listed. The kind of JSON value decides first, then the tag. What several alternatives reach is
/// never tried twice: an object without a tag, and the items of an array, are held against what the alternatives have
/// in common.
pub(crate) fn one_of<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &[Listed<S>]) -> Value {
    let (many, one): (Vec<&Listed<S>>, Vec<&Listed<S>>) = types.iter().partition(|listed| listed.ty.is_collection);
    if let Some(anything) = anything(cx, &one) {
        return anything;
    }
    let mut schema = single(cx, &one, !many.is_empty());
    if !many.is_empty() {
        let items = anything(cx, &many).unwrap_or_else(|| single(cx, &many, false));
        schema = condition::by_kind("array", json!({ "type": "array", "items": items }), schema);
    }
    schema
}

/// A single value of one of the types. With `and_array`, an array too, which is looked at elsewhere.
fn single<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &[&Listed<S>], and_array: bool) -> Value {
    let structured: BTreeSet<u16> = types.iter().filter_map(|listed| structured_index(cx, listed.ty.shape)).collect();
    let mut scalars: Vec<Value> = Vec::new();
    let mut objects: Vec<Value> = Vec::new();
    for Listed { ty: ValueType { shape, .. }, constraints } in types {
        if structured_index(cx, *shape).is_some() {
            continue;
        }
        let mut schema = cx.value(*shape);
        if let Shape::Primitive(primitive) = shape {
            constraint::value(&mut schema, *primitive, constraints);
        }
        if is_object(*shape) { objects.push(schema) } else { scalars.push(schema) }
    }
    if !structured.is_empty() {
        objects.push(tagged(cx, &structured));
    }
    let kinds: Vec<&str> = [("object", !objects.is_empty()), ("array", and_array)]
        .into_iter()
        .filter_map(|(kind, there)| there.then_some(kind))
        .collect();
    let mut schema = match scalars.is_empty() {
        true if kinds.is_empty() => json!({ "not": {} }),
        true => condition::of_kinds(&kinds),
        false => any_of(scalars),
    };
    if !objects.is_empty() {
        let objects = any_of(objects);
        schema = condition::by_kind("object", objects, schema);
    }
    schema
}

/// An object of one of the types.
fn tagged<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, listed: &BTreeSet<u16>) -> Value {
    if let (1, Some(only)) = (listed.len(), listed.first()) {
        return cx.reference(Definition::Slot(*only, None));
    }
    let types = listed.iter().flat_map(|index| cx.families.concrete(*index)).collect();
    let untagged: BTreeSet<u16> = listed.iter().copied().filter(|index| cx.families.is_concrete(*index)).collect();
    let untagged = if untagged.is_empty() {
        let is_entity = listed.iter().any(|index| cx.families.is_entity(*index));
        if is_entity { Untagged::Reference } else { Untagged::Refused }
    } else {
        Untagged::Is(cx.reference(Definition::Untagged(untagged)))
    };
    let tags = tag::exact(cx, &types);
    let hub = Hub { name: names(cx.families, listed, "|"), of: None };
    dispatch::object(cx, &types, untagged, &tags, &hub)
}

fn structured_index<S: AsRef<str>>(cx: &Context<'_, '_, S>, shape: Shape) -> Option<u16> {
    let Shape::Declared(index) = shape else { return None };
    matches!(cx.families.row(index)?.body, Body::Structured(_)).then_some(index)
}

/// Whether values of the built-in type may be objects.
fn is_object(shape: Shape) -> bool {
    matches!(shape, Shape::Primitive(primitive)
        if primitive.family() == Family::Geo
            || matches!(primitive, Primitive::ComplexType | Primitive::EntityType))
}

/// What is said of a value if one of the types allows anything, or scalars and objects both.
fn anything<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &[&Listed<S>]) -> Option<Value> {
    let is = |shape, primitive| shape == Shape::Primitive(primitive);
    let is_free = |shape| is(shape, Primitive::PrimitiveType) || is(shape, Primitive::Stream);
    if types.iter().any(|listed| is_free(listed.ty.shape)) {
        return Some(json!({}));
    }
    let untyped = types.iter().find(|listed| is(listed.ty.shape, Primitive::Untyped));
    untyped.map(|listed| cx.value(listed.ty.shape))
}

/// One of several schemas, or the only one.
fn any_of(mut schemas: Vec<Value>) -> Value {
    if schemas.len() == 1 { schemas.remove(0) } else { json!({ "anyOf": schemas }) }
}
