//! What a model says twice or not at all is settled before it is checked.

use std::collections::{BTreeMap, BTreeSet};

use super::inherited::{is_same, redeclared};
use crate::{
    fault::Fault,
    model::{Annotations, Facets, Model, Property, PropertyKind, QualifiedName, TypeName},
    vocabulary::validation,
};

/// Marks what is outside, and drops what a type declares although it inherits it.
pub(crate) fn settle(model: &mut Model, faults: &mut Vec<Fault>) {
    if model.provenance.is_some() {
        mark_outside(model);
    }
    drop_redeclared(model, faults);
}

/// Marks the navigation properties of a slice that lead out of it.
pub(crate) fn mark_outside(slice: &mut Model) {
    let known: BTreeSet<QualifiedName> = slice.structured.keys().cloned().collect();
    for property in slice.structured.values_mut().flat_map(|ty| &mut ty.properties) {
        if let (PropertyKind::Navigation(navigation), TypeName::Named(name)) = (&mut property.kind, &property.ty.name) {
            navigation.is_outside = !known.contains(name);
        }
    }
}

/// Marks the navigation properties that lead to what was left out.
#[cfg(feature = "write")]
fn mark_beyond(model: &mut Model) {
    let Model { structured, outside, .. } = model;
    for property in structured.values_mut().flat_map(|ty| &mut ty.properties) {
        if let (PropertyKind::Navigation(navigation), TypeName::Named(name)) = (&mut property.kind, &property.ty.name) {
            navigation.is_outside |= outside.contains(name);
        }
    }
}

/// Leaves out what is broken, with all that derives from it; the names of types stay known.
#[cfg(feature = "write")]
pub(crate) fn leave_out(model: &mut Model, mut broken: Vec<QualifiedName>) {
    let mut gone: BTreeSet<QualifiedName> = BTreeSet::new();
    let children = model.children();
    while let Some(name) = broken.pop() {
        if gone.insert(name.clone()) {
            broken.extend(children.get(&name).into_iter().flatten().map(|name| (*name).clone()));
        }
    }
    model.structured.retain(|name, _| !gone.contains(name));
    model.definitions.retain(|name, _| !gone.contains(name));
    model.actions.retain(|name, _| !gone.contains(name));
    model.outside.append(&mut gone);
    mark_beyond(model);
}

/// Drops each property that its type inherits with the same type. What it says goes to the inherited one if that says
/// nothing; its rules do not, since they would hold for other types too.
fn drop_redeclared(model: &mut Model, faults: &mut Vec<Fault>) {
    let redeclared: Vec<_> = redeclared(model)
        .into_iter()
        .filter(|found| found.property().zip(found.other()).is_some_and(|(one, other)| is_same(one, other)))
        .map(|found| (found.ty.name.clone(), found.place, found.owner.name.clone(), found.kept))
        .collect();
    let mut dropped: BTreeMap<QualifiedName, BTreeSet<usize>> = BTreeMap::new();
    for (derived, place, owner, kept) in redeclared {
        let taken = model.structured.get_mut(&derived).and_then(|ty| ty.properties.get_mut(place));
        let Some(mut annotations) = taken.map(|property| std::mem::take(&mut property.annotations)) else { continue };
        let taken = model.structured.get(&derived).and_then(|ty| ty.properties.get(place));
        let kept_one = model.structured.get(&owner).and_then(|ty| ty.properties.get(kept));
        let (Some(taken), Some(kept_one)) = (taken, kept_one) else { continue };
        lost(&derived, taken, &mut annotations, kept_one, faults);
        if kept_one.annotations.0.is_empty()
            && let Some(property) = model.structured.get_mut(&owner).and_then(|ty| ty.properties.get_mut(kept))
        {
            property.annotations = annotations;
        }
        dropped.entry(derived).or_default().insert(place);
    }
    for (name, places) in dropped {
        let Some(ty) = model.structured.get_mut(&name) else { continue };
        let mut place = 0..;
        ty.properties.retain(|_| place.next().is_none_or(|place| !places.contains(&place)));
    }
}

/// Takes the rules out of a property that is dropped, and tells of those that the one that stays does not have.
fn lost(
    derived: &QualifiedName,
    taken: &Property,
    annotations: &mut Annotations,
    kept: &Property,
    faults: &mut Vec<Fault>,
) {
    let name = format!("{derived}/{}", taken.name);
    let help = format!("the property is declared at {}, where its rules have to stand", kept.location);
    let (rules, rest) = std::mem::take(&mut annotations.0)
        .into_iter()
        .partition(|annotation| validation::RULES.contains(&annotation.term.as_str()));
    let rules: Vec<crate::model::Annotation> = rules;
    *annotations = Annotations(rest);
    for rule in rules.iter().filter(|rule| !kept.annotations.0.contains(rule)) {
        let message = format!("`{}` of an inherited property is not applied", rule.term);
        faults.push(rule.fault(message).of(&name).help(&help));
    }
    if taken.ty.facets != kept.ty.facets && taken.ty.facets != Facets::default() {
        let message = "facets of an inherited property are not applied";
        faults.push(Fault::new(&taken.location, message).warning().of(&name).help(&help));
    }
}
