//! Control information, advertised operations, references, and what a delta has besides entities.
//!
//! Source: OData JSON 4.01, sections 4.6 (control information), 8.5 (bind), 14 (entity references), 15 (deltas), 16 and 17
//! (advertised functions and actions).

use odatype_table::Primitive;
use serde_json::{Value, json};

use crate::{context::Context, definition::Definition, pattern};

/// Control information that is text, wherever it stands.
const TEXTS: [&str; 12] = [
    "context",
    "etag",
    "metadataEtag",
    "editLink",
    "readLink",
    "nextLink",
    "deltaLink",
    "mediaReadLink",
    "mediaEditLink",
    "mediaContentType",
    "mediaEtag",
    "navigationLink",
];

/// The names that are no declared ones, whatever the type: annotations, control information and advertised operations.
pub(crate) const FREE: &str = "@|^#";

/// Control information and advertised operations of any object.
pub(crate) fn definition<S: AsRef<str>>(cx: &mut Context<'_, '_, S>) -> Value {
    let texts = format!("^[^@]*@(?:odata\\.)?(?:{}|associationLink)$", TEXTS.join("|"));
    let count = cx.reference(Definition::Primitive(Primitive::Int64));
    json!({
        "title": "control information",
        "patternProperties": {
            texts: { "type": "string" },
            // An entity that cannot be addressed has none.
            "^[^@]*@(?:odata\\.)?id$": { "type": ["string", "null"] },
            "^[^@]+@(?:odata\\.)?type$": { "type": "string" },
            "^[^@]*@(?:odata\\.)?count$": count,
            "^[^@]+@(?:odata\\.)?bind$": { "type": ["string", "array"], "items": { "type": "string" } },
            "^#": { "type": ["object", "array"], "items": { "type": "object" } },
        },
    })
}

/// Objects that stand for an entity without being one: those that say where it is, and those that say that it was removed.
pub(crate) fn reference() -> Value {
    let has = |names: [&str; 2], kind: &str| {
        json!({
            "anyOf": [{ "required": [names[0]] }, { "required": [names[1]] }],
            "properties": { names[0]: { "type": kind }, names[1]: { "type": kind } },
        })
    };
    let mut link = has(["@odata.id", "@id"], "string");
    link["patternProperties"] = json!({ "@": true });
    link["additionalProperties"] = json!(false);
    json!({ "type": "object", "anyOf": [link, has(["@removed", "@odata.removed"], "object")] })
}

/// Objects of a delta that say which entities are, or are no longer, related.
pub(crate) fn link() -> Value {
    let context = json!({ "type": "string", "pattern": r"\/\$(?:deletedLink|link)$" });
    json!({
        "type": "object",
        "anyOf": [{ "required": ["@odata.context"] }, { "required": ["@context"] }],
        "required": ["source", "relationship", "target"],
        "properties": {
            "@odata.context": context, "@context": context,
            "source": { "type": "string" }, "relationship": { "type": "string" }, "target": { "type": "string" },
        },
    })
}

/// Adds which members a bind may be for: `navigation` ones with whether each is a collection; of an open type also those
/// that are not declared, `structural` ones never.
pub(crate) fn binds(schema: &mut Value, is_open: bool, navigation: &[(&str, bool)], structural: &[&str]) {
    let bind = r"@(?:odata\.)?bind$";
    let names = |names: &mut dyn Iterator<Item = &str>| {
        let names: Vec<String> = names.map(pattern::escape).collect();
        (!names.is_empty()).then(|| format!("^(?:{})@", names.join("|")))
    };
    let then = if is_open {
        names(&mut structural.iter().copied()).map(|structural| json!({ "not": { "pattern": structural } }))
    } else {
        let all = names(&mut navigation.iter().map(|(name, _)| *name));
        Some(all.map_or_else(|| json!(false), |all| json!({ "pattern": all })))
    };
    if let Some(then) = then {
        schema["propertyNames"] = crate::dispatch::if_then(json!({ "pattern": bind }), then);
    }
    if let Some(single) = names(&mut navigation.iter().filter(|(_, many)| !many).map(|(name, _)| *name)) {
        schema["patternProperties"][format!(r"{single}(?:odata\.)?bind$")] = json!({ "type": "string" });
    }
}
