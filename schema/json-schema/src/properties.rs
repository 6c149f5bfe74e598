//! What is declared for a structured type.

use serde_json::{Map, Value, json};

use crate::{context::Context, control, definition::Definition, member};

/// What a type declares, inherited properties included. Strict, members that are not declared are refused (closed types) or
/// are dynamic properties (open types), annotations aside.
pub(crate) fn properties<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Value {
    let members = members(cx, index);
    let mut schema = json!({ "type": "object", "title": cx.families.name(index), "properties": members });
    if !cx.is_strict() {
        return schema;
    }
    schema["additionalProperties"] = additional(cx, index);
    close(cx, &mut schema);
    let declared = cx.families.members(index);
    let of = |is_navigation: bool| declared.values().filter(move |(_, member)| member.is_navigation == is_navigation);
    let navigation: Vec<(&str, bool)> =
        of(true).map(|(_, member)| (member.name.as_ref(), member.place.ty.is_collection)).collect();
    let structural: Vec<&str> = of(false).map(|(_, member)| member.name.as_ref()).collect();
    control::binds(&mut schema, is_open(cx, index), &navigation, &structural);
    schema
}

/// The schema of each declared property, by name.
pub(crate) fn members<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, index: u16) -> Map<String, Value> {
    let declared = cx.families.members(index);
    declared.into_iter().map(|(name, (owner, member))| (name.to_owned(), member::member(cx, owner, member))).collect()
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

/// Adds control information, and that such names are not among those that are not declared.
pub(crate) fn close<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, schema: &mut Value) {
    if let (Value::Object(schema), Value::Object(control)) = (&mut *schema, cx.reference(Definition::Control)) {
        schema.extend(control);
    }
    schema["patternProperties"] = json!({ control::FREE: true });
}
