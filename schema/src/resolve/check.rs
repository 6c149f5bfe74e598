//! What only the whole model can tell: types that are named but not declared, inheritance that is broken.
//!
//! What a type cannot be without is an error; where a value of it stands that the schema says nothing of, that value is
//! any JSON, and a warning tells so.

use std::collections::{BTreeSet, HashMap};

use crate::{
    fault::{Fault, RAW},
    model::{
        Container, Location, Model, Operation, OperationKind, Primitive, PropertyKind, QualifiedName, StructuredKind,
        StructuredType, TypeName, TypeRef,
    },
    resolve::{circle::Circle, found::Found, inheritance, missing::Missing},
    steps::step,
};

/// Checks everything that only the whole model can tell; `documents` are the names of the files that it was read from.
pub(crate) fn check(model: &Model, documents: &BTreeSet<String>) -> Vec<Found> {
    let mut missing = Missing::new(model, documents);
    let mut found = Vec::new();
    inheritance::check(model, &mut missing, &mut found);
    properties(model, &mut missing, &mut found);
    for ty in model.definitions.values() {
        if let TypeName::Named(name) = &ty.underlying.name {
            if missing.is_type(name) {
                let fault = missing.raw(name, &ty.location).of(&ty.name);
                found.push(Found { owner: ty.name.clone(), fault });
                continue;
            }
            let message = format!("underlying type `{name}` is not primitive");
            found.push(Found { owner: ty.name.clone(), fault: Fault::new(&ty.location, message).of(&ty.name) });
        }
    }
    members(model, &mut found);
    for operation in model.operations() {
        operation_types(model, operation, &mut missing, &mut found);
        found.extend(shared(model, operation));
    }
    for term in model.terms.values() {
        let fault = missing.dangling(&term.ty, &term.location).map(|fault| fault.of(&term.name));
        found.extend(fault.map(|fault| Found { owner: term.name.clone(), fault }));
    }
    containers(model, &mut missing, &mut found);
    extended(model, &mut missing, &mut found);
    found
}

impl Missing<'_> {
    /// A warning if `ty` names a type that is not declared.
    fn dangling(&mut self, ty: &TypeRef, location: &Location) -> Option<Fault> {
        match &ty.name {
            TypeName::Named(name) if self.is_type(name) => Some(self.raw(name, location)),
            _ => None,
        }
    }

    /// The warning for the type `name` of a value, which is not declared.
    fn raw(&mut self, name: &QualifiedName, location: &Location) -> Fault {
        let fault = self.fault(name, "type", location).warning();
        let help = fault.help.as_ref().map_or_else(String::new, |help| format!("{help}; "));
        fault.help(format!("{help}{RAW}"))
    }
}

fn properties(model: &Model, missing: &mut Missing<'_>, found: &mut Vec<Found>) {
    let mut known = HashMap::new();
    for ty in model.structured.values() {
        for property in &ty.properties {
            if matches!(&property.kind, PropertyKind::Navigation(navigation) if navigation.is_outside) {
                continue;
            }
            let fault = missing.dangling(&property.ty, &property.location);
            let odd = if property.is_navigation() { unrelated } else { related };
            let fault = fault.or_else(|| odd(model, &property.ty, &property.location));
            let fault = fault.map(|fault| fault.of(format!("{}/{}", ty.name, property.name)));
            found.extend(fault.map(|fault| Found { owner: ty.name.clone(), fault }));
        }
        for (path, _) in &ty.key {
            let property = path.split('/').next().unwrap_or(path);
            if !has_property(model, ty, property, &mut known) {
                let fault = Fault::new(&ty.location, format!("`{property}`, which is in the key, is not declared"));
                found.push(Found { owner: ty.name.clone(), fault: fault.warning().of(&ty.name) });
            }
        }
    }
}

