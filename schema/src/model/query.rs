//! Questions about a model that its maps do not answer directly.
//!
//! All of them are safe on cyclic inheritance, which a model that was loaded does not have.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Imports, Location, Model, Operation, Property, QualifiedName, StructuredType, TypeName};
use crate::steps::step;

impl Model {
    /// The namespace that `alias` stands for.
    #[must_use]
    pub fn namespace_of_alias(&self, alias: &str) -> Option<&str> {
        let found = self.namespaces.iter().find(|(_, namespace)| namespace.alias.as_deref() == Some(alias));
        found.map(|(name, _)| name.as_str())
    }

    /// What `text` names, its alias expanded, if it is declared: a type, an operation, a term or a container. Declared
    /// names may have dots, so that the alias is what stands before any dot.
    #[must_use]
    pub fn declared(&self, text: &str) -> Option<QualifiedName> {
        let expanded = text.rmatch_indices('.').filter_map(|(dot, _)| {
            let namespace = self.namespace_of_alias(text.get(..dot)?)?;
            Some(QualifiedName::new(namespace, text.get(dot + 1..)?))
        });
        expanded.chain(QualifiedName::parse(text)).find(|name| self.declaration(name).is_some())
    }

    /// The type `name` as it is declared, which knows where its namespace ends.
    #[must_use]
    pub fn type_name(&self, name: &QualifiedName) -> Option<&QualifiedName> {
        let structured = self.structured.get_key_value(name).map(|(name, _)| name);
        let structured = structured.or_else(|| self.enums.get_key_value(name).map(|(name, _)| name));
        structured.or_else(|| self.definitions.get_key_value(name).map(|(name, _)| name))
    }

    /// The aliases by which tags may name what is declared, each with what it stands for: those of namespaces, and
    /// where a declared name has dots also what stands before its last one.
    pub(crate) fn prefixes(&self) -> Vec<(String, String)> {
        let of = |namespace: &str| self.namespaces.get(namespace)?.alias.as_ref();
        let types = self.structured.keys().chain(self.enums.keys());
        let names = types.chain(self.actions.keys()).chain(self.functions.keys());
        let dotted = names.filter_map(|name| {
            let (before, _) = name.name().rsplit_once('.')?;
            let namespace = name.namespace();
            Some((format!("{}.{before}", of(namespace)?), format!("{namespace}.{before}")))
        });
        let plain = self.namespaces.keys().filter_map(|name| Some((of(name)?.clone(), name.clone())));
        let all: BTreeSet<_> = plain.chain(dotted).collect();
        all.into_iter().filter(|(alias, of)| alias != of && !self.namespaces.contains_key(alias)).collect()
    }

