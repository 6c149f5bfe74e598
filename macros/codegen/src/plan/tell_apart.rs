//! Renames for names that collide.

use std::collections::{BTreeMap, BTreeSet};

use odatype_schema::{
    Rulebook,
    model::{Model, QualifiedName, StructuredKind},
    rust_names,
};
use odatype_table::name::without_overload;

use super::{Colliding, Collision, PlanErrors, Renames, collision::covers, plan};
use crate::steps::step;

/// How often names are made anew until none collides: a name that is given may be one that another thing has.
const ROUNDS: usize = 100;

/// The renames that `book` needs besides those that it and `given` have, by key; none of the keys in `kept`.
///
/// Of two things with one name one keeps it: what is among `kept` or was given its name, or else of types an entity
/// type, then a complex type, then the others; or else what was named first (a property that is declared before
/// another, a type whose name sorts before another's). The other's name gets a number, the least that is free.
///
/// # Errors
/// What is wrong with names besides, and what collides and may not be renamed.
pub fn tell_apart(
    book: &Rulebook<'_>,
    given: &Renames,
    kept: &BTreeSet<String>,
) -> Result<BTreeMap<String, String>, Box<PlanErrors>> {
    let named = rust_names(book.model(), &mut Vec::new()).into_iter().map(|given| given.key);
    let named = named.chain(given.keys().map(str::to_owned)).collect();
    let mut choice = Choice {
        model: book.model(),
        named,
        kept,
        made: BTreeMap::new(),
        bases: BTreeMap::new(),
        counts: BTreeMap::new(),
    };
    for round in 0.. {
        let Err(errors) = plan(book, &given.and(&choice.made)) else { break };
        if !errors.is_only_collisions || round == ROUNDS || !choice.make(&errors.collisions) {
            return Err(errors);
        }
    }
    Ok(choice.made)
}

/// Names while they are made.
struct Choice<'m> {
    model: &'m Model,
    /// What was given the name that it has.
    named: BTreeSet<String>,
    /// What else keeps it.
    kept: &'m BTreeSet<String>,
    made: BTreeMap<String, String>,
    /// The names without numbers.
    bases: BTreeMap<String, String>,
    /// The last number of each name, by what it is in.
    counts: BTreeMap<(String, String), usize>,
}

impl Choice<'_> {
    /// Gives a name to one of each of `collisions`; `false` if there is one of which neither may have another.
    fn make(&mut self, collisions: &[Collision]) -> bool {
        let mut changed = BTreeSet::new();
        for collision in collisions {
            step();
            let Some(loser) = self.loser(collision) else { return false };
            if !changed.insert(loser.key.clone()) {
                continue;
            }
            let is_first = !self.bases.contains_key(&loser.key);
            let base = self.bases.entry(loser.key.clone()).or_insert_with(|| loser.ident.clone()).clone();
            let owner = loser.key.rsplit_once('.').map_or("", |(owner, _)| owner);
            let count = self.counts.entry((owner.to_owned(), base.clone())).or_insert(1);
            // What has no name at all takes the first that is free.
            let name = if is_first && collision.first.is_none() {
                base
            } else {
                *count += 1;
                let count = *count;
                numbered(&base, count, self.is_camel(&loser.key, &base))
            };
            self.made.insert(loser.key.clone(), name);
        }
        true
    }

    /// Which of the two gets another name.
    fn loser<'c>(&self, collision: &'c Collision) -> Option<&'c Colliding> {
        let may =
            |one: &&Colliding| one.can_be_renamed && !self.named.contains(&one.key) && !self.kept.contains(&one.key);
        let second = Some(&collision.second).filter(may);
        let Some(first) = &collision.first else { return second };
        // What all overloads are called changes each of those that have no name of their own.
        let is_apart = |one: &&Colliding, other: &Colliding| {
            !covers(&one.key, &other.key) || self.named.contains(&other.key) || self.made.contains_key(&other.key)
        };
        let second = second.filter(|second| is_apart(second, first));
        let Some(first) = Some(first).filter(may).filter(|first| is_apart(first, &collision.second)) else {
            return second;
        };
        let Some(second) = second else { return Some(first) };
        let rank = |one: &Colliding| (self.made.contains_key(&one.key), self.rank(&one.key));
        Some(if rank(first) > rank(second) { first } else { second })
    }

    /// Whether `base`, the name of `key`, is in upper camel case, where an underscore is for digits only: letters alone
    /// do not tell (`AB`).
    fn is_camel(&self, key: &str, base: &str) -> bool {
        let is_mixed = base.contains(char::is_lowercase) && base.contains(char::is_uppercase);
        let named = |text: &str| QualifiedName::parse(without_overload(text));
        let of_variant = |(owner, _): (&str, &str)| {
            let owner = named(owner).and_then(|owner| self.model.enums.get(&owner));
            owner.is_some_and(|ty| !ty.is_flags)
        };
        let is_type = |name: QualifiedName| {
            let Model { actions, functions, .. } = self.model;
            self.model.is_type(&name) || actions.contains_key(&name) || functions.contains_key(&name)
        };
        let is_parameter = key.rsplit_once(").").is_some();
        is_mixed || key.rsplit_once('.').is_some_and(of_variant) || !is_parameter && named(key).is_some_and(is_type)
    }

    /// Types by their kinds: what a service serves is named by its users most.
    fn rank(&self, key: &str) -> usize {
        let Some(name) = QualifiedName::parse(key) else { return 0 };
        match self.model.structured.get(&name).map(|ty| ty.kind) {
            Some(StructuredKind::Entity) => 0,
            Some(StructuredKind::Complex) => 1,
            None => {
                if self.model.is_type(&name) {
                    2
                } else {
                    0
                }
            }
        }
    }
}

/// `base` with a number that can be told from it.
fn numbered(base: &str, number: usize, is_camel: bool) -> String {
    let is_digit = base.ends_with(|last: char| last.is_ascii_digit());
    if base.ends_with('_') || is_camel && !is_digit { format!("{base}{number}") } else { format!("{base}_{number}") }
}
