//! Objects whose tag decides what they are: one branch applies.

use std::collections::BTreeSet;

use odatype_table::name::{self, TAGS};
use serde_json::{Map, Value, json};

use crate::{
    condition::{has, if_then},
    context::Context,
    definition::{Definition, Group, Hub},
    pointer::{DEFAULT_MAPPING, DISCRIMINATOR},
    tag,
};

/// As many types as tags are asked for one by one; of more, groups are asked for first.
const GROUP: usize = 32;

/// What an object without a tag is.
pub(crate) enum Untagged {
    /// What the schema says.
    Is(Value),
    /// Refused in strict.
    Refused,
    /// Refused in strict, unless it refers to an entity or says that one was removed.
    Reference,
}

/// An object: its tag is text; with no tag, `untagged` applies; with a tag that names one of `types`, what is declared
/// for that type applies. A tag is of the shape `tags`.
pub(crate) fn object<S: AsRef<str>>(
    cx: &mut Context<'_, '_, S>,
    types: &BTreeSet<u16>,
    untagged: Untagged,
    tags: &Value,
    hub: &Hub,
) -> Value {
    let mut branches = vec![cx.reference(Definition::TagShape)];
    let discriminator = cx.discriminates.then(|| discriminator(cx, types, &untagged));
    match untagged {
        Untagged::Is(schema) => branches.push(if_then(tag::absent(), schema)),
        Untagged::Refused if cx.is_strict() => branches.push(needs_tag(cx, false)),
        Untagged::Reference if cx.is_strict() => branches.push(needs_tag(cx, true)),
        Untagged::Refused | Untagged::Reference => {}
    }
    branches.extend(by_tag(cx, types, hub));
    let mut schema = json!({ "type": "object", "properties": { TAGS[0]: tags, TAGS[1]: tags }, "allOf": branches });
    if let Some(discriminator) = discriminator {
        schema[DISCRIMINATOR] = discriminator;
    }
    schema
}

/// What each tag decides, and what an object without one is, in OpenAPI's words.
///
/// Source: OpenAPI 3.1.1, section 4.8.25 (discriminator object).
fn discriminator<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &BTreeSet<u16>, untagged: &Untagged) -> Value {
    let mut mapping = Map::new();
    for index in types {
        let target = cx.reference(Definition::Properties(*index))["$ref"].take();
        let names = cx.families.called(*index, false);
        mapping.extend(names.into_iter().map(|called| (name::tag(&called.name), target.clone())));
    }
    let mut discriminator = json!({ "propertyName": TAGS[0], "mapping": mapping });
    if let Untagged::Is(schema) = untagged
        && let Some(reference) = schema.get("$ref")
    {
        discriminator[DEFAULT_MAPPING] = reference.clone();
    }
    discriminator
}

/// Objects that have a tag; perhaps also those that refer to an entity or are of a delta.
pub(crate) fn needs_tag<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, or_reference: bool) -> Value {
    let is_tagged = json!({ "if": has(TAGS[1]), "else": has(TAGS[0]) });
    if or_reference {
        let reference = cx.reference(Definition::Reference);
        let stated = cx.reference(Definition::Control);
        return json!({ "if": reference, "then": stated, "else": is_tagged });
    }
    is_tagged
}

/// For each type: an object whose tag names it has what is declared for it. Of many types, those of `hub`, the groups
/// are asked for first, each a definition of its own.
pub(crate) fn by_tag<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &BTreeSet<u16>, hub: &Hub) -> Vec<Value> {
    let types: Vec<u16> = types.iter().copied().collect();
    if types.len() <= GROUP {
        return types.iter().map(|index| one(cx, *index)).collect();
    }
    let groups = (1..).zip(types.chunks(GROUP)).map(|(number, types)| {
        let group = Group { hub: hub.clone(), number, types: types.to_vec() };
        let group = cx.reference(Definition::Group(group));
        if_then(tag::named(cx, types), group)
    });
    groups.collect()
}

/// The types of a group.
pub(crate) fn group<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, types: &[u16]) -> Value {
    let branches: Vec<Value> = types.iter().map(|index| one(cx, *index)).collect();
    json!({ "type": "object", "allOf": branches })
}

fn one<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Value {
    let tagged = cx.reference(Definition::Tagged(index));
    if_then(tagged, cx.reference(Definition::Properties(index)))
}
