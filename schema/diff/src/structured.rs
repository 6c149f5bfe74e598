//! Structured types that both schemas have.

use std::collections::{BTreeMap, BTreeSet};

use odatype_schema::{Element, Origin};
use odatype_table::{Access, Listed, Structured, ordered};
use serde_json::Value;

use crate::{
    change::Change,
    constraint::{self, Strictness},
    fit::{Fit, fit},
    named,
    rename::{Renamed, tells},
    severity::Case,
    side::{Found, Pair, Part, Side},
};

/// What changed in the structured type `name`.
pub(crate) fn compare(
    pair: &Pair<'_, '_>,
    name: &str,
    old: Found<'_, '_>,
    new: Found<'_, '_>,
    changes: &mut Vec<Change>,
) {
    let (Some(before), Some(after)) = (old.row.structured(), new.row.structured()) else { return };
    base(pair, name, (before, old.index), (after, new.index), changes);
    if before.is_abstract != after.is_abstract {
        let case = if after.is_abstract { Case::TypeToAbstract } else { Case::TypeToConcrete };
        changes.push(Change::new(case, name, before.is_abstract, after.is_abstract));
    } else if !after.is_abstract {
        family(pair, name, changes);
    }
    if before.is_open != after.is_open && !is_open_by_base(pair, before, after) {
        let case = if after.is_open { Case::TypeToOpen } else { Case::TypeToClosed };
        changes.push(Change::new(case, name, before.is_open, after.is_open));
    }
    dynamic(pair, name, before.dynamic.as_deref(), after.dynamic.as_deref(), changes);
    if let (Origin::Structured(old), Origin::Structured(new)) = (old.origin, new.origin)
        && old.key != new.key
    {
        let text =
            |key: &[(String, Option<String>)]| key.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>().join(", ");
        changes.push(Change::new(Case::TypeKey, name, text(&old.key), text(&new.key)));
    }
    properties(pair, name, old, new, changes);
}

/// What the type derives from.
fn base(
    pair: &Pair<'_, '_>,
    name: &str,
    (before, old): (&Structured<String>, u16),
    (after, new): (&Structured<String>, u16),
    changes: &mut Vec<Change>,
) {
    let of = |side: &Side<'_, '_>, ty: &Structured<String>| ty.base.map(|base| side.name(base).to_owned());
    let (from, to) = (of(&pair.old, before), of(&pair.new, after));
    if from != to {
        let (had, has) = (pair.old.ancestors(old), pair.new.ancestors(new));
        let keeps = had.iter().all(|ancestor| has.contains(ancestor));
        changes.push(Change::new(if keeps { Case::TypeBaseGained } else { Case::TypeBaseLost }, name, from, to));
    }
}

/// Whether a concrete type has a tagged enum in Rust, which it has if something derives from it.
fn family(pair: &Pair<'_, '_>, name: &str, changes: &mut Vec<Change>) {
    match (pair.old.has_descendants(name), pair.new.has_descendants(name)) {
        (false, true) => {
            let see = pair.new.descendants(name).first().copied();
            changes.push(Change::new(Case::TypeEnumAdded, name, false, true).see(see));
        }
        (true, false) => {
            let see = pair.old.descendants(name).first().copied();
            changes.push(Change::new(Case::TypeEnumRemoved, name, true, false).see(see));
        }
        (false, false) | (true, true) => {}
    }
}

/// Whether the base became open or closed with the type: then that is told of the base alone.
fn is_open_by_base(pair: &Pair<'_, '_>, before: &Structured<String>, after: &Structured<String>) -> bool {
    let base = |side: &Side<'_, '_>, ty: &Structured<String>| {
        let (row, _) = side.book.row(ty.base?)?;
        Some((row.name.clone(), row.structured()?.is_open))
    };
    base(&pair.old, before)
        .zip(base(&pair.new, after))
        .is_some_and(|(old, new)| old.0 == new.0 && old.1 == before.is_open && new.1 == after.is_open)
}

/// What dynamic properties may be.
fn dynamic(
    pair: &Pair<'_, '_>,
    name: &str,
    before: Option<&[Listed<String>]>,
    after: Option<&[Listed<String>]>,
    changes: &mut Vec<Change>,
) {
    let set =
        |side: &Side<'_, '_>, types: Option<&[Listed<String>]>| types.map(|types| constraint::types_of(side, types));
    let (old, new) = (set(&pair.old, before), set(&pair.new, after));
    if old == new {
        return;
    }
    let case = match constraint::listed(old.as_ref(), new.as_ref()) {
        Some(std::cmp::Ordering::Greater) => Case::DynamicTighter,
        Some(std::cmp::Ordering::Less) => Case::DynamicLooser,
        Some(std::cmp::Ordering::Equal) | None => Case::DynamicOther,
    };
    let text = |set: Option<BTreeSet<String>>| set.map(|set| set.into_iter().collect::<Vec<_>>().join(", "));
    changes.push(Change::new(case, name, text(old), text(new)));
}

