//! Names that CSDL JSON cannot hold: a member that starts with `$` is a keyword there, and one with `@` an annotation.
//!
//! Source: OData CSDL JSON 4.01, sections 3 and 14.2.

use crate::{
    fault::Fault,
    model::{Location, Model},
};

/// A fault for each name in `model` that would be read as something else; such a schema works from CSDL XML only.
#[must_use]
pub fn unwritable(model: &Model) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |name: &str, owner: &dyn std::fmt::Display, location: &Location| {
        if name.starts_with('$') || name.contains('@') {
            let message = format!("CSDL JSON cannot hold the name `{name}`");
            faults.push(Fault::new(location, message).of(owner).help("use the schema in CSDL XML"));
        }
    };
    for ty in model.structured.values() {
        check(ty.name.name(), &ty.name, &ty.location);
        ty.properties.iter().for_each(|property| check(&property.name, &ty.name, &property.location));
    }
    for ty in model.enums.values() {
        check(ty.name.name(), &ty.name, &ty.location);
        ty.members.iter().for_each(|member| check(&member.name, &ty.name, &ty.location));
    }
    for ty in model.definitions.values() {
        check(ty.name.name(), &ty.name, &ty.location);
    }
    for operation in model.operations() {
        check(operation.name.name(), &operation.name, &operation.location);
    }
    for term in model.terms.values() {
        check(term.name.name(), &term.name, &term.location);
    }
    for container in model.containers.values() {
        check(container.name.name(), &container.name, &container.location);
        container.elements.iter().for_each(|element| check(&element.name, &container.name, &container.location));
    }
    faults.sort();
    faults
}