/// Whether `ty` has a property, its own or an inherited one. What was found of each type on the way is `known`, so that
/// no way is gone twice.
fn has_property<'m>(
    model: &'m Model,
    ty: &'m StructuredType,
    property: &'m str,
    known: &mut HashMap<(&'m QualifiedName, &'m str), bool>,
) -> bool {
    let (mut way, mut next, mut found) = (Vec::new(), Some(ty), false);
    while let Some(ty) = next {
        step();
        if let Some(known) = known.get(&(&ty.name, property)) {
            found = *known;
            break;
        }
        // A way that leads back to itself ends.
        known.insert((&ty.name, property), false);
        way.push(&ty.name);
        if ty.properties.iter().any(|own| own.name == property) {
            found = true;
            break;
        }
        next = ty.base.as_ref().and_then(|base| model.structured.get(base));
    }
    known.extend(way.into_iter().map(|name| ((name, property), found)));
    found
}

/// Warnings for members of enumerations whose numbers are no values of the underlying type.
///
/// Source: OData CSDL JSON 4.01, section 10.1.
fn members(model: &Model, found: &mut Vec<Found>) {
    for ty in model.enums.values() {
        let Some((least, greatest)) = ty.underlying.range() else { continue };
        for member in ty.members.iter().filter(|member| !(least..=greatest).contains(&member.value)) {
            let underlying = ty.underlying.qualified_name();
            let message = format!("member `{}` is {}, which is no `{underlying}`", member.name, member.value);
            let fault = Fault::new(&member.location, message).help(format!("expected {least} to {greatest}"));
            found.push(Found { owner: ty.name.clone(), fault: fault.warning().of(&ty.name) });
        }
    }
}

fn operation_types(model: &Model, operation: &Operation, missing: &mut Missing<'_>, found: &mut Vec<Found>) {
    // A slice may hold what an action takes without holding what it is bound to.
    let skipped = usize::from(operation.is_bound && model.provenance.is_some());
    let name = &operation.name;
    let parameters = operation.parameters.iter().skip(skipped);
    let parameters = parameters.map(|part| (part.name.as_str(), &part.ty, &part.location));
    let returns = operation.returns.iter().map(|returns| ("$ReturnType", &returns.ty, &returns.location));
    for (part, ty, location) in parameters.chain(returns) {
        let fault = missing.dangling(ty, location).map(|fault| fault.of(format!("{name}/{part}")));
        found.extend(fault.map(|fault| Found { owner: name.clone(), fault }));
    }
}

/// A warning for an operation that is called like a type, whose definition in JSON Schema has that name too. What it is
/// bound to, and what a function is given, would tell the two apart: so some services have many.
///
/// Source: OData CSDL JSON 4.01, section 15.2 (qualified name).
fn shared(model: &Model, operation: &Operation) -> Option<Found> {
    let name = model.type_name(&operation.name).filter(|name| operation.key() == name.as_str())?;
    let (kind, location) = model.declaration(name)?;
    let word = if operation.kind == OperationKind::Action { "action" } else { "function" };
    let fault = Fault::new(&operation.location, format!("{word} `{name}` is called like a type")).warning().of(name);
    let help = format!("one definition of JSON Schema stands for both; the {kind} is at {location}");
    Some(Found { owner: name.clone(), fault: fault.help(help) })
}

/// What is odd about what a container serves, if something is; nothing at all if that is not declared.
type Oddity = fn(&Model, &QualifiedName) -> Option<Option<&'static str>>;

/// What names what is served.
///
/// Source: OData CSDL JSON 4.01, sections 13.2 to 13.6.
const SERVED: [(&str, Oddity); 3] = [
    ("$Type", |model, name| match model.structured.get(name).map(|ty| ty.kind) {
        Some(StructuredKind::Entity) => Some(None),
        Some(StructuredKind::Complex) => Some(Some("is a complex type; expected an entity type")),
        None => model.is_type(name).then_some(Some("is no structured type; expected an entity type")),
    }),
    ("$Action", |model, name| model.actions.get(name).map(|overloads| bound(overloads))),
    ("$Function", |model, name| model.functions.get(name).map(|overloads| bound(overloads))),
];

