//! Inheritance: bases that exist, are of the same kind and lead to an end, and properties declared once.

use crate::{
    fault::Fault,
    model::{Model, StructuredKind},
    resolve::{inherited::Inherited, missing::missing},
};

/// Checks bases, then properties.
pub(super) fn check(model: &Model, faults: &mut Vec<Fault>) {
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

/// Faults for properties that a type inherits and declares again as something else; those of the same type were dropped
/// before.
fn redeclared(model: &Model, faults: &mut Vec<Fault>) {
    for ty in model.structured.values().filter(|ty| ty.base.is_some()) {
        let inherited = Inherited::of(model, ty);
        for property in &ty.properties {
            let Some((owner, other)) = inherited.get(&property.name) else { continue };
            let message = format!(
                "property `{}` is `{}`, but `{owner}` declares it as `{}`",
                property.name, property.ty, other.ty
            );
            let help = format!("the inherited property is at {}", other.location);
            faults
                .push(Fault::new(&property.location, message).of(format!("{}/{}", ty.name, property.name)).help(help));
        }
    }
}
