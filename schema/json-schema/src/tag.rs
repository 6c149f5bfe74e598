//! Tags: how they may be spelled, and what every tag must be.
//!
//! Source: OData JSON 4.01, section 4.6.3 (`type` control information).

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::name::{TAGS, tag};
use serde_json::{Value, json};

use crate::{context::Context, families::Families, pattern};

/// The characters of URLs.
///
/// Source: RFC 3986, section 2.
const URL: &str = r"(?:[A-Za-z0-9._~:\/?@!$&'()*+,;=\[\]-]|%[0-9A-Fa-f]{2})*";

/// What every tag must be: text, and not given in both spellings.
pub(crate) fn shape() -> Value {
    json!({
        "title": "the object's type",
        "properties": { TAGS[0]: { "type": "string" }, TAGS[1]: { "type": "string" } },
        "dependentSchemas": { TAGS[0]: { "properties": { TAGS[1]: false } } },
    })
}

/// Objects without a tag.
pub(crate) fn absent() -> Value {
    json!({ "type": "object", "properties": { TAGS[0]: false, TAGS[1]: false } })
}

/// Objects whose tag names one of `types`: tolerant, in any spelling that is understood; strict, in its own letter case, while
/// what may be before it is for those tags to say that a place takes.
pub(crate) fn named<S: AsRef<str>>(cx: &Context<'_, '_, S>, types: &[u16]) -> Value {
    named_as(cx, types.iter().map(|index| cx.families.name(*index)))
}

/// The same for types by their names.
pub(crate) fn named_as<'n, S: AsRef<str>>(cx: &Context<'_, '_, S>, names: impl Iterator<Item = &'n str>) -> Value {
    let before = if cx.is_strict() { "(?:^|#)" } else { "^(?:[^#]*#)?" };
    let tag =
        json!({ "type": "string", "pattern": format!("{before}{}$", qualified(cx.families, names, !cx.is_strict())) });
    let branches = TAGS.map(|name| json!({ "required": [name], "properties": { name: tag } }));
    json!({ "type": "object", "anyOf": branches })
}

/// Tags that name one of `types` exactly. The examples are what messages list and what suggestions come from.
pub(crate) fn exact<S: AsRef<str>>(families: &Families<'_, S>, types: &BTreeSet<u16>) -> Value {
    if types.is_empty() {
        return json!(false);
    }
    let names: Vec<&str> = types.iter().map(|index| families.name(*index)).collect();
    let examples: Vec<String> = names.iter().map(|name| tag(name)).collect();
    json!({ "pattern": spelled(families, names.into_iter()), "examples": examples })
}

/// The pattern of tags that name one of `names` exactly: after `#`, as the fragment of a URL.
pub(crate) fn spelled<'n, S: AsRef<str>>(families: &Families<'_, S>, names: impl Iterator<Item = &'n str>) -> String {
    format!("^{URL}#{}$", qualified(families, names, false))
}

/// The pattern of `names`, each with its namespace or an alias of it.
fn qualified<'n, S: AsRef<str>>(
    families: &Families<'_, S>,
    names: impl Iterator<Item = &'n str>,
    any_case: bool,
) -> String {
    let write = if any_case { pattern::any_case } else { pattern::escape };
    let mut simple: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for name in names {
        let (namespace, name) = name.rsplit_once('.').unwrap_or(("", name));
        simple.entry(namespace).or_default().push(write(name));
    }
    let forms: Vec<String> = simple
        .into_iter()
        .map(|(namespace, names)| {
            let aliases = families.table.aliases.iter().filter(|(_, of)| of.as_ref() == namespace);
            let prefixes = std::iter::once(namespace).chain(aliases.map(|(alias, _)| alias.as_ref())).map(write);
            format!(r"{}\.{}", group(prefixes.collect()), group(names))
        })
        .collect();
    group(forms)
}

fn group(mut forms: Vec<String>) -> String {
    if forms.len() == 1 { forms.remove(0) } else { format!("(?:{})", forms.join("|")) }
}