fn properties(pair: &Pair<'_, '_>, name: &str, old: Found<'_, '_>, new: Found<'_, '_>, changes: &mut Vec<Change>) {
    let (before, after): (Vec<Part<'_, '_>>, Vec<Part<'_, '_>>) = (old.parts().collect(), new.parts().collect());
    let (had, has) = (by_name(&before), by_name(&after));
    let gone = before.iter().filter(|part| !has.contains_key(part.member.name.as_str()));
    let gone: Vec<(&str, (String, bool))> = gone.map(shape).collect();
    let come = after.iter().filter(|part| !had.contains_key(part.member.name.as_str()));
    let come: Vec<(&str, (String, bool))> = come.map(shape).collect();
    let renamed = Renamed::default()
        .by_name(&gone, &come)
        .by_shape(&gone, &come, |(ty, is_navigation)| !is_navigation && tells(ty))
        .by_place((&gone, &names(&before)), (&come, &names(&after)));
    let target = |property: &str| format!("{name}/{property}");
    for (property, (ty, _)) in &gone {
        let (case, see) = removed(pair, name, old, new, property, ty);
        let to = renamed.to(property).map(&target);
        changes.push(Change::new(case, target(property), ty.as_str(), Value::Null).see(see.or(to)));
    }
    for (property, (ty, _)) in &come {
        let (case, see) = added(pair, name, old, property, ty);
        let from = renamed.from(property).map(&target);
        changes.push(Change::new(case, target(property), Value::Null, ty.as_str()).see(see.or(from)));
    }
    for part in &before {
        if let Some(now) = has.get(part.member.name.as_str()) {
            property(pair, &target(&part.member.name), *part, *now, changes);
        }
    }
}

/// The name of a property, its type, and whether it is a navigation property.
fn shape<'p>(part: &'p Part<'_, '_>) -> (&'p str, (String, bool)) {
    (&part.member.name, (part.element.ty().to_string(), part.member.is_navigation))
}

/// The names of parts, in their order.
pub(crate) fn names<'p>(parts: &'p [Part<'_, '_>]) -> Vec<&'p str> {
    parts.iter().map(|part| part.member.name.as_str()).collect()
}

/// Places by name.
pub(crate) fn by_name<'p, 'b, 'm>(parts: &'p [Part<'b, 'm>]) -> BTreeMap<&'p str, Part<'b, 'm>> {
    ordered(parts.iter().map(|part| (part.member.name.as_str(), *part)))
}

/// A property that a type does not declare any more, and where it is now.
fn removed(
    pair: &Pair<'_, '_>,
    name: &str,
    old: Found<'_, '_>,
    new: Found<'_, '_>,
    property: &str,
    ty: &str,
) -> (Case, Option<String>) {
    let has = |of: &&&str| pair.new.property(of, property).as_deref() == Some(ty);
    let at = |of: &&str| format!("{of}/{property}");
    if let Some(base) = pair.new.ancestors(new.index).iter().find(has) {
        return (Case::PropertyMovedUp, Some(at(base)));
    }
    // Down, into a type that did not declare it.
    let descendants = pair.new.descendants(name);
    let down = descendants.iter().filter(has).find(|of| pair.old.property(of, property).is_none());
    let is_open =
        new.row.structured().is_some_and(|ty| ty.is_open) && old.row.structured().is_some_and(|ty| ty.is_open);
    (if is_open { Case::PropertyRemovedOpen } else { Case::PropertyRemoved }, down.map(at))
}

/// A property that a type did not declare before, and where it was.
fn added(pair: &Pair<'_, '_>, name: &str, old: Found<'_, '_>, property: &str, ty: &str) -> (Case, Option<String>) {
    let had = |of: &&&str| pair.old.property(of, property).as_deref() == Some(ty);
    let at = |of: &&str| format!("{of}/{property}");
    if let Some(base) = pair.old.ancestors(old.index).iter().find(had) {
        return (Case::PropertyInherited, Some(at(base)));
    }
    let descendants = pair.new.descendants(name);
    let down = descendants.iter().filter(had).find(|of| pair.new.property(of, property).is_none());
    let was_open = old.row.structured().is_some_and(|ty| ty.is_open);
    (if was_open { Case::PropertyAddedOpen } else { Case::PropertyAdded }, down.map(at))
}

