//! Enumeration types that both schemas have.

use odatype_schema::Origin;
use odatype_table::Enumeration;
use serde_json::Value;

use crate::{change::Change, rename, severity::Case, side::Found};

/// What changed in the enumeration type `name`.
pub(crate) fn compare(
    name: &str,
    before: &Enumeration<String>,
    after: &Enumeration<String>,
    old: Found<'_, '_>,
    new: Found<'_, '_>,
    changes: &mut Vec<Change>,
) {
    if before.is_flags != after.is_flags {
        let case = if after.is_flags { Case::TypeToFlags } else { Case::TypeToPlain };
        changes.push(Change::new(case, name, before.is_flags, after.is_flags));
    }
    if let (Origin::Enumeration(old), Origin::Enumeration(new)) = (old.origin, new.origin)
        && old.underlying != new.underlying
    {
        let text = |of: odatype_table::Primitive| format!("Edm.{}", of.name());
        changes.push(Change::new(Case::EnumUnderlying, name, text(old.underlying), text(new.underlying)));
    }
    members(name, before, after, changes);
}

fn members(name: &str, before: &Enumeration<String>, after: &Enumeration<String>, changes: &mut Vec<Change>) {
    let (gone, come) = (only(before, after), only(after, before));
    let pairs = renamed(&gone, &come);
    let target = |member: &str| format!("{name}/{member}");
    for (member, value) in &gone {
        let to = pairs.iter().find(|(from, _)| from == member).map(|(_, to)| target(to));
        changes.push(Change::new(Case::MemberRemoved, target(member), *value, Value::Null).see(to));
    }
    for (member, value) in &come {
        let from = pairs.iter().find(|(_, to)| to == member).map(|(from, _)| target(from));
        changes.push(Change::new(Case::MemberAdded, target(member), Value::Null, *value).see(from));
    }
    for (member, old) in &before.members {
        let Some(new) = value_of(after, member).filter(|new| new != old) else { continue };
        let case = if before.is_flags || after.is_flags { Case::MemberBits } else { Case::MemberValue };
        changes.push(Change::new(case, target(member), *old, new));
    }
}

fn value_of(of: &Enumeration<String>, member: &str) -> Option<i64> {
    of.members.iter().find(|(known, _)| known == member).map(|(_, value)| *value)
}

/// The members that `others` does not have, with their values.
fn only<'e>(these: &'e Enumeration<String>, others: &Enumeration<String>) -> Vec<(&'e str, i64)> {
    let these = these.members.iter().filter(|(member, _)| value_of(others, member).is_none());
    these.map(|(member, value)| (member.as_str(), *value)).collect()
}

/// Which members may be the same under another name: those of one value, and those of near names.
fn renamed<'e>(gone: &[(&'e str, i64)], come: &[(&'e str, i64)]) -> Vec<(&'e str, &'e str)> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for (member, value) in gone {
        let same = come.iter().find(|(to, of)| of == value && pairs.iter().all(|(_, taken)| taken != to));
        pairs.extend(same.map(|(to, _)| (*member, *to)));
    }
    let left = gone.iter().filter(|(member, _)| pairs.iter().all(|(from, _)| from != member));
    let right = come.iter().filter(|(member, _)| pairs.iter().all(|(_, to)| to != member));
    let left: Vec<(&str, ())> = left.map(|(member, _)| (*member, ())).collect();
    let right: Vec<(&str, ())> = right.map(|(member, _)| (*member, ())).collect();
    pairs.extend(rename::pairs(&left, &right));
    pairs
}
