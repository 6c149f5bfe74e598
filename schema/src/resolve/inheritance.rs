//! Inheritance: bases that exist, are of the same kind and lead to an end, and properties declared once.

use std::collections::BTreeMap;

use crate::{
    fault::Fault,
    model::{Location, Model, PropertyKind, QualifiedName, StructuredKind, TypeRef},
    resolve::check::missing,
};

/// Checks bases, then drops what a type declares although it inherits it.
pub(super) fn check(model: &mut Model, faults: &mut Vec<Fault>) {
    let before = faults.len();
    bases(model, faults);
    cycles(model, faults);
    // On broken inheritance every further finding would be a consequence.
    if faults.len() == before {
        redeclared(model, faults);
    }
}

fn bases(model: &Model, faults: &mut Vec<Fault>) {
    for ty in model.structured.values() {
        let Some(base) = &ty.base else { continue };
        match model.structured.get(base) {
            Some(found) if found.kind == ty.kind => {}
            Some(found) => {
                let kind = |kind| if kind == StructuredKind::Entity { "an entity type" } else { "a complex type" };
                let message = format!("base type `{base}` is {}, this is {}", kind(found.kind), kind(ty.kind));
                faults.push(Fault::new(&ty.location, message).of(&ty.name));
            }
            None => match model.declaration(base) {
                Some((kind, _)) => {
                    let message = format!("base type `{base}` is no structured type but a declared {kind}");
                    faults.push(Fault::new(&ty.location, message).of(&ty.name));
                }
                None => faults.extend(missing(model, base, "base type", &ty.location).map(|fault| fault.of(&ty.name))),
            },
        }
    }
}

/// A cycle is reported once, at the first of its types by name.
fn cycles(model: &Model, faults: &mut Vec<Fault>) {
    for ty in model.structured.values() {
        let chain = model.ancestors(&ty.name);
        let closes = chain.last().map_or(&ty.base, |last| &last.base).as_ref() == Some(&ty.name);
        if closes && chain.iter().all(|other| other.name > ty.name) {
            let names: Vec<&str> = chain.iter().map(|other| other.name.as_str()).chain([ty.name.as_str()]).collect();
            let message = format!("the type derives from itself: `{}` from `{}`", ty.name, names.join("` from `"));
            faults.push(Fault::new(&ty.location, message).of(&ty.name));
        }
    }
}

/// A property that a type inherits and declares again: dropped where both say the same type, else a fault.
fn redeclared(model: &mut Model, faults: &mut Vec<Fault>) {
    let mut drops: Vec<(QualifiedName, String, QualifiedName)> = Vec::new();
    for ty in model.structured.values() {
        if ty.base.is_none() {
            continue;
        }
        let mut inherited: BTreeMap<&str, (&QualifiedName, &TypeRef, bool, &Location)> = BTreeMap::new();
        for ancestor in model.ancestors(&ty.name) {
            for property in &ancestor.properties {
                let is_navigation = matches!(property.kind, PropertyKind::Navigation(_));
                // The furthest ancestor's declaration is the one that stays.
                inherited.insert(&property.name, (&ancestor.name, &property.ty, is_navigation, &property.location));
            }
        }
        for property in &ty.properties {
            let Some((owner, other, is_navigation, place)) = inherited.get(&*property.name) else { continue };
            let is_same = other.name == property.ty.name
                && other.collection == property.ty.collection
                && *is_navigation == matches!(property.kind, PropertyKind::Navigation(_));
            if is_same {
                drops.push((ty.name.clone(), property.name.clone(), (*owner).clone()));
                continue;
            }
            let message =
                format!("property `{}` is `{}`, but `{owner}` declares it as `{other}`", property.name, property.ty);
            let help = format!("the inherited property is at {place}");
            faults
                .push(Fault::new(&property.location, message).of(format!("{}/{}", ty.name, property.name)).help(help));
        }
    }
    for (derived, name, owner) in drops {
        let taken = model.structured.get_mut(&derived).and_then(|ty| {
            let index = ty.properties.iter().position(|property| property.name == name)?;
            Some(ty.properties.remove(index))
        });
        let kept = model.structured.get_mut(&owner);
        let kept = kept.and_then(|ty| ty.properties.iter_mut().find(|property| property.name == name));
        if let (Some(taken), Some(kept)) = (taken, kept)
            && kept.annotations.0.is_empty()
        {
            kept.annotations = taken.annotations;
        }
    }
}
