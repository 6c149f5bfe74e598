//! Rules whose target is there and can have none: it is no place of values, or none whose values are checked.
//!
//! What the vocabulary lets a term apply to is right, whether anything comes of it here.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `AppliesTo` of its terms; CSDL JSON 4.01, section 14.1.2.

use std::fmt::Display;

use crate::{
    fault::Fault,
    model::{
        Annotations, Container, Model, NavigationProperty, Operation, OperationKind, PropertyKind, Reference, Serves,
        StructuredKind, StructuredType, TypeRef,
    },
    resolve::PLACES,
    steps::step,
    vocabulary::validation::{
        DERIVED_TYPE_CONSTRAINT, MAX_ITEMS, MAXIMUM, MIN_ITEMS, MINIMUM, MULTIPLE_OF, OPEN_PROPERTY_TYPE_CONSTRAINT,
        PATTERN, RULES,
    },
};

const OF_TYPES: [&str; 1] = [OPEN_PROPERTY_TYPE_CONSTRAINT];
const OF_OBJECTS: [&str; 1] = [DERIVED_TYPE_CONSTRAINT];
const OF_COLLECTIONS: [&str; 3] = [DERIVED_TYPE_CONSTRAINT, MIN_ITEMS, MAX_ITEMS];
const OF_TERMS: [&str; 6] = [PATTERN, MINIMUM, MAXIMUM, MULTIPLE_OF, MIN_ITEMS, MAX_ITEMS];

/// Tells of all of them.
pub(super) fn check(model: &Model, faults: &mut Vec<Fault>) {
    let mut told = Misplaced { faults };
    for (uri, reference) in &model.references {
        told.reference(uri, reference);
    }
    for (name, namespace) in &model.namespaces {
        told.all(name, "a namespace", &[], &namespace.annotations);
    }
    model.structured.values().for_each(|ty| told.structured(ty));
    for ty in model.enums.values() {
        told.all(&ty.name, "an enumeration type", &[], &ty.annotations);
        for member in &ty.members {
            told.all(&format_args!("{}/{}", ty.name, member.name), "a member", &[], &member.annotations);
        }
    }
    for ty in model.definitions.values() {
        told.values(&ty.name, "a type definition", &ty.annotations);
    }
    model.operations().for_each(|operation| told.operation(operation));
    for term in model.terms.values() {
        told.all(&term.name, "a term", &OF_TERMS, &term.annotations);
    }
    model.containers.values().for_each(|container| told.container(container));
}

struct Misplaced<'f> {
    faults: &'f mut Vec<Fault>,
}

impl Misplaced<'_> {
    fn reference(&mut self, uri: &str, reference: &Reference) {
        self.all(&uri, "a reference", &[], &reference.annotations);
        for annotations in reference.of_includes.values() {
            self.all(&uri, "a reference", &[], annotations);
        }
    }

    fn structured(&mut self, ty: &StructuredType) {
        let what = if ty.kind == StructuredKind::Entity { "an entity type" } else { "a complex type" };
        self.all(&ty.name, what, &OF_TYPES, &ty.annotations);
        for property in &ty.properties {
            let name = format_args!("{}/{}", ty.name, property.name);
            self.values(&name, "a property", &property.annotations);
            if let PropertyKind::Navigation(navigation) = &property.kind {
                self.navigation(&name, navigation);
            }
        }
    }

    fn navigation(&mut self, name: &impl Display, navigation: &NavigationProperty) {
        for constraint in &navigation.referential_constraints {
            self.all(name, "a referential constraint", &[], &constraint.annotations);
        }
        if let Some(on_delete) = &navigation.on_delete {
            self.all(name, "what is done on deletion", &[], &on_delete.annotations);
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let what = if operation.kind == OperationKind::Action { "an action" } else { "a function" };
        self.all(&operation.name, what, &[], &operation.annotations);
        let name = |part: &str| format!("{}/{part}", operation.name);
        if let Some(parameter) = operation.binding() {
            let allowed = of_objects(&parameter.ty);
            self.all(&name(&parameter.name), "the binding parameter", allowed, &parameter.annotations);
        }
        for parameter in operation.given() {
            self.values(&name(&parameter.name), "a parameter", &parameter.annotations);
        }
        if let Some(returns) = &operation.returns {
            self.all(&name("$ReturnType"), "what is returned", of_objects(&returns.ty), &returns.annotations);
        }
    }

    fn container(&mut self, container: &Container) {
        self.all(&container.name, "an entity container", &[], &container.annotations);
        for element in &container.elements {
            let (what, allowed): (_, &[&str]) = match element.serves() {
                Some(Serves::EntitySet(_)) => ("an entity set", &OF_COLLECTIONS),
                Some(Serves::Singleton(_)) => ("a singleton", &OF_OBJECTS),
                Some(Serves::ActionImport(_)) => ("an action import", &[]),
                Some(Serves::FunctionImport(_)) => ("a function import", &[]),
                None => continue,
            };
            self.all(&format_args!("{}/{}", container.name, element.name), what, allowed, &element.annotations);
        }
    }

    /// Of a place of values, whose rules are joined, but for those of types as a whole.
    fn values(&mut self, name: &impl Display, what: &str, annotations: &Annotations) {
        self.told(name, what, |term| !OF_TYPES.contains(&term), annotations);
    }

    /// Of what has the rules that are `allowed` only.
    fn all(&mut self, name: &impl Display, what: &str, allowed: &[&str], annotations: &Annotations) {
        self.told(name, what, |term| allowed.contains(&term), annotations);
    }

    fn told(&mut self, name: &impl Display, what: &str, is_allowed: impl Fn(&str) -> bool, annotations: &Annotations) {
        for annotation in &annotations.0 {
            step();
            let term = annotation.term.as_str();
            if RULES.contains(&term) && !is_allowed(term) {
                let help = match term {
                    OPEN_PROPERTY_TYPE_CONSTRAINT => "expected an entity type or a complex type",
                    _ => PLACES,
                };
                self.faults.push(annotation.not_applied(what).of(name).help(help));
            }
            self.all(&format_args!("{name}/@{term}"), "an annotation", &[], &annotation.annotations);
        }
    }
}

/// The rules of what holds values of `ty`, of which nothing is checked.
fn of_objects(ty: &TypeRef) -> &'static [&'static str] {
    if ty.collection { &OF_COLLECTIONS } else { &OF_OBJECTS }
}
