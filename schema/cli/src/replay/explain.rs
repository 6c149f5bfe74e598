//! Why verdicts changed: what `odatype diff` says of that which findings are about.

use std::collections::{BTreeMap, BTreeSet};

use odatype_diff::{Change, Changes, Severity, compare};
use odatype_schema::{
    Rulebook,
    model::{QualifiedName, TypeName},
};
use odatype_table::ordered;

use super::{
    difference::{Key, Only},
    side::{Side, Sides},
    tally::Total,
};

/// The changes behind a group.
#[derive(Default)]
pub(super) struct Reasons {
    /// Their kinds, each with its target. One of them is why, if there are some.
    pub(super) changes: BTreeSet<Reason>,
    /// Whether they can be why: they make less, or more, valid. Otherwise they are all that changed there.
    pub(super) is_why: bool,
}

/// A change: its target, and its kind.
pub(super) type Reason = (String, &'static str);

/// What changed about the target of each group.
pub(super) fn explain<'t>(total: &'t Total<'_>, sides: &Sides<'_>) -> BTreeMap<&'t Key, Reasons> {
    if total.groups.is_empty() {
        return BTreeMap::new();
    }
    let explained = Explained::new(sides);
    ordered(total.groups.keys().map(|key| (key, explained.reasons(key))))
}

/// What changed from one schema to the other.
struct Explained<'s, 'm> {
    sides: &'s Sides<'m>,
    by_target: BTreeMap<String, BTreeSet<Reason>>,
    /// Those that let something be found that was not before: by the one table of what changes do to what is sent.
    tighter: BTreeSet<Reason>,
    /// Those that let something be found no more: the way back makes it found.
    looser: BTreeSet<Reason>,
}

impl<'s, 'm> Explained<'s, 'm> {
    fn new(sides: &'s Sides<'m>) -> Self {
        let Sides { old, new } = sides;
        let changes = compare(&old.book, &new.book);
        let mut by_target: BTreeMap<String, BTreeSet<Reason>> = BTreeMap::new();
        for change in changes.as_slice() {
            let reason = (change.target.clone(), change.kind().as_str());
            // Of an enumeration type that gains or loses a member, properties of it are concerned.
            if let Some((owner, _)) = change.target.split_once('/')
                && is_enumeration(&old.book, owner) | is_enumeration(&new.book, owner)
            {
                by_target.entry(owner.to_owned()).or_default().insert(reason.clone());
            }
            by_target.entry(change.target.clone()).or_default().insert(reason);
        }
        let tighter = breaking(&changes, |change| change.kind().as_str());
        let looser = breaking(&compare(&new.book, &old.book), |change| change.kind().reversed().as_str());
        Self { sides, by_target, tighter, looser }
    }

    fn reasons(&self, key: &Key) -> Reasons {
        let there = self.there(&key.target);
        let can_be = match key.only {
            Only::Old => &self.looser,
            Only::New => &self.tighter,
        };
        // What the place itself says counts before what is said of the type that declares it.
        for changes in &there {
            let why: BTreeSet<Reason> = changes.intersection(can_be).cloned().collect();
            if !why.is_empty() {
                return Reasons { changes: why, is_why: true };
            }
        }
        let any = there.into_iter().find(|changes| !changes.is_empty());
        Reasons { changes: any.unwrap_or_default(), is_why: false }
    }

    /// What changed about a target: first there and in its type, then in the type that declares it.
    fn there(&self, target: &str) -> Vec<BTreeSet<Reason>> {
        let about = |target: &str| self.by_target.get(target).cloned().unwrap_or_default();
        let mut found = about(target);
        let Some((owner, member)) = target.split_once('/') else { return vec![found] };
        let sides = [&self.sides.old, &self.sides.new];
        for ty in sides.into_iter().filter_map(|side| type_of(side, owner, member)) {
            found.extend(about(ty.as_str()));
        }
        vec![found, about(owner)]
    }
}

/// The changes that break what is sent, each as `kind` names it.
fn breaking(changes: &Changes, kind: impl Fn(&Change) -> &'static str) -> BTreeSet<Reason> {
    let breaking = changes.as_slice().iter().filter(|change| change.verdict().send == Severity::Breaking);
    breaking.map(|change| (change.target.clone(), kind(change))).collect()
}

fn is_enumeration(book: &Rulebook<'_>, name: &str) -> bool {
    QualifiedName::parse(name).is_some_and(|name| book.model().enums.contains_key(&name))
}

/// The declared type of a member.
fn type_of(side: &Side<'_>, owner: &str, member: &str) -> Option<QualifiedName> {
    match &side.book.model().property(&QualifiedName::parse(owner)?, member)?.ty.name {
        TypeName::Named(name) => Some(name.clone()),
        TypeName::Primitive(_) => None,
    }
}
