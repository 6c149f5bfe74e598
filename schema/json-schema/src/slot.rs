//! Slots of structured types: the tag decides first, then one branch applies.
//!
//! Source: OData JSON 4.01, section 4.6.3 (`type` control information) and section 14 (entity references).

use std::collections::BTreeSet;

use odatype_table::docs::Docs;
use serde_json::{Value, json};

use crate::{
    context::{Context, annotate, describe},
    definition::Definition,
    dispatch::{self, Untagged},
};

/// A slot of the type at `index`, narrowed to the types in `allowed` if there are any.
pub(crate) fn slot<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16, allowed: Option<&BTreeSet<u16>>) -> Value {
    let types = types(cx, index, allowed);
    let untagged = if types.contains(&index) {
        Untagged::Is(cx.reference(Definition::Properties(index)))
    } else if cx.families.is_entity(index) {
        Untagged::Reference
    } else {
        Untagged::Refused
    };
    let tags = cx.reference(Definition::Tags(index, allowed.cloned()));
    let hub = Definition::Slot(index, allowed.cloned()).hub(cx.families, Some(index));
    let mut schema = dispatch::object(cx, &types, untagged, &tags, &hub);
    schema["title"] = json!(cx.families.name(index));
    describe(&mut schema, cx.docs(index).and_then(Docs::own));
    annotate(&mut schema, cx.docs(index).map(Docs::own_notes).unwrap_or_default());
    schema
}

/// The types that may stand in such a slot.
pub(crate) fn types<S: AsRef<str>>(
    cx: &Context<'_, '_, S>,
    index: u16,
    allowed: Option<&BTreeSet<u16>>,
) -> BTreeSet<u16> {
    allowed.cloned().unwrap_or_else(|| cx.families.concrete(index))
}

/// A slot that takes only what is, or derives from, one of `derived`.
pub(crate) fn narrowed<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16, derived: Option<&[u16]>) -> Value {
    let allowed = cx.families.allowed(index, derived);
    let narrower = (allowed != cx.families.concrete(index)).then_some(allowed);
    cx.reference(Definition::Slot(index, narrower))
}
