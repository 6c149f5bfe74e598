//! What is no type's or action's: namespaces, their aliases, and what a slice leaves out.

use std::collections::{BTreeMap, BTreeSet};

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
pub(crate) fn compare<'m>(pair: &Pair<'_, 'm>, changes: &mut Vec<Change>) {
    let aliases =
        |side: &Side<'_, '_>| -> BTreeSet<(String, String)> { side.book.table().aliases.iter().cloned().collect() };
    let (old, new) = (aliases(&pair.old), aliases(&pair.new));
    for (alias, namespace) in old.difference(&new) {
        changes.push(Change::new(Case::AliasRemoved, namespace, alias.as_str(), Value::Null));
    }
    for (alias, namespace) in new.difference(&old) {
        changes.push(Change::new(Case::AliasAdded, namespace, Value::Null, alias.as_str()));
    }
    let namespaces = |side: &Side<'_, 'm>| &side.book.model().namespaces;
    for (name, was) in namespaces(&pair.old) {
        let is = namespaces(&pair.new).get(name);
        changes.extend(is.and_then(|is| named::compare(name, &was.annotations, &is.annotations)));
    }
    for (namespace, names) in only_outside(&pair.old, &pair.new) {
        changes.push(Change::new(Case::OutsideRemoved, namespace, listed(&names), Value::Null));
    }
    for (namespace, names) in only_outside(&pair.new, &pair.old) {
        changes.push(Change::new(Case::OutsideAdded, namespace, Value::Null, listed(&names)));
    }
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
