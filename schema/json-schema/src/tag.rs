//! Tags: how they may be spelled, and what every tag must be.
//!
//! Source: OData JSON 4.01, section 4.6.3 (`type` control information).

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::name::{TAGS, tag};
use serde_json::{Value, json};

use crate::{
    context::Context,
    families::{Called, Families},
    pattern,
};

/// The characters of URLs.
///
/// Source: RFC 3986, section 2.
const URL: &str = r"(?:[A-Za-z0-9._~:\/?@!$&'\(\)*+,;=\[\]\-]|%[0-9A-Fa-f]{2})*";

/// A version behind a namespace, or none, in any letter case.
const VERSION: &str = r"(?:\.[vV][0-9]+(?:_[0-9]+)*)?";

/// What every tag must be: text, and not given in both spellings.
pub(crate) fn shape() -> Value {
    json!({
        "type": "object",
        "properties": { TAGS[0]: { "type": "string" }, TAGS[1]: { "type": "string" } },
        "dependentSchemas": { TAGS[0]: { "properties": { TAGS[1]: false } } },
    })
}

/// Objects without a tag.
pub(crate) fn absent() -> Value {
    json!({ "type": "object", "properties": { TAGS[0]: false, TAGS[1]: false } })
}

/// Objects whose tag names one of `types`: tolerant, in any spelling that is understood; strict, in its own letter
/// case, while what may be before it is for those tags to say that a place takes.
pub(crate) fn named<S: AsRef<str>>(cx: &Context<'_, '_, S>, types: &[u16]) -> Value {
    let is_strict = cx.is_strict();
    tagged(cx, types.iter().flat_map(|index| cx.families.called(*index, !is_strict)))
}

/// The same for types by their names.
pub(crate) fn named_as<'n, S: AsRef<str>>(cx: &Context<'_, '_, S>, names: impl Iterator<Item = &'n str>) -> Value {
    tagged(cx, names.map(Called::exactly))
}

fn tagged<'n, S: AsRef<str>>(cx: &Context<'_, '_, S>, names: impl Iterator<Item = Called<'n>>) -> Value {
    let names = qualified(cx.families, names, !cx.is_strict());
    let tag = json!({ "type": "string", "pattern": format!("^(?:[^#]*#)?{names}$") });
    let branches = TAGS.map(|name| json!({ "required": [name], "properties": { name: tag } }));
    json!({ "type": "object", "anyOf": branches })
}

/// Tags of one of `types`: strict, those that name one exactly; tolerant, any. The examples are what messages list, and
/// what suggestions and editors' completions come from.
pub(crate) fn exact<S: AsRef<str>>(cx: &Context<'_, '_, S>, types: &BTreeSet<u16>) -> Value {
    let families = cx.families;
    if types.is_empty() && cx.is_strict() {
        return json!(false);
    }
    let examples: Vec<String> =
        types.iter().filter_map(|index| families.written(*index)).map(|name| tag(&name)).collect();
    if !cx.is_strict() {
        return json!({ "type": "string", "examples": examples });
    }
    let names = types.iter().flat_map(|index| families.called(*index, false));
    json!({ "type": "string", "pattern": spelled(families, names), "examples": examples })
}

/// The pattern of tags that name one of `names` exactly: after `#`, as the fragment of a URL.
pub(crate) fn spelled<'n, S: AsRef<str>>(
    families: &Families<'_, S>,
    names: impl Iterator<Item = Called<'n>>,
) -> String {
    format!("^{URL}#{}$", qualified(families, names, false))
}

/// The pattern of `names`, each with its namespace or an alias of it.
fn qualified<'n, S: AsRef<str>>(
    families: &Families<'_, S>,
    names: impl Iterator<Item = Called<'n>>,
    any_case: bool,
) -> String {
    let write = if any_case { pattern::any_case } else { pattern::escape };
    let mut simple: BTreeMap<(String, bool), Vec<String>> = BTreeMap::new();
    for Called { name, any_version } in names {
        let (namespace, name) = name.rsplit_once('.').unwrap_or(("", &name));
        simple.entry((namespace.to_owned(), any_version)).or_default().push(write(name));
    }
    let forms: Vec<String> = simple
        .into_iter()
        .map(|((namespace, any_version), names)| {
            let version = if any_version { VERSION } else { "" };
            // An alias of a version says which one it is.
            let aliases = families.aliases.of(&namespace, any_version);
            let aliases = aliases.map(|(alias, of_version)| write(alias) + if of_version { "" } else { version });
            let prefixes = std::iter::once(write(&namespace) + version).chain(aliases);
            format!(r"{}\.{}", group(prefixes.collect()), group(names))
        })
        .collect();
    group(forms)
}

fn group(mut forms: Vec<String>) -> String {
    if forms.len() == 1 { forms.remove(0) } else { format!("(?:{})", forms.join("|")) }
}
