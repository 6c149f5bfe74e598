//! Types that came, went or stayed.

use std::collections::BTreeMap;

use odatype_schema::{
    Origin,
    model::{QualifiedName, TypeName},
};
use odatype_table::{Body, ValueType, ordered};
use serde_json::Value;

use crate::{
    change::Change,
    enumeration,
    fit::{Fit, fit},
    named,
    rename::{Parts, Renamed},
    severity::Case,
    side::{Pair, Side},
    structured,
};

const DEFINITION: &str = "type definition";

/// What changed in types.
pub(crate) fn compare<'m>(pair: &Pair<'_, 'm>, changes: &mut Vec<Change>) {
    let (old, new) = (kinds(&pair.old), kinds(&pair.new));
    let gone: Vec<_> =
        old.iter().filter(|(name, _)| !new.contains_key(*name)).map(|(name, kind)| (name.as_str(), *kind)).collect();
    let come: Vec<_> =
        new.iter().filter(|(name, _)| !old.contains_key(*name)).map(|(name, kind)| (name.as_str(), *kind)).collect();
    let parts = |side: &Side<'_, '_>, types: &[(&'m str, &'static str)]| -> Vec<Parts<'m, &'static str>> {
        types.iter().map(|(name, kind)| (*name, (*kind, members(side, name)))).collect()
    };
    let (before, after) = (parts(&pair.old, &gone), parts(&pair.new, &come));
    // A type with members that another type has, all of them and in their order, is hardly another.
    let renamed = Renamed::default()
        .by_name(&before, &after)
        .by_shape(&before, &after, |(_, members)| !members.is_empty())
        .by_parts(&before, &after);
    for (name, kind) in &gone {
        let case = if is_outside(&pair.new, name) { Case::TypeToOutside } else { Case::TypeRemoved };
        changes.push(Change::new(case, *name, *kind, Value::Null).see(renamed.to(name)));
    }
    for (name, kind) in &come {
        let case = if is_outside(&pair.old, name) { Case::TypeFromOutside } else { Case::TypeAdded };
        changes.push(Change::new(case, *name, Value::Null, *kind).see(renamed.from(name)));
    }
    for (name, old_kind) in &old {
        let Some(new_kind) = new.get(name) else { continue };
        if old_kind == new_kind {
            same(pair, name.as_str(), changes);
            continue;
        }
        let is_structured = |kind: &str| matches!(kind, "entity type" | "complex type");
        let both = is_structured(old_kind) && is_structured(new_kind);
        let case = if both { Case::TypeEntityComplex } else { Case::TypeKindChanged };
        changes.push(Change::new(case, name.as_str(), *old_kind, *new_kind));
        if both {
            same(pair, name.as_str(), changes);
        }
    }
}

/// What each type is, by name.
fn kinds<'m>(side: &Side<'_, 'm>) -> BTreeMap<&'m QualifiedName, &'static str> {
    let rows = side.book.rows().filter_map(|(_, row, origin)| match origin {
        Origin::Structured(ty) => side.row(&row.name).map(|found| (&ty.name, found.kind())),
        Origin::Enumeration(ty) => side.row(&row.name).map(|found| (&ty.name, found.kind())),
        Origin::Operation(_) | Origin::Union(_) => None,
    });
    ordered(rows.chain(side.book.model().definitions.keys().map(|name| (name, DEFINITION))))
}

/// The names of a type's own members.
fn members(side: &Side<'_, '_>, name: &str) -> Vec<String> {
    let Some(found) = side.row(name) else { return Vec::new() };
    match &found.row.body {
        Body::Enumeration(ty) => ty.members.iter().map(|(member, _)| member.clone()).collect(),
        Body::Structured(_) | Body::Union(_) => found.parts().map(|part| part.member.name.clone()).collect(),
    }
}

fn is_outside(side: &Side<'_, '_>, name: &str) -> bool {
    side.book.table().outside.binary_search_by(|outside| outside.as_str().cmp(name)).is_ok()
}

/// A type that both schemas have.
fn same(pair: &Pair<'_, '_>, name: &str, changes: &mut Vec<Change>) {
    let (Some(old), Some(new)) = (pair.old.row(name), pair.new.row(name)) else {
        return definition(pair, name, changes);
    };
    let only = |one: &[String], other: &[String]| -> Vec<String> {
        one.iter().filter(|version| !other.contains(version)).cloned().collect()
    };
    let (gone, come) = (only(&old.row.versions, &new.row.versions), only(&new.row.versions, &old.row.versions));
    if !come.is_empty() {
        changes.push(Change::new(Case::VersionAdded, name, Value::Null, come.join(", ")));
    }
    if !gone.is_empty() {
        changes.push(Change::new(Case::VersionRemoved, name, gone.join(", "), Value::Null));
    }
    changes.extend(named::row(name, old, new));
    match (&old.row.body, &new.row.body) {
        (Body::Structured(_), Body::Structured(_)) => structured::compare(pair, name, old, new, changes),
        (Body::Enumeration(before), Body::Enumeration(after)) => {
            enumeration::compare(name, before, after, old, new, changes);
        }
        // Types of two kinds were told of before; unions are no types of the schema.
        (Body::Structured(_) | Body::Enumeration(_) | Body::Union(_), _) => {}
    }
}

/// A type definition that both schemas have.
fn definition<'m>(pair: &Pair<'_, 'm>, name: &str, changes: &mut Vec<Change>) {
    let Some(name) = QualifiedName::parse(name) else { return };
    let of = |side: &Side<'_, 'm>| {
        let definition = side.book.model().definitions.get(&name)?;
        let shape = side.book.shape(&TypeName::Named(name.clone()));
        Some((definition, definition.underlying.to_string(), ValueType { is_collection: false, shape }))
    };
    let (Some((was, old, before)), Some((is, new, after))) = (of(&pair.old), of(&pair.new)) else { return };
    changes.extend(named::compare(name.as_str(), &was.annotations, &is.annotations));
    if old == new {
        return;
    }
    let case = match fit(pair, before, after) {
        // Equal but for facets, which are rules on the places that have it.
        Fit::Same => return,
        Fit::Wider | Fit::Member => Case::DefinitionWider,
        Fit::Narrower => Case::DefinitionNarrower,
        Fit::Raw | Fit::RawWider | Fit::Object | Fit::Union | Fit::Other => Case::DefinitionOther,
    };
    changes.push(Change::new(case, name.as_str(), old, new));
}
