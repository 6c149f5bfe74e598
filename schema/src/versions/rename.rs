//! Whatever names a version names the chain.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::chain::{Chains, Declared};
use crate::{
    model::{Annotations, Model, Operation, QualifiedName, TypeName, TypeRef},
    resolve::is_same_overload,
    vocabulary::names_things,
};

/// Gives everything in `model` that names a member of a chain the chain's name, but for the declarations of the
/// members.
pub(super) fn rename(model: &mut Model, chains: &Chains) {
    let names = Names { chains, declared: Declared::of(model) };
    for namespace in model.namespaces.values_mut() {
        names.annotations(&mut namespace.annotations);
    }
    for reference in model.references.values_mut() {
        reference.each_annotations(&mut |annotations| names.annotations(annotations));
    }
    for ty in model.structured.values_mut() {
        if let Some(base) = &mut ty.base {
            names.name(base);
        }
        names.annotations(&mut ty.annotations);
        for property in &mut ty.properties {
            names.type_ref(&mut property.ty);
            property.each_annotations(&mut |annotations| names.annotations(annotations));
        }
    }
    for ty in model.enums.values_mut() {
        names.annotations(&mut ty.annotations);
        ty.members.iter_mut().for_each(|member| names.annotations(&mut member.annotations));
    }
    model.definitions.values_mut().for_each(|ty| names.annotations(&mut ty.annotations));
    for overloads in model.actions.values_mut().chain(model.functions.values_mut()) {
        for operation in overloads.iter_mut() {
            names.operation(operation);
        }
        once(overloads);
    }
    for term in model.terms.values_mut() {
        names.type_ref(&mut term.ty);
        names.annotations(&mut term.annotations);
    }
    for container in model.containers.values_mut() {
        names.annotations(&mut container.annotations);
        for element in &mut container.elements {
            names.members(&mut element.members);
            names.annotations(&mut element.annotations);
        }
    }
    let mut others: BTreeMap<String, Annotations> = BTreeMap::new();
    for (path, mut annotations) in std::mem::take(&mut model.other_annotations) {
        names.annotations(&mut annotations);
        others.entry(names.path(&path)).or_default().0.extend(annotations.0);
    }
    model.other_annotations = others;
}

/// Of overloads that were told apart by versions of what they are bound to, the last.
fn once(overloads: &mut Vec<Operation>) {
    let mut kept: Vec<Operation> = Vec::with_capacity(overloads.len());
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for operation in std::mem::take(overloads) {
        let first = operation.parameters.first().map(|parameter| parameter.ty.to_string()).unwrap_or_default();
        let alike = places.entry(first).or_default();
        let same =
            alike.iter().find(|place| kept.get(**place).is_some_and(|other| is_same_overload(other, &operation)));
        if let Some(other) = same.and_then(|place| kept.get_mut(*place)) {
            *other = operation;
        } else {
            alike.push(kept.len());
            kept.push(operation);
        }
    }
    *overloads = kept;
}

struct Names<'c> {
    chains: &'c Chains,
    declared: Declared,
}

impl Names<'_> {
    fn name(&self, name: &mut QualifiedName) {
        if let Some(plain) = self.chains.chain_of(&self.declared, name) {
            *name = plain;
        }
    }

    fn type_ref(&self, ty: &mut TypeRef) {
        if let TypeName::Named(name) = &mut ty.name {
            self.name(name);
        }
    }

    fn operation(&self, operation: &mut Operation) {
        self.annotations(&mut operation.annotations);
        for parameter in &mut operation.parameters {
            self.type_ref(&mut parameter.ty);
            self.annotations(&mut parameter.annotations);
        }
        if let Some(returns) = &mut operation.returns {
            self.type_ref(&mut returns.ty);
            self.annotations(&mut returns.annotations);
        }
    }

    fn annotations(&self, annotations: &mut Annotations) {
        for annotation in &mut annotations.0 {
            if names_things(&annotation.term) {
                self.texts(&mut annotation.value);
            }
            self.annotations(&mut annotation.annotations);
        }
    }

    /// Texts that are names or paths.
    fn texts(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.path(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.texts(item)),
            _ => {}
        }
    }

    /// The members of a container's element: types, and paths with types in them.
    fn members(&self, members: &mut Map<String, Value>) {
        for (name, value) in members.iter_mut() {
            match (name.as_str(), value) {
                ("$Type", Value::String(text)) => *text = self.path(text),
                ("$NavigationPropertyBinding", Value::Object(bindings)) => {
                    let renamed = std::mem::take(bindings).into_iter();
                    *bindings = renamed.map(|(path, target)| (self.path(&path), target)).collect();
                }
                _ => {}
            }
        }
    }

    /// A name, a collection or a path, every name in it renamed.
    fn path(&self, text: &str) -> String {
        let mut renamed = String::with_capacity(text.len());
        for part in text.split_inclusive(['/', '@', '(', ')', ',']) {
            let end = part.find(['/', '@', '(', ')', ',']).unwrap_or(part.len());
            match QualifiedName::parse(&part[..end]) {
                Some(mut name) => {
                    self.name(&mut name);
                    renamed.push_str(name.as_str());
                }
                None => renamed.push_str(&part[..end]),
            }
            renamed.push_str(&part[end..]);
        }
        renamed
    }
}
