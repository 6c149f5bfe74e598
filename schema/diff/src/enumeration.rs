//! Enumeration types that both schemas have.

use std::collections::BTreeMap;

use odatype_schema::{Origin, model::EnumMember};
use odatype_table::{Enumeration, ordered};
use serde_json::Value;

use crate::{change::Change, named, rename::Renamed, severity::Case, side::Found};

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
        let text = |of: odatype_table::Primitive| of.qualified_name().to_owned();
        changes.push(Change::new(Case::EnumUnderlying, name, text(old.underlying), text(new.underlying)));
    }
    if let (Origin::Enumeration(old), Origin::Enumeration(new)) = (old.origin, new.origin) {
        let now: BTreeMap<&str, &EnumMember> = new.members.iter().map(|member| (&*member.name, member)).collect();
        changes.extend(old.members.iter().filter_map(|member| {
            let now = now.get(member.name.as_str())?;
            named::compare(&format!("{name}/{}", member.name), &member.annotations, &now.annotations)
        }));
    }
    members(name, before, after, changes);
}

fn members(name: &str, before: &Enumeration<String>, after: &Enumeration<String>, changes: &mut Vec<Change>) {
    let (gone, come) = (only(before, after), only(after, before));
    let renamed = renamed(&gone, &come);
    let target = |member: &str| format!("{name}/{member}");
    for (member, value) in &gone {
        let to = renamed.to(member).map(target);
        changes.push(Change::new(Case::MemberRemoved, target(member), *value, Value::Null).see(to));
    }
    for (member, value) in &come {
        let from = renamed.from(member).map(target);
        let case = if before.is_exhaustive { Case::MemberAddedExhaustive } else { Case::MemberAdded };
        changes.push(Change::new(case, target(member), Value::Null, *value).see(from));
    }
    let now = values(after);
    for (member, old) in &before.members {
        let Some(new) = now.get(member.as_str()).copied().filter(|new| new != old) else { continue };
        let case = if before.is_flags || after.is_flags { Case::MemberBits } else { Case::MemberValue };
        changes.push(Change::new(case, target(member), *old, new));
    }
}

fn values(of: &Enumeration<String>) -> BTreeMap<&str, i64> {
    ordered(of.members.iter().map(|(member, value)| (member.as_str(), *value)))
}

/// The members that `others` does not have, with their values.
fn only<'e>(these: &'e Enumeration<String>, others: &Enumeration<String>) -> Vec<(&'e str, i64)> {
    let others = values(others);
    let these = these.members.iter().filter(|(member, _)| !others.contains_key(member.as_str()));
    these.map(|(member, value)| (member.as_str(), *value)).collect()
}

/// Which members may be the same under another name: those of one value, and those of near names.
fn renamed<'e>(gone: &[(&'e str, i64)], come: &[(&'e str, i64)]) -> Renamed<'e> {
    let mut renamed = Renamed::default();
    let mut by_value: BTreeMap<i64, &str> = ordered(come.iter().rev().map(|(member, value)| (*value, *member)));
    for (member, value) in gone {
        if let Some(to) = by_value.remove(value) {
            renamed.pair(member, to);
        }
    }
    let names = |members: &[(&'e str, i64)]| -> Vec<(&'e str, ())> {
        members.iter().map(|(member, _)| (*member, ())).collect()
    };
    renamed.by_name(&names(gone), &names(come))
}
