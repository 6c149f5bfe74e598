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
        if is_taken(name) {
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
    for (name, namespace) in model.namespaces.iter().filter(|(name, _)| is_taken(name)) {
        let annotation = namespace.annotations.0.first().map(|annotation| annotation.location.clone());
        // Of one that holds nothing, nothing is lost.
        if let Some(location) = first(model, name).or(annotation) {
            check(name, name, &location);
        }
    }
    faults.sort();
    faults
}

/// Whether a member of that name is not read as one that somebody declares.
fn is_taken(name: &str) -> bool {
    name.starts_with('$') || name.contains('@')
}

/// Where the first thing of `namespace` is declared; namespaces themselves have no place.
fn first(model: &Model, namespace: &str) -> Option<Location> {
    let structured = model.structured.values().map(|ty| (&ty.name, &ty.location));
    let enums = model.enums.values().map(|ty| (&ty.name, &ty.location));
    let definitions = model.definitions.values().map(|ty| (&ty.name, &ty.location));
    let operations = model.operations().map(|operation| (&operation.name, &operation.location));
    let terms = model.terms.values().map(|term| (&term.name, &term.location));
    let containers = model.containers.values().map(|container| (&container.name, &container.location));
    let all = structured.chain(enums).chain(definitions).chain(operations).chain(terms).chain(containers);
    let of_it = all.filter(|(name, _)| name.namespace() == namespace);
    of_it.map(|(_, location)| location.clone()).min()
}