/// What is odd about an import of what has these overloads.
fn bound(overloads: &[Operation]) -> Option<&'static str> {
    let are_bound = overloads.iter().all(|overload| overload.is_bound);
    are_bound.then_some("is only called where it is bound to; expected an overload that is not bound")
}

fn containers(model: &Model, missing: &mut Missing<'_>, found: &mut Vec<Found>) {
    for container in model.containers.values() {
        for element in &container.elements {
            let name =
                |member| element.members.get(member).and_then(serde_json::Value::as_str).map(QualifiedName::parse);
            for (member, served) in SERVED {
                let Some(name) = name(member) else { continue };
                let fault = match name {
                    None => Fault::new(&container.location, format!("`{member}` is no qualified name")),
                    Some(name) => match served(model, &name) {
                        Some(None) => continue,
                        Some(Some(odd)) => Fault::new(&container.location, format!("`{name}` {odd}")),
                        None if model.provenance.is_some() || missing.is_well_known(&name) => continue,
                        None => missing.fault(&name, member, &container.location),
                    },
                };
                let fault = fault.warning().of(format!("{}/{}", container.name, element.name));
                found.push(Found { owner: container.name.clone(), fault });
            }
        }
    }
}

/// Warnings for containers that extend what is none, or themselves.
///
/// Source: OData CSDL JSON 4.01, section 13.1.
fn extended(model: &Model, missing: &mut Missing<'_>, found: &mut Vec<Found>) {
    let mut warn = |container: &Container, fault: Fault| {
        found.push(Found { owner: container.name.clone(), fault: fault.warning().of(&container.name) });
    };
    for container in model.containers.values() {
        let Some(name) = container.extends.as_ref().filter(|name| !model.containers.contains_key(*name)) else {
            continue;
        };
        let fault = match model.declaration(name) {
            Some((kind, _)) => {
                let message = format!("what is extended, `{name}`, is no container but a declared {kind}");
                Fault::new(&container.location, message)
            }
            // A slice has no containers but for what it imports.
            None if model.provenance.is_some() || missing.is_well_known(name) => continue,
            None => missing.extended(name, container),
        };
        warn(container, fault);
    }
    let extends = |name: &QualifiedName| model.containers.get(name)?.extends.as_ref();
    for circle in Circle::all(model.containers.keys(), extends) {
        if let Some(container) = circle.first().and_then(|first| model.containers.get(first)) {
            let message = format!("the container extends itself: {}", circle.told("extends"));
            warn(container, Fault::new(&container.location, message));
        }
    }
}

/// A warning if `ty`, the type of a structural property, is one of those that others are related to.
///
/// Source: OData CSDL JSON 4.01, section 7.1.
fn related(model: &Model, ty: &TypeRef, location: &Location) -> Option<Fault> {
    let TypeName::Named(name) = &ty.name else { return None };
    let is_entity = model.structured.get(name)?.kind == StructuredKind::Entity;
    let fault = || Fault::new(location, format!("entity type `{name}` of what is no navigation property"));
    is_entity.then(|| fault().help("objects of it are read all the same").warning())
}

/// A fault if `ty`, the type of a navigation property, is none that is related to others.
///
/// Source: OData CSDL JSON 4.01, section 8.1.
fn unrelated(model: &Model, ty: &TypeRef, location: &Location) -> Option<Fault> {
    let is_structured = match &ty.name {
        TypeName::Primitive(primitive) => {
            // One that could not be read is untyped.
            matches!(primitive, Primitive::EntityType | Primitive::ComplexType | Primitive::Untyped)
        }
        TypeName::Named(name) => !model.enums.contains_key(name) && !model.definitions.contains_key(name),
    };
    let fault = || Fault::new(location, format!("a navigation property cannot lead to `{}`", ty.name));
    (!is_structured).then(|| fault().help("expected an entity type"))
}