/// A property that both declare.
fn property(pair: &Pair<'_, '_>, target: &str, old: Part<'_, '_>, new: Part<'_, '_>, changes: &mut Vec<Change>) {
    let (before, after) = (&old.member.place, &new.member.place);
    let case = match fit(pair, before.ty, after.ty) {
        Fit::Same => Case::PropertyTypeSame,
        Fit::Wider => Case::PropertyTypeWider,
        Fit::Member => Case::PropertyTypeMember,
        Fit::Narrower => Case::PropertyTypeNarrower,
        Fit::Raw => Case::PropertyTypeRaw,
        Fit::RawWider => Case::PropertyTypeRawWider,
        Fit::Object => Case::PropertyTypeObject,
        Fit::Union => Case::PropertyUnion,
        Fit::Other => Case::PropertyTypeOther,
    };
    changes.extend(type_change(pair, case, target, old, new));
    if before.is_nullable != after.is_nullable {
        let case = if after.is_nullable { Case::PropertyToNullable } else { Case::PropertyToRequired };
        changes.push(Change::new(case, target, before.is_nullable, after.is_nullable));
    }
    if old.member.is_navigation != new.member.is_navigation {
        let case = if new.member.is_navigation { Case::PropertyToNavigation } else { Case::PropertyToStructural };
        let kind = |is_navigation| if is_navigation { "navigation property" } else { "property" };
        changes.push(Change::new(case, target, kind(old.member.is_navigation), kind(new.member.is_navigation)));
    }
    changes.extend(named::part(pair, target, old, new));
    changes.extend(access_change(target, old.member.access, new.member.access));
    changes.extend(default_change(target, old, new));
    if let Some(rules) = constraint::compare(pair, before, after) {
        let case = match rules.strictness {
            Strictness::Tighter => Case::PropertyTighter,
            Strictness::Looser => Case::PropertyLooser,
            Strictness::Other => Case::PropertyOtherRules,
        };
        changes.push(Change::new(case, target, rules.old, rules.new));
    }
}

/// The change of who writes a property.
fn access_change(target: &str, old: Access, new: Access) -> Option<Change> {
    if old == new {
        return None;
    }
    let case = match (old.is_read_only(), new.is_read_only()) {
        (true, true) => Case::PropertyAccessSame,
        (false, true) => Case::PropertyToRead,
        (true, false) => Case::PropertyToWrite,
        (false, false) if new == Access::Immutable => Case::PropertyToImmutable,
        (false, false) => Case::PropertyToMutable,
    };
    let text = |access| match access {
        Access::Free => "written at any time",
        Access::Immutable => "immutable",
        Access::Computed => "computed",
        Access::ReadOnly => "read-only",
    };
    Some(Change::new(case, target, text(old), text(new)))
}

/// The change of the value that a property has where nobody gives it one. Parameters have none.
fn default_change(target: &str, old: Part<'_, '_>, new: Part<'_, '_>) -> Option<Change> {
    let default = |part: Part<'_, '_>| match part.element {
        Element::Property(property) => property.default.clone(),
        Element::Parameter(_) => None,
    };
    let (from, to) = (default(old), default(new));
    let case = match (&from, &to) {
        (None, Some(_)) => Case::PropertyDefaultAdded,
        (Some(_), None) => Case::PropertyDefaultRemoved,
        (Some(old), Some(new)) if old != new => Case::PropertyDefaultOther,
        _ => return None,
    };
    Some(Change::new(case, target, from.unwrap_or_default(), to.unwrap_or_default()))
}

/// The change of a place's type, if there is one to tell: that of a type definition is told of the definition.
pub(crate) fn type_change(
    pair: &Pair<'_, '_>,
    case: Case,
    target: &str,
    old: Part<'_, '_>,
    new: Part<'_, '_>,
) -> Option<Change> {
    let (declared, is) = (old.element.ty(), new.element.ty());
    let (behind, is_behind) = (pair.old.ty(old.member.place.ty), pair.new.ty(new.member.place.ty));
    if (declared.collection, &declared.name) != (is.collection, &is.name) {
        return Some(Change::new(case, target, declared.to_string(), is.to_string()));
    }
    let is_definition = |side: &Side<'_, '_>| matches!(&declared.name, odatype_schema::model::TypeName::Named(name) if side.book.model().definitions.contains_key(name));
    if behind == is_behind || (is_definition(&pair.old) && is_definition(&pair.new)) {
        return None;
    }
    Some(Change::new(case, target, behind, is_behind))
}
