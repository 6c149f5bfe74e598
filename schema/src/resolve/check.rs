//! What only the whole model can tell: types that are named but not declared, inheritance that is broken.

use crate::{
    fault::Fault,
    model::{Location, Model, Operation, Primitive, PropertyKind, QualifiedName, TypeName, TypeRef},
    resolve::{inheritance, missing::missing},
};

/// Checks everything that only the whole model can tell.
pub(crate) fn check(model: &Model, faults: &mut Vec<Fault>) {
    inheritance::check(model, faults);
    for ty in model.structured.values() {
        for property in &ty.properties {
            if matches!(&property.kind, PropertyKind::Navigation(navigation) if navigation.is_outside) {
                continue;
            }
            let mut found = dangling(model, &property.ty, &property.location);
            if matches!(property.kind, PropertyKind::Navigation(_)) && found.is_none() {
                found = unrelated(model, &property.ty, &property.location);
            }
            faults.extend(found.map(|fault| fault.of(format!("{}/{}", ty.name, property.name))));
        }
    }
    for ty in model.definitions.values() {
        if let TypeName::Named(name) = &ty.underlying.name {
            let message = format!("underlying type `{name}` is not primitive");
            faults.push(Fault::new(&ty.location, message).of(&ty.name));
        }
    }
    for operation in model.actions.values().chain(model.functions.values()).flatten() {
        operation_types(model, operation, faults);
    }
    for term in model.terms.values() {
        faults.extend(dangling(model, &term.ty, &term.location).map(|fault| fault.of(&term.name)));
    }
    containers(model, faults);
}

fn operation_types(model: &Model, operation: &Operation, faults: &mut Vec<Fault>) {
    // A slice may hold what an action takes without holding what it is bound to.
    let skipped = usize::from(operation.is_bound && model.provenance.is_some());
    for parameter in operation.parameters.iter().skip(skipped) {
        let found = dangling(model, &parameter.ty, &parameter.location);
        faults.extend(found.map(|fault| fault.of(format!("{}/{}", operation.name, parameter.name))));
    }
    if let Some(returns) = &operation.returns {
        let found = dangling(model, &returns.ty, &operation.location);
        faults.extend(found.map(|fault| fault.of(format!("{}/$ReturnType", operation.name))));
    }
}

fn containers(model: &Model, faults: &mut Vec<Fault>) {
    for container in model.containers.values() {
        for element in &container.elements {
            let name =
                |member| element.members.get(member).and_then(serde_json::Value::as_str).map(QualifiedName::parse);
            let known = [
                ("$Type", (|model, name| model.structured.contains_key(name)) as fn(&Model, &QualifiedName) -> bool),
                ("$Action", |model, name| model.actions.contains_key(name)),
                ("$Function", |model, name| model.functions.contains_key(name)),
            ];
            for (member, is_known) in known {
                let Some(name) = name(member) else { continue };
                let fault = match name {
                    None => Some(Fault::new(&container.location, format!("`{member}` is no qualified name"))),
                    Some(name) if is_known(model, &name) || model.provenance.is_some() => None,
                    Some(name) => missing(model, &name, member, &container.location),
                };
                faults.extend(fault.map(|fault| fault.of(format!("{}/{}", container.name, element.name))));
            }
        }
    }
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

/// A fault if `ty` names a type that is not declared.
fn dangling(model: &Model, ty: &TypeRef, location: &Location) -> Option<Fault> {
    match &ty.name {
        TypeName::Named(name) if !model.is_type(name) => missing(model, name, "type", location),
        _ => None,
    }
}
