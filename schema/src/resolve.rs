//! Documents into one model: declarations merged, annotations put on their targets, what is said twice settled, then
//! everything checked.

mod check;
mod inheritance;
mod inherited;
mod missing;
mod settle;
mod target;

use std::collections::BTreeSet;

pub(crate) use check::check;
#[cfg(feature = "write")]
pub(crate) use settle::mark_outside;
pub(crate) use settle::settle;
pub(crate) use target::{Path, find};

use crate::{
    document::{Declaration, Document, Schema},
    fault::Fault,
    model::{Annotations, Location, Model, Operation, OperationKind, TypeName},
    provenance,
};

/// Merges `documents` into one model. Nothing is looked up yet but the targets of annotations.
pub(crate) fn merge(documents: Vec<Document>, faults: &mut Vec<Fault>) -> Model {
    let mut model = Model { version: "4.0".into(), ..Model::default() };
    let mut targets = Vec::new();
    for document in documents {
        if document.version == "4.01" {
            model.version = document.version;
        }
        model.included.extend(document.includes);
        for mut schema in document.schemas {
            targets.append(&mut schema.targets);
            namespace(&mut model, &mut schema);
            for declaration in schema.declarations {
                declare(&mut model, declaration, faults);
            }
        }
    }
    for target in targets {
        let Some(places) = find(&mut model, &Path::parse(&target.path)) else {
            add(model.other_annotations.entry(target.path).or_default(), target.annotations);
            continue;
        };
        for place in places {
            add(place, target.annotations.clone());
        }
    }
    model
}

/// Declares the namespace of `schema`; two documents may both declare parts of one.
pub(crate) fn namespace(model: &mut Model, schema: &mut Schema) {
    let mut annotations = std::mem::take(&mut schema.annotations);
    if let Some(provenance) = provenance::take(&mut annotations) {
        model.provenance = Some(provenance);
    }
    model.outside.append(&mut provenance::take_outside(&mut annotations));
    let known = model.namespaces.entry(schema.namespace.clone()).or_default();
    if known.alias.is_none() {
        known.alias.clone_from(&schema.alias);
    }
    add(&mut known.annotations, annotations);
}

/// Adds a declaration, unless its name is taken.
pub(crate) fn declare(model: &mut Model, declaration: Declaration, faults: &mut Vec<Fault>) {
    let name = declaration.name().clone();
    repeated_parts(&declaration, faults);
    // Services declare operations under names of types too; the two are never looked up in one place.
    if let Declaration::Operation(operation) = declaration {
        return declare_operation(model, operation, faults);
    }
    if let Some((kind, location)) = model.declaration(&name).filter(|(kind, _)| !["action", "function"].contains(kind))
    {
        let message = format!("{} `{name}` is declared twice", declaration.kind());
        let help = format!("the {kind} of that name is at {location}");
        faults.push(Fault::new(declaration.location(), message).of(&name).help(help));
        return;
    }
    match declaration {
        Declaration::Structured(ty) => drop(model.structured.insert(name, ty)),
        Declaration::Enum(ty) => drop(model.enums.insert(name, ty)),
        Declaration::Definition(ty) => drop(model.definitions.insert(name, ty)),
        Declaration::Term(term) => drop(model.terms.insert(name, term)),
        Declaration::Container(container) => drop(model.containers.insert(name, container)),
        Declaration::Operation(_) => {}
    }
}

fn declare_operation(model: &mut Model, operation: Operation, faults: &mut Vec<Fault>) {
    let name = operation.name.clone();
    let overloads = match operation.kind {
        OperationKind::Action => model.actions.entry(name).or_default(),
        OperationKind::Function => model.functions.entry(name).or_default(),
    };
    match overloads.iter().find(|other| is_same_overload(other, &operation)) {
        Some(other) => {
            let help = format!("the other is at {}", other.location);
            let message = "two overloads cannot be told apart";
            faults.push(Fault::new(&operation.location, message).of(&operation.name).help(help));
        }
        None => overloads.push(operation),
    }
}

/// Whether two overloads have the same signature: actions differ by what they are bound to, functions also by the names
/// or the types of their parameters.
///
/// Source: CSDL JSON 4.01, sections 12.2 and 12.4.
pub(crate) fn is_same_overload(left: &Operation, right: &Operation) -> bool {
    let binding = |operation: &Operation| -> Option<(bool, TypeName)> {
        let first = operation.parameters.first().filter(|_| operation.is_bound)?;
        Some((first.ty.collection, first.ty.name.clone()))
    };
    let names = |operation: &Operation| -> BTreeSet<String> {
        operation.parameters.iter().map(|parameter| parameter.name.clone()).collect()
    };
    left.is_bound == right.is_bound
        && binding(left) == binding(right)
        && (left.kind == OperationKind::Action || names(left) == names(right))
}

/// Faults for properties, members and parameters of one name.
fn repeated_parts(declaration: &Declaration, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    let mut check = |kind: &str, name: &str, location: &Location| {
        if !seen.insert(name.to_owned()) {
            let message = format!("{kind} `{name}` is declared twice");
            faults.push(Fault::new(location, message).of(declaration.name()));
        }
    };
    match declaration {
        Declaration::Structured(ty) => {
            ty.properties.iter().for_each(|part| check("property", &part.name, &part.location));
        }
        Declaration::Enum(ty) => ty.members.iter().for_each(|part| check("member", &part.name, &ty.location)),
        Declaration::Operation(operation) => {
            operation.parameters.iter().for_each(|part| check("parameter", &part.name, &part.location));
        }
        Declaration::Container(container) => {
            container.elements.iter().for_each(|part| check("element", &part.name, &container.location));
        }
        Declaration::Definition(_) | Declaration::Term(_) => {}
    }
}

/// Adds annotations. Services apply a term to one target twice; the first one counts.
fn add(place: &mut Annotations, more: Annotations) {
    more.0.into_iter().for_each(|annotation| place.add(annotation));
}
