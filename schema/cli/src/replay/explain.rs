//! Why verdicts changed: what `odatype diff` says of that which findings are about.

use std::collections::{BTreeMap, BTreeSet};

use odatype_schema::model::{QualifiedName, TypeName};

use super::{
    difference::Key,
    side::{Side, Sides},
    tally::Total,
};

/// The kinds of changes behind a group, each with its target.
pub(super) type Reasons = BTreeSet<(String, &'static str)>;

/// What changed about the target of each group.
pub(super) fn explain<'t>(total: &'t Total<'_>, sides: &Sides<'_>) -> BTreeMap<&'t Key, Reasons> {
    let Sides { old, new } = sides;
    if total.groups.is_empty() {
        return BTreeMap::new();
    }
    let changes = odatype_diff::compare(&old.book, &new.book);
    let mut kinds: BTreeMap<&str, Reasons> = BTreeMap::new();
    for change in changes.as_slice() {
        let reason = (change.target.clone(), change.kind().as_str());
        kinds.entry(&change.target).or_default().insert(reason.clone());
        // Of an enumeration type that gains or loses a member, properties of it are concerned.
        if let Some((owner, _)) = change.target.split_once('/')
            && is_enumeration(old, owner) | is_enumeration(new, owner)
        {
            kinds.entry(owner).or_default().insert(reason);
        }
    }
    let about = |target: &str| kinds.get(target).cloned().unwrap_or_default();
    let explained = total.groups.keys().map(|key| {
        let mut found = about(&key.target);
        if let Some((owner, member)) = key.target.split_once('/') {
            for ty in [old, new].into_iter().filter_map(|side| type_of(side, owner, member)) {
                found.extend(about(ty.as_str()));
            }
            if found.is_empty() {
                found = about(owner);
            }
        }
        (key, found)
    });
    explained.collect()
}

fn is_enumeration(side: &Side<'_>, name: &str) -> bool {
    QualifiedName::parse(name).is_some_and(|name| side.book.model().enums.contains_key(&name))
}

/// The declared type of a member.
fn type_of(side: &Side<'_>, owner: &str, member: &str) -> Option<QualifiedName> {
    match &side.book.model().property(&QualifiedName::parse(owner)?, member)?.ty.name {
        TypeName::Named(name) => Some(name.clone()),
        TypeName::Primitive(_) => None,
    }
}
