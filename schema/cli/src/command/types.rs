//! `odatype types`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use clap::Args;
use odatype_schema::model::{Model, QualifiedName, Serves, StructuredKind, StructuredType};

use crate::{failure::Failure, output, schema::Given};

/// List a schema's structured types: who derives from whom, what is open, and what a service serves
///
/// Each derived type stands below its base, further in. Then come the entity sets, singletons and imports of the containers.
#[derive(Args)]
pub(crate) struct Types {
    #[command(flatten)]
    given: Given,
    /// Only types whose qualified or simple name is this, in any letter case, with `*` for anything; with what they derive
    /// from, what derives from them, and where they are served
    #[arg(long, value_name = "PATTERN")]
    name: Option<String>,
}

impl Types {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let model = self.given.whole()?;
        let pattern = self.name.as_deref().unwrap_or("*").to_lowercase();
        let named: BTreeSet<&QualifiedName> = model.structured.keys().filter(|name| is_named(name, &pattern)).collect();
        let mut shown = named.clone();
        let children = model.children();
        for name in &named {
            shown.extend(model.ancestors(name).into_iter().map(|ty| &ty.name));
        }
        let mut below: Vec<&QualifiedName> = named.iter().copied().collect();
        let mut seen: BTreeSet<&QualifiedName> = BTreeSet::new();
        while let Some(name) = below.pop() {
            if seen.insert(name) {
                shown.insert(name);
                below.extend(children.get(name).into_iter().flatten().copied());
            }
        }
        let served = served(&model);
        let mut out = String::new();
        let roots = model
            .structured
            .values()
            .filter(|ty| ty.base.as_ref().is_none_or(|base| !model.structured.contains_key(base)));
        let mut open: Vec<(usize, &StructuredType)> = roots.rev().map(|ty| (0, ty)).collect();
        while let Some((depth, ty)) = open.pop() {
            if shown.contains(&ty.name) {
                // Writing to a string does not fail.
                let _ = writeln!(out, "{}{}: {}", "  ".repeat(depth), ty.name, describe(&model, ty));
            }
            let derived = children.get(&ty.name).into_iter().flatten().rev();
            open.extend(derived.filter_map(|name| Some((depth + 1, model.structured.get(*name)?))));
        }
        for (place, what, ty) in served.iter().filter(|(_, _, ty)| self.name.is_none() || named.contains(ty)) {
            let _ = writeln!(out, "{place}: {what} {ty}");
        }
        output::print(&out)
    }
}

fn describe(model: &Model, ty: &StructuredType) -> String {
    let mut words = vec![match ty.kind {
        StructuredKind::Entity => "entity type",
        StructuredKind::Complex => "complex type",
    }];
    words.extend(ty.is_abstract.then_some("abstract"));
    words.extend(model.is_open(&ty.name).then_some(if ty.is_open { "open" } else { "open by its base" }));
    words.join(", ")
}

/// Everything that containers have: where, what it is, and of which type or operation.
fn served(model: &Model) -> Vec<(String, &'static str, QualifiedName)> {
    let mut served = BTreeMap::new();
    for container in model.containers.values() {
        for element in &container.elements {
            let Some(what) = element.serves() else { continue };
            let (what, of) = match what {
                Serves::EntitySet(ty) => ("entity set of", ty),
                Serves::Singleton(ty) => ("singleton of", ty),
                Serves::ActionImport(action) => ("import of the action", action),
                Serves::FunctionImport(function) => ("import of the function", function),
            };
            served.insert(format!("{}/{}", container.name, element.name), (what, of));
        }
    }
    served.into_iter().map(|(place, (what, of))| (place, what, of)).collect()
}

/// Whether the qualified or the simple name fits `pattern`, which is in lower case.
fn is_named(name: &QualifiedName, pattern: &str) -> bool {
    fits(&name.as_str().to_lowercase(), pattern) || fits(&name.name().to_lowercase(), pattern)
}

/// Whether `text` is `pattern`, in which each `*` is any text.
fn fits(text: &str, pattern: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return text == pattern };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(place) = text.find(part) else { return false };
        text = text.get(place + part.len()..).unwrap_or_default();
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns() {
        for (text, pattern, expected) in [
            ("call", "call", true),
            ("calls", "call", false),
            ("anything", "*", true),
            ("mediaconfig", "*config", true),
            ("mediaconfig", "media*", true),
            ("a.b.c", "a*b*c", true),
            ("a.b", "a*b*c", false),
            ("ab", "ab*b", false),
        ] {
            assert_eq!(fits(text, pattern), expected, "{text} {pattern}");
        }
    }
}
