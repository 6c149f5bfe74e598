//! What a model says twice or not at all is settled before it is checked.

use std::collections::BTreeSet;

use super::inherited::{Inherited, is_same};
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

/// Drops each property that its type inherits with the same type. What it says goes to the inherited one if that says
/// nothing; its rules do not, since they would hold for other types too.
fn drop_redeclared(model: &mut Model, faults: &mut Vec<Fault>) {
    for (derived, name, owner) in redeclared(model) {
        let taken = model.structured.get_mut(&derived).and_then(|ty| {
            let index = ty.properties.iter().position(|property| property.name == name)?;
            Some(ty.properties.remove(index))
        });
        let kept = model.structured.get_mut(&owner);
        let kept = kept.and_then(|ty| ty.properties.iter_mut().find(|property| property.name == name));
        let (Some(mut taken), Some(kept)) = (taken, kept) else { continue };
        lost(&derived, &mut taken, kept, faults);
        if kept.annotations.0.is_empty() {
            kept.annotations = taken.annotations;
        }
    }
}

/// Type, property and the ancestor whose property stays.
fn redeclared(model: &Model) -> Vec<(QualifiedName, String, QualifiedName)> {
    let mut found = Vec::new();
    for ty in model.structured.values().filter(|ty| ty.base.is_some()) {
        let inherited = Inherited::of(model, ty);
        for property in &ty.properties {
            if let Some((owner, other)) = inherited.get(&property.name)
                && is_same(property, other)
            {
                found.push((ty.name.clone(), property.name.clone(), owner.clone()));
            }
        }
    }
    found
}

/// Takes the rules out of a property that is dropped, and tells of those that the one that stays does not have.
fn lost(derived: &QualifiedName, taken: &mut Property, kept: &Property, faults: &mut Vec<Fault>) {
    let name = format!("{derived}/{}", taken.name);
    let help = format!("the property is declared at {}, where its rules have to stand", kept.location);
    let (rules, rest) = std::mem::take(&mut taken.annotations.0)
        .into_iter()
        .partition(|annotation| validation::RULES.contains(&annotation.term.as_str()));
    let rules: Vec<crate::model::Annotation> = rules;
    taken.annotations = Annotations(rest);
    for rule in rules.iter().filter(|rule| !kept.annotations.0.contains(rule)) {
        let message = format!("`{}` of an inherited property is not applied", rule.term);
        faults.push(rule.fault(message).of(&name).help(&help));
    }
    if taken.ty.facets != kept.ty.facets && taken.ty.facets != Facets::default() {
        let message = "facets of an inherited property are not applied";
        faults.push(Fault::new(&taken.location, message).warning().of(&name).help(&help));
    }
}