    /// Under which names the operations that are not bound are served, found in one pass.
    #[must_use]
    pub fn imports(&self) -> Imports<'_> {
        Imports::new(self)
    }

    /// What the structured type `name` derives from, nearest first; itself is not among them.
    #[must_use]
    pub fn ancestors(&self, name: &QualifiedName) -> Vec<&StructuredType> {
        let mut found: Vec<&StructuredType> = Vec::new();
        let mut seen: HashSet<&QualifiedName> = HashSet::from([name]);
        let mut base = self.structured.get(name).and_then(|ty| ty.base.as_ref());
        while let Some(ty) = base.and_then(|base| self.structured.get(base)).filter(|ty| seen.insert(&ty.name)) {
            step();
            found.push(ty);
            base = ty.base.as_ref();
        }
        found
    }

    /// All properties of the structured type `name`: those of its furthest ancestor first, its own last.
    #[must_use]
    pub fn properties_of(&self, name: &QualifiedName) -> Vec<&Property> {
        let ancestors = self.ancestors(name);
        let types = ancestors.into_iter().rev().chain(self.structured.get(name));
        types.flat_map(|ty| &ty.properties).collect()
    }

    /// The property `property` of the structured type `name`, its own or an inherited one.
    #[must_use]
    pub fn property(&self, name: &QualifiedName, property: &str) -> Option<&Property> {
        let types = self.structured.get(name).into_iter().chain(self.ancestors(name));
        types.flat_map(|ty| &ty.properties).find(|candidate| candidate.name == property)
    }

    /// Whether the structured type `name` is open: what it says itself counts, or else what the nearest ancestor says.
    ///
    /// Source: CSDL JSON 4.01, sections 6.3 and 9.3; OData vocabulary Org.OData.Core.V1, `AdditionalProperties`.
    #[must_use]
    pub fn is_open(&self, name: &QualifiedName) -> bool {
        let mut types = self.structured.get(name).into_iter().chain(self.ancestors(name));
        types.find_map(StructuredType::openness).unwrap_or(false)
    }

    /// Whether the structured type `name` is `base` or derives from it.
    #[must_use]
    pub fn is_derived_from(&self, name: &QualifiedName, base: &QualifiedName) -> bool {
        name == base || self.ancestors(name).iter().any(|ty| ty.name == *base)
    }

    /// The structured types that derive directly from `name`, sorted by name.
    #[must_use]
    pub fn derived(&self, name: &QualifiedName) -> Vec<&QualifiedName> {
        self.structured.values().filter(|ty| ty.base.as_ref() == Some(name)).map(|ty| &ty.name).collect()
    }

    /// The structured types that derive from `name`, directly or not, sorted by name; itself is not among them.
    #[must_use]
    pub fn descendants(&self, name: &QualifiedName) -> Vec<&QualifiedName> {
        descendants(&self.children(), name)
    }

    /// Every structured type that others derive from, with those that do so directly: for whoever asks often.
    #[must_use]
    pub fn children(&self) -> BTreeMap<&QualifiedName, Vec<&QualifiedName>> {
        let mut children: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for ty in self.structured.values() {
            if let Some(base) = &ty.base {
                children.entry(base).or_default().push(&ty.name);
            }
        }
        children
    }

    /// What kind of thing is declared under `name`, and where.
    #[must_use]
    pub fn declaration(&self, name: &QualifiedName) -> Option<(&'static str, &Location)> {
        let structured = self.structured.get(name).map(|ty| ("structured type", &ty.location));
        let enumeration = || self.enums.get(name).map(|ty| ("enumeration type", &ty.location));
        let definition = || self.definitions.get(name).map(|ty| ("type definition", &ty.location));
        let term = || self.terms.get(name).map(|term| ("term", &term.location));
        let container = || self.containers.get(name).map(|container| ("entity container", &container.location));
        let operation = || {
            let action = self.actions.get(name).map(|overloads| ("action", overloads));
            let (kind, overloads) = action.or_else(|| self.functions.get(name).map(|found| ("function", found)))?;
            overloads.first().map(|operation| (kind, &operation.location))
        };
        structured.or_else(enumeration).or_else(definition).or_else(term).or_else(container).or_else(operation)
    }

    /// All overloads of all actions, and then those of all functions.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.actions.values().chain(self.functions.values()).flatten()
    }

    /// The overloads of the action `name`, and then those of the function of that name.
    pub fn overloads(&self, name: &QualifiedName) -> impl Iterator<Item = &Operation> + use<'_> {
        self.actions.get(name).into_iter().chain(self.functions.get(name)).flatten()
    }

    /// Whether `name` is a built-in type, or a declared one.
    pub(crate) fn has_type(&self, name: &TypeName) -> bool {
        match name {
            TypeName::Primitive(_) => true,
            TypeName::Named(name) => self.is_type(name),
        }
    }

    /// Whether `name` is a structured type, an enumeration type or a type definition.
    #[must_use]
    pub fn is_type(&self, name: &QualifiedName) -> bool {
        self.structured.contains_key(name) || self.enums.contains_key(name) || self.definitions.contains_key(name)
    }
}

/// What derives from `name` by [`Model::children`], directly or not, sorted by name.
pub(crate) fn descendants<'m>(
    children: &BTreeMap<&'m QualifiedName, Vec<&'m QualifiedName>>,
    name: &QualifiedName,
) -> Vec<&'m QualifiedName> {
    let mut found: BTreeSet<&'m QualifiedName> = BTreeSet::new();
    let mut open = children.get(name).cloned().unwrap_or_default();
    while let Some(next) = open.pop() {
        if next != name && found.insert(next) {
            open.extend(children.get(next).into_iter().flatten());
        }
    }
    found.into_iter().collect()
}
