//! What the model says about types as families: who derives from whom, what is inherited, and how tags may spell a name.
//!
//! Source: CSDL JSON 4.01, sections 6.2 (derived entity types) and 9.1 (derived complex types).

use std::collections::{BTreeMap, BTreeSet};

use super::pattern;
use crate::model::{Annotations, Model, Property, QualifiedName, StructuredType};

/// Answers that need the whole model, prepared once.
pub(super) struct Families<'m> {
    model: &'m Model,
    /// Direct derivations, by base.
    derived: BTreeMap<&'m QualifiedName, Vec<&'m QualifiedName>>,
}

impl<'m> Families<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self { model, derived: model.children() }
    }

    /// The type and its ancestors, the root of the hierarchy first.
    fn chain(&self, name: &QualifiedName) -> impl DoubleEndedIterator<Item = &'m StructuredType> + use<'m> {
        let own = self.model.structured.get(name);
        self.model.ancestors(name).into_iter().rev().chain(own)
    }

    /// The type and everything that derives from it, abstract types left out, in the order of their names.
    pub(super) fn concrete(&self, name: &QualifiedName) -> BTreeSet<QualifiedName> {
        let mut seen: BTreeSet<&QualifiedName> = BTreeSet::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            if seen.insert(name) {
                open.extend(self.derived.get(name).into_iter().flatten());
            }
        }
        seen.into_iter().filter(|name| self.is_concrete(name)).cloned().collect()
    }

    /// Whether `name` is a structured type that can have instances of its own.
    pub(super) fn is_concrete(&self, name: &QualifiedName) -> bool {
        self.model.structured.get(name).is_some_and(|ty| !ty.is_abstract)
    }

    /// Every property with the type that declares it, inherited ones included; a redeclared one as it was first declared.
    pub(super) fn properties(&self, name: &QualifiedName) -> BTreeMap<&'m str, (&'m StructuredType, &'m Property)> {
        let mut properties = BTreeMap::new();
        for ty in self.chain(name) {
            for property in &ty.properties {
                properties.entry(property.name.as_str()).or_insert((ty, property));
            }
        }
        properties
    }

    /// The nearest of the type and its ancestors with a constraint on dynamic members, and its annotations.
    pub(super) fn dynamic_constraint(&self, name: &QualifiedName) -> Option<(&'m QualifiedName, &'m Annotations)> {
        self.chain(name)
            .rev()
            .find(|ty| ty.annotations.get(super::allowed::OPEN_PROPERTY_TYPES).is_some())
            .map(|ty| (&ty.name, &ty.annotations))
    }

    /// The pattern of every tag that is understood as `name`: in any letter case, with the namespace or its alias, as
    /// the fragment of a URL or without `#`.
    pub(super) fn tag_pattern(&self, name: &QualifiedName) -> String {
        let namespace = name.namespace();
        let alias = self.model.namespaces.get(namespace).and_then(|namespace| namespace.alias.as_deref());
        let names: Vec<String> = std::iter::once(namespace)
            .chain(alias)
            .map(|prefix| pattern::any_case(&format!("{prefix}.{}", name.name())))
            .collect();
        pattern::tag(&names)
    }
}
