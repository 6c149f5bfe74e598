//! Rules on values: which are stricter.

use std::{cmp::Ordering, collections::BTreeSet};

use odatype_table::{
    Bound, Constraints, Listed, Place, Primitive, Shape, literal,
    words::{self, Word},
};

use crate::side::{Pair, Side};

/// How new rules are to old ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// They exclude more, and nothing that they excluded is allowed.
    Tighter,
    /// They allow more.
    Looser,
    /// Neither.
    Other,
}

/// A change of rules: how strict the new ones are, and those that differ, in words.
pub(crate) struct Rules {
    pub(crate) strictness: Strictness,
    pub(crate) old: String,
    pub(crate) new: String,
}

/// What changed in the rules of a place.
pub(crate) fn compare(pair: &Pair<'_, '_>, old: &Place<String>, new: &Place<String>) -> Option<Rules> {
    let primitive = match (old.ty.shape, new.ty.shape) {
        (Shape::Primitive(old), Shape::Primitive(new)) if old == new => Some(old),
        _ => None,
    };
    let (before, after) = (words(&pair.old, old), words(&pair.new, new));
    if before == after {
        return None;
    }
    let strictness = strictness(pair, primitive, &old.constraints, &new.constraints);
    let only = |words: &[String], other: &[String]| {
        words.iter().filter(|word| !other.contains(word)).cloned().collect::<Vec<_>>().join(", ")
    };
    Some(Rules { strictness, old: only(&before, &after), new: only(&after, &before) })
}

/// Each rule with its value.
fn words(side: &Side<'_, '_>, place: &Place<String>) -> Vec<String> {
    words::words(place.ty, &place.constraints, &|ty| side.ty(ty)).iter().map(Word::named).collect()
}

/// Types that are listed, each in words with the rules that hold of it.
pub(crate) fn types_of(side: &Side<'_, '_>, types: &[Listed<String>]) -> BTreeSet<String> {
    words::listed(types, &|ty| side.ty(ty)).into_iter().collect()
}

fn names<'b>(side: &Side<'b, '_>, rows: &[u16]) -> Vec<&'b str> {
    let mut names: Vec<&str> = rows.iter().map(|row| side.name(*row)).collect();
    names.sort_unstable();
    names
}

fn strictness(
    pair: &Pair<'_, '_>,
    primitive: Option<Primitive>,
    old: &Constraints<String>,
    new: &Constraints<String>,
) -> Strictness {
    let texts = |side: &Side<'_, '_>, rules: &Constraints<String>| -> [Option<BTreeSet<String>>; 3] {
        [
            rules.allowed.as_ref().map(|all| all.iter().cloned().collect()),
            rules.derived.as_ref().map(|rows| names(side, rows).into_iter().map(str::to_owned).collect()),
            rules.types.as_ref().map(|types| types_of(side, types)),
        ]
    };
    let set = |all: &[String]| -> BTreeSet<String> { all.iter().cloned().collect() };
    let patterns = |rules: &Constraints<String>| rules.patterns.iter().map(|pattern| pattern.text.clone()).collect();
    // Greater is stricter; nothing where the two cannot be compared.
    let mut orders = vec![
        Some(least(old.min_items, new.min_items)),
        Some(most(old.max_items, new.max_items)),
        Some(most(old.max_length, new.max_length)),
        Some(most(old.digits.whole, new.digits.whole)),
        Some(most(old.digits.fraction, new.digits.fraction)),
        Some(most(old.digits.total, new.digits.total)),
        Some(most(old.digits.significant, new.digits.significant)),
        Some(new.is_ascii.cmp(&old.is_ascii)),
        inclusion(&patterns(old), &patterns(new)),
        inclusion(&set(&old.multiples), &set(&new.multiples)),
        bound(primitive, old.minimum.as_ref(), new.minimum.as_ref(), false),
        bound(primitive, old.maximum.as_ref(), new.maximum.as_ref(), true),
    ];
    for (old, new) in texts(&pair.old, old).iter().zip(&texts(&pair.new, new)) {
        orders.push(listed(old.as_ref(), new.as_ref()));
    }
    match (orders.contains(&None), orders.contains(&Some(Ordering::Greater)), orders.contains(&Some(Ordering::Less))) {
        (false, true, false) => Strictness::Tighter,
        (false, false, true) => Strictness::Looser,
        _ => Strictness::Other,
    }
}

/// How strict a new greatest number is.
fn most(old: Option<u64>, new: Option<u64>) -> Ordering {
    old.unwrap_or(u64::MAX).cmp(&new.unwrap_or(u64::MAX))
}

/// How strict a new least number is.
fn least(old: Option<u64>, new: Option<u64>) -> Ordering {
    new.unwrap_or(0).cmp(&old.unwrap_or(0))
}

/// How strict new rules are of which all must hold.
fn inclusion(old: &BTreeSet<String>, new: &BTreeSet<String>) -> Option<Ordering> {
    match (old.is_subset(new), new.is_subset(old)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => None,
    }
}

/// How strict a new list of all that is allowed is.
pub(crate) fn listed(old: Option<&BTreeSet<String>>, new: Option<&BTreeSet<String>>) -> Option<Ordering> {
    match (old, new) {
        (None, None) => Some(Ordering::Equal),
        (None, Some(_)) => Some(Ordering::Greater),
        (Some(_), None) => Some(Ordering::Less),
        (Some(old), Some(new)) => inclusion(new, old),
    }
}

/// How strict a new end of a range is.
fn bound(
    primitive: Option<Primitive>,
    old: Option<&Bound<String>>,
    new: Option<&Bound<String>>,
    is_maximum: bool,
) -> Option<Ordering> {
    match (old, new) {
        (None, None) => Some(Ordering::Equal),
        (None, Some(_)) => Some(Ordering::Greater),
        (Some(_), None) => Some(Ordering::Less),
        (Some(old), Some(new)) if old == new => Some(Ordering::Equal),
        (Some(old), Some(new)) => {
            let order = literal::compare(primitive?, &new.value, &old.value)?;
            let order = if is_maximum { order.reverse() } else { order };
            Some(order.then(new.is_exclusive.cmp(&old.is_exclusive)))
        }
    }
}
