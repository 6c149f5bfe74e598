//! What a model says twice or not at all is settled before it is checked.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    inherited::{Redeclared, redeclared},
    restate::restate,
};
use crate::{
    fault::Fault,
    model::{Annotation, Annotations, Facets, Model, Primitive, Property, PropertyKind, QualifiedName, TypeName},
    vocabulary::validation,
};

/// Marks what is outside, declares again what is narrowed where it is inherited, and drops what a type declares
/// although it inherits it, and says nothing new of.
pub(crate) fn settle(model: &mut Model, faults: &mut Vec<Fault>) {
    if model.provenance.is_some() {
        mark_outside(model);
    }
    restate(model, faults);
    drop_redeclared(model, faults);
}

/// Marks the navigation properties of a slice that lead out of it. What is contained was followed: if it is neither
/// there nor what was left out, nobody declares it.
pub(crate) fn mark_outside(slice: &mut Model) {
    let known: BTreeSet<QualifiedName> = slice.structured.keys().cloned().collect();
    let Model { structured, outside, .. } = slice;
    for property in structured.values_mut().flat_map(|ty| &mut ty.properties) {
        if let (PropertyKind::Navigation(navigation), TypeName::Named(name)) = (&mut property.kind, &property.ty.name) {
            let may_be_cut = !navigation.contains_target || outside.contains(name);
            navigation.is_outside = may_be_cut && !known.contains(name);
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
    model.functions.retain(|name, _| !gone.contains(name));
    model.outside.append(&mut gone);
    mark_beyond(model);
}

/// Drops each property that its type inherits with the same type, unless it says more of it than the inherited one
/// does. What else a dropped one says goes to the inherited one if that says nothing.
fn drop_redeclared(model: &mut Model, faults: &mut Vec<Fault>) {
    let is_alike = |again: &Redeclared<'_>| {
        again.property().zip(again.above().next()).is_some_and(|(one, (_, other))| one.is_of(other))
    };
    let redeclared: Vec<_> = redeclared(model)
        .into_iter()
        .filter(is_alike)
        .filter_map(|again| Some((again.ty.name.clone(), again.place, again.kept()?)))
        .map(|(derived, place, (owner, kept))| (derived, place, owner.name.clone(), kept))
        .collect();
    let mut dropped: BTreeMap<QualifiedName, BTreeSet<usize>> = BTreeMap::new();
    for (derived, place, owner, kept) in redeclared {
        let taken = model.structured.get(&derived).and_then(|ty| ty.properties.get(place));
        let kept_one = model.structured.get(&owner).and_then(|ty| ty.properties.get(kept));
        let (Some(taken), Some(kept_one)) = (taken, kept_one) else { continue };
        if is_narrower(taken, kept_one) {
            if !is_union(taken) {
                continue;
            }
            lost(&derived, taken, kept_one, faults);
        }
        dropped.entry(derived.clone()).or_default().insert(place);
        if !kept_one.annotations.0.is_empty() {
            continue;
        }
        let rest = taken.annotations.0.iter().filter(|annotation| !is_rule(annotation)).cloned().collect();
        let kept_one = model.structured.get_mut(&owner).and_then(|ty| ty.properties.get_mut(kept));
        if let Some(kept_one) = kept_one {
            kept_one.annotations = Annotations(rest);
        }
    }
    for (name, places) in dropped {
        let Some(ty) = model.structured.get_mut(&name) else { continue };
        let mut place = 0..;
        ty.properties.retain(|_| place.next().is_none_or(|place| !places.contains(&place)));
    }
}

/// Whether `again` says more than the inherited property `kept`, the type aside.
fn is_narrower(again: &Property, kept: &Property) -> bool {
    let says_facets = again.ty.facets != kept.ty.facets && again.ty.facets != Facets::default();
    says_facets || (kept.nullable && !again.nullable) || new_rules(again, kept).next().is_some()
}

/// The rules of `again` that the inherited property `kept` does not have.
fn new_rules<'m>(again: &'m Property, kept: &'m Property) -> impl Iterator<Item = &'m Annotation> {
    again.annotations.0.iter().filter(|rule| is_rule(rule) && !kept.annotations.0.contains(rule))
}

fn is_rule(annotation: &Annotation) -> bool {
    validation::RULES.contains(&annotation.term.as_str())
}

/// Whether a property may be a union in the rulebook, which is one type for the property wherever it is inherited.
fn is_union(property: &Property) -> bool {
    !property.ty.collection && property.ty.name == TypeName::Primitive(Primitive::Untyped)
}

/// Tells of the rules of a property that is dropped.
fn lost(derived: &QualifiedName, taken: &Property, kept: &Property, faults: &mut Vec<Fault>) {
    let name = format!("{derived}/{}", taken.name);
    let help = format!("the property is declared at {}, where its rules have to stand", kept.location);
    for rule in new_rules(taken, kept) {
        let message = format!("`{}` of an inherited property without a type is not applied", rule.term);
        faults.push(rule.fault(message).of(&name).help(&help));
    }
}
