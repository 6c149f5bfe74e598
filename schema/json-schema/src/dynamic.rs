//! Values that no place declares: dynamic properties, and the abstract built-in types.
//!
//! Source: OData JSON 4.01, section 4.6.3: an object whose type is not known from its place says it by its tag.

use std::collections::BTreeSet;

use odatype_table::{
    StructuredKind,
    name::{TAGS, tag},
};
use serde_json::{Value, json};

use crate::{condition, context::Context, definition::Definition, dispatch, families::Called, tag as tags};

/// Which types a document has something to say of.
pub(crate) enum Scope<'a> {
    /// All of the table, so that a tag that names none is wrong.
    Whole,
    /// These: others are not looked into.
    Bundle(&'a BTreeSet<u16>),
}

/// Any value, or an object of one kind of type: an object's tag names a type, and it has what that type declares; an
/// object without a tag is free. The items of an array likewise.
pub(crate) fn any<S: AsRef<str>>(
    cx: &mut Context<'_, '_, S>,
    kind: Option<StructuredKind>,
    scope: &Scope<'_>,
) -> Value {
    let mut types: BTreeSet<u16> = cx.families.tagged(kind).collect();
    if let Scope::Bundle(known) = scope {
        types.retain(|index| known.contains(index));
    }
    let mut tagged = cx.reference(Definition::TagShape);
    if let Scope::Whole = scope {
        let known = known(cx, &types);
        tagged = json!({ "properties": { TAGS[0]: known, TAGS[1]: known }, "allOf": [tagged] });
    }
    let outside = &cx.families.table.outside;
    if !outside.is_empty() {
        // What is of such a type is not looked into at all.
        tagged = json!({ "if": tags::named_as(cx, outside.iter().map(AsRef::as_ref)), "else": tagged });
    }
    let mut branches = vec![tagged];
    let hub = Definition::Any(kind).hub(cx.families, None);
    branches.extend(dispatch::by_tag(cx, &types, &hub));
    if let Some(kind) = kind {
        branches.push(dispatch::needs_tag(cx, kind == StructuredKind::Entity));
    }
    let object = json!({ "type": "object", "allOf": branches });
    if kind.is_some() {
        return object;
    }
    let array = json!({ "type": "array", "items": cx.reference(Definition::Any(None)) });
    condition::by_kind("object", object, condition::if_then(json!({ "type": "array" }), array))
}

/// The tags that name one of the types, or one that a slice left out.
fn known<S: AsRef<str>>(cx: &Context<'_, '_, S>, types: &BTreeSet<u16>) -> Value {
    let outside = cx.families.table.outside.iter().map(AsRef::as_ref);
    let written = types.iter().filter_map(|index| cx.families.written(*index));
    let mut examples: Vec<String> = written.map(|name| tag(&name)).chain(outside.clone().map(tag)).collect();
    if examples.is_empty() {
        return json!(false);
    }
    examples.sort_unstable();
    let names = types.iter().flat_map(|index| cx.families.called(*index, false));
    let names = names.chain(outside.map(Called::exactly));
    json!({ "type": "string", "pattern": tags::spelled(cx.families, names), "examples": examples })
}
