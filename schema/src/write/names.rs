//! Names that CSDL JSON cannot hold: a member that starts with `$` is a keyword there, and one with `@` an annotation.
//!
//! Source: OData CSDL JSON 4.01, sections 3 and 14.2.

use crate::{
    fault::Fault,
    model::{Location, Model, QualifiedName},
};

/// A fault for each name in `model` that would be read as something else; such a schema works from CSDL XML only.
#[must_use]
pub fn unwritable(model: &Model) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |name: &str, owner: &dyn std::fmt::Display, location: &Location| {
        if is_taken(name) {
            let message = format!("CSDL JSON cannot hold the name `{name}`");
            faults.push(Fault::new(location, message).of(owner).help("use the schema in CSDL XML"));
        }
    };
    for (name, location) in declared(model) {
        check(name.name(), name, location);
    }
    for ty in model.structured.values() {
        ty.properties.iter().for_each(|property| check(&property.name, &ty.name, &property.location));
    }
    for ty in model.enums.values() {
        ty.members.iter().for_each(|member| check(&member.name, &ty.name, &ty.location));
    }
    for container in model.containers.values() {
        container.elements.iter().for_each(|element| check(&element.name, &container.name, &container.location));
    }
    for (name, namespace) in model.namespaces.iter().filter(|(name, _)| is_taken(name)) {
        // Namespaces themselves have no place. Of one that holds nothing, nothing is lost.
        let first = declared(model).filter(|(own, _)| own.namespace() == name).map(|(_, location)| location).min();
        if let Some(location) = first.or(namespace.annotations.0.first().map(|annotation| &annotation.location)) {
            check(name, name, location);
        }
    }
    faults.sort();
    faults
}

/// Whether a member of that name is not read as one that somebody declares.
fn is_taken(name: &str) -> bool {
    name.starts_with('$') || name.contains('@')
}

/// What has a qualified name, and where it is declared.
fn declared(model: &Model) -> impl Iterator<Item = (&QualifiedName, &Location)> {
    let structured = model.structured.values().map(|ty| (&ty.name, &ty.location));
    let enums = model.enums.values().map(|ty| (&ty.name, &ty.location));
    let definitions = model.definitions.values().map(|ty| (&ty.name, &ty.location));
    let operations = model.operations().map(|operation| (&operation.name, &operation.location));
    let terms = model.terms.values().map(|term| (&term.name, &term.location));
    let containers = model.containers.values().map(|container| (&container.name, &container.location));
    structured.chain(enums).chain(definitions).chain(operations).chain(terms).chain(containers)
}
