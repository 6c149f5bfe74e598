//! Control information, advertised operations, references, and what a delta has besides entities.
//!
//! Source: OData JSON 4.01, sections 4.6 (control information), 8.5 (bind), 14 (entity references), 15 (deltas), 16 and
//! 17 (advertised functions and actions).

use odatype_table::{
    Primitive,
    control::{DELTA_CONTEXTS, FORMS, Form},
};
use serde_json::{Value, json};

use crate::{
    condition::{by_kind, has},
    context::Context,
    definition::Definition,
    pattern,
};

/// The names that are no declared ones, whatever the type: annotations, control information and advertised operations.
pub(crate) const FREE: &str = "@|^#";
/// The same where no operations are advertised: in bodies of actions and in envelopes.
pub(crate) const ANNOTATIONS: &str = "@";

/// Control information and advertised operations of any object.
pub(crate) fn definition<S: AsRef<str>>(cx: &mut Context<'_, '_, S>) -> Value {
    let mut count = cx.reference(Definition::Primitive(Primitive::Int64));
    let texts = json!({ "type": "string", "pattern": pattern::integer_between(0, i64::MAX) });
    count["allOf"] = json!([by_kind("string", texts, json!({ "type": "integer", "minimum": 0 }))]);
    let objects = json!({ "type": "array", "items": { "type": "object" } });
    let mut members = json!({ "^#": { "anyOf": [{ "type": "object" }, objects] } });
    for (forms, schema) in [
        (&[Form::Text, Form::Type][..], json!({ "type": "string" })),
        // An entity that cannot be addressed has none.
        (&[Form::Id], json!({ "type": ["string", "null"] })),
        (&[Form::Count], count),
        (&[Form::Objects, Form::Delta], objects),
        (&[Form::Object], json!({ "type": "object" })),
        (
            &[Form::Bind],
            json!({ "anyOf": [{ "type": ["string", "null"] }, { "type": "array", "items": { "type": "string" } }] }),
        ),
    ] {
        let names: Vec<&str> = FORMS.iter().filter(|(_, form)| forms.contains(form)).map(|(name, _)| *name).collect();
        members[format!(r"@(?:odata\.)?(?:{})$", names.join("|"))] = schema;
    }
    json!({ "$comment": "control information", "type": "object", "patternProperties": members })
}

/// Objects that stand for an entity without being one: those that say where it is, and those of a delta.
pub(crate) fn reference<S: AsRef<str>>(cx: &mut Context<'_, '_, S>) -> Value {
    let link = json!({
        "anyOf": [{ "required": ["@odata.id"] , "properties": { "@odata.id": { "type": "string" } } },
            { "required": ["@id"], "properties": { "@id": { "type": "string" } } }],
        "patternProperties": { ANNOTATIONS: true },
        "additionalProperties": false,
    });
    json!({ "type": "object", "anyOf": [link, cx.reference(Definition::Delta)] })
}

/// Objects that only deltas have: removed entities, and links that were added or deleted. What else is in them is not
/// declared.
pub(crate) fn delta() -> Value {
    let ends: Vec<String> = DELTA_CONTEXTS.iter().map(|end| pattern::escape(end)).collect();
    let context = json!({ "type": "string", "pattern": format!("(?:{})$", ends.join("|")) });
    json!({
        "type": "object",
        "anyOf": [
            has("@removed"),
            has("@odata.removed"),
            { "required": ["@odata.context"], "properties": { "@odata.context": context } },
            { "required": ["@context"], "properties": { "@context": context } },
        ],
    })
}

/// A navigation property, as far as binding it is concerned.
pub(crate) struct Navigation<'t> {
    pub(crate) name: &'t str,
    pub(crate) is_collection: bool,
    pub(crate) is_nullable: bool,
}

/// Adds which members a bind may be for, and what it is: `navigation` properties; of an open type also those that are
/// not declared, `structural` ones never.
pub(crate) fn binds(schema: &mut Value, is_open: bool, navigation: &[Navigation<'_>], structural: &[&str]) {
    let names = |names: &mut dyn Iterator<Item = &str>| {
        let names: Vec<String> = names.map(pattern::escape).collect();
        (!names.is_empty()).then(|| format!(r"^(?:{})@(?:odata\.)?bind$", names.join("|")))
    };
    let then = if is_open {
        names(&mut structural.iter().copied()).map(|structural| json!({ "not": { "pattern": structural } }))
    } else {
        let all = names(&mut navigation.iter().map(|one| one.name));
        // Some tools know no `false` there.
        Some(all.map_or_else(|| json!({ "not": {} }), |all| json!({ "pattern": all })))
    };
    if let Some(then) = then {
        schema["propertyNames"] = crate::condition::if_then(json!({ "pattern": r"@(?:odata\.)?bind$" }), then);
    }
    let of = |is_collection, is_nullable| {
        let is = move |one: &&Navigation<'_>| (one.is_collection, one.is_nullable) == (is_collection, is_nullable);
        names(&mut navigation.iter().filter(is).map(|one| one.name))
    };
    for (is_collection, is_nullable, kinds) in [
        (false, false, json!("string")),
        (false, true, json!(["string", "null"])),
        (true, false, json!("array")),
        (true, true, json!("array")),
    ] {
        if let Some(bound) = of(is_collection, is_nullable) {
            schema["patternProperties"][bound] = json!({ "type": kinds });
        }
    }
}
