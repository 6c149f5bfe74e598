//! What roots reach.

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::name::MaybeCollection;

use crate::{
    model::{
        Annotations, Model, Operation, Primitive, Property, PropertyKind, QualifiedName, StructuredType, TypeName,
        TypeRef,
    },
    steps::step,
    vocabulary::validation,
};

/// A root, found in a model.
#[derive(Clone, Debug)]
pub(super) enum Root<'m> {
    /// A type; a slot of its own.
    Type(&'m QualifiedName),
    /// One overload of an action or of a function.
    Operation(&'m Operation),
}

/// What was reached.
#[derive(Debug, Default)]
pub(super) struct Reached<'m> {
    pub(super) types: BTreeSet<&'m QualifiedName>,
    /// Overloads, of which two may say the same: what tells them apart is where they are.
    operations: BTreeMap<*const Operation, &'m QualifiedName>,
}

impl<'m> Reached<'m> {
    /// All names that were reached.
    pub(super) fn names(&self) -> impl Iterator<Item = &'m QualifiedName> + '_ {
        self.types.iter().copied().chain(self.operations.values().copied())
    }

    /// Whether the overload was reached.
    pub(super) fn has(&self, operation: &Operation) -> bool {
        self.operations.contains_key(&std::ptr::from_ref(operation))
    }
}

/// Follows `roots` through `model`.
pub(super) fn reach<'m>(model: &'m Model, roots: &[Root<'m>]) -> Reached<'m> {
    let mut walk = Walk {
        model,
        children: model.children(),
        reached: Reached::default(),
        slots: BTreeSet::new(),
        open: Vec::new(),
    };
    for root in roots {
        match root {
            Root::Type(name) => walk.slot(name),
            Root::Operation(operation) => {
                walk.reached.operations.insert(*operation, &operation.name);
                walk.operation(operation);
            }
        }
    }
    while let Some(ty) = walk.open.pop() {
        walk.structured(ty);
    }
    walk.reached
}

struct Walk<'m> {
    model: &'m Model,
    children: BTreeMap<&'m QualifiedName, Vec<&'m QualifiedName>>,
    reached: Reached<'m>,
    slots: BTreeSet<&'m QualifiedName>,
    /// Reached types whose properties have not been followed yet.
    open: Vec<&'m StructuredType>,
}

impl<'m> Walk<'m> {
    /// A slot of type `name`.
    fn slot(&mut self, name: &QualifiedName) {
        if let Some((name, _)) = self.model.structured.get_key_value(name) {
            let mut open = vec![name];
            // What derives from a slot's type was reached with it.
            while let Some(name) = open.pop() {
                step();
                if self.slots.insert(name) {
                    self.model.structured.get(name).into_iter().for_each(|ty| self.include(ty));
                    open.extend(self.children.get(name).into_iter().flatten());
                }
            }
            return;
        }
        let simple = self.model.enums.get_key_value(name).map(|(name, _)| name);
        let simple = simple.or_else(|| self.model.definitions.get_key_value(name).map(|(name, _)| name));
        self.reached.types.extend(simple);
    }

    /// Reaches a structured type and its ancestors.
    fn include(&mut self, ty: &'m StructuredType) {
        let mut next = Some(ty);
        // With a type, its ancestors were reached.
        while let Some(ty) = next.filter(|ty| self.reached.types.insert(&ty.name)) {
            step();
            self.open.push(ty);
            next = ty.base.as_ref().and_then(|base| self.model.structured.get(base));
        }
    }

    fn type_ref(&mut self, ty: &TypeRef) {
        if let TypeName::Named(name) = &ty.name {
            self.slot(name);
        }
    }

    fn structured(&mut self, ty: &'m StructuredType) {
        self.listed(&ty.annotations, validation::OPEN_PROPERTY_TYPE_CONSTRAINT);
        ty.properties.iter().for_each(|property| self.property(property));
    }

    fn property(&mut self, property: &Property) {
        match &property.kind {
            PropertyKind::Navigation(navigation) if !navigation.contains_target => {}
            _ => self.type_ref(&property.ty),
        }
        // Only there does the constraint say more than the declared type and what derives from it.
        if property.ty.name == TypeName::Primitive(Primitive::Untyped) {
            self.listed(&property.annotations, validation::DERIVED_TYPE_CONSTRAINT);
        }
    }

    fn operation(&mut self, operation: &Operation) {
        for parameter in operation.given() {
            self.type_ref(&parameter.ty);
        }
        if let Some(returns) = &operation.returns {
            self.type_ref(&returns.ty);
        }
    }

    /// The types that a constraint lists are slots too.
    fn listed(&mut self, annotations: &Annotations, term: &str) {
        for text in annotations.listed(term) {
            if let Some(name) = QualifiedName::parse(MaybeCollection::parse(text).item) {
                self.slot(&name);
            }
        }
    }
}
