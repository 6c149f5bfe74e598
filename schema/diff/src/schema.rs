//! What is no type's or action's: namespaces, their aliases, and what a slice leaves out.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use odatype_schema::{model::Annotations, rename_target};
use serde_json::Value;

use crate::{
    change::Change,
    named,
    severity::Case,
    side::{Pair, Side},
};

/// How many names of a namespace are listed.
const LISTED: usize = 5;

/// What changed in them.
pub(crate) fn compare(pair: &Pair<'_, '_>, changes: &mut Vec<Change>) {
    let aliases =
        |side: &Side<'_, '_>| -> BTreeSet<(String, String)> { side.book.table().aliases.iter().cloned().collect() };
    let (old, new) = (aliases(&pair.old), aliases(&pair.new));
    for (alias, namespace) in old.difference(&new) {
        changes.push(Change::new(Case::AliasRemoved, namespace, alias.as_str(), Value::Null));
    }
    for (alias, namespace) in new.difference(&old) {
        changes.push(Change::new(Case::AliasAdded, namespace, Value::Null, alias.as_str()));
    }
    let names: BTreeSet<&String> =
        [&pair.old, &pair.new].into_iter().flat_map(|side| side.book.model().namespaces.keys()).collect();
    for name in names {
        let both = module(&pair.old, name).zip(module(&pair.new, name));
        changes.extend(both.and_then(|(was, is)| named::compare(name, &was, &is)));
    }
    for (namespace, names) in only_outside(&pair.old, &pair.new) {
        changes.push(Change::new(Case::OutsideRemoved, namespace, listed(&names), Value::Null));
    }
    for (namespace, names) in only_outside(&pair.new, &pair.old) {
        changes.push(Change::new(Case::OutsideAdded, namespace, Value::Null, listed(&names)));
    }
}

/// What is said of the namespace `name`, which may be one that others are in and that is not declared itself.
fn module<'m>(side: &Side<'_, 'm>, name: &str) -> Option<Cow<'m, Annotations>> {
    let model = side.book.model();
    if let Some(namespace) = model.namespaces.get(name) {
        return Some(Cow::Borrowed(&namespace.annotations));
    }
    rename_target(model, name).filter(|target| target.path.is_none()).map(|_| Cow::default())
}

/// The names, by namespace, that are outside of one schema, and of which the other knows nothing.
fn only_outside<'s>(one: &'s Side<'_, '_>, other: &Side<'_, '_>) -> BTreeMap<&'s str, Vec<&'s str>> {
    let known: BTreeSet<&str> = other.book.table().outside.iter().map(String::as_str).collect();
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in one.book.table().outside.iter().filter(|name| !known.contains(name.as_str())) {
        if other.row(name).is_none() {
            let (namespace, name) = name.rsplit_once('.').unwrap_or(("", name));
            found.entry(namespace).or_default().push(name);
        }
    }
    found
}

fn listed(names: &[&str]) -> String {
    let shown = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use odatype_schema::{Rulebook, Source, load, model::Model};

    fn model(schemas: &str) -> Model {
        let text = format!(r#"{{"$Version": "4.01", {schemas}}}"#);
        load(&[Source { name: "s.json".to_owned(), text: text.into() }], &[]).unwrap()
    }

    #[test]
    fn names_of_modules() {
        let named = |namespace: &str| format!(r#""{namespace}": {{"@odatype.V1.RustName": "b"}}, "a.b": {{}}"#);
        let plain = r#""a.b": {}"#.to_owned();
        for (old, new, expected) in [
            (plain.clone(), named("a"), Some("a")),
            (named("a"), plain.clone(), Some("a")),
            (named("a"), named("a"), None),
            // What comes or goes is not renamed.
            (plain.clone(), named("c"), None),
            (named("c"), plain, None),
        ] {
            let (before, after) = (model(&old), model(&new));
            let changes = crate::compare(&Rulebook::new(&before).unwrap(), &Rulebook::new(&after).unwrap());
            let found: Vec<&str> = changes.as_slice().iter().map(|change| change.target.as_str()).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{old} {new}");
        }
    }
}
