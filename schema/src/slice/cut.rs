//! The part of a model that was reached.

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::{ordered, version::name_in};

use super::reach::Reached;
use crate::{
    model::{Annotations, Container, ContainerElement, Model, Namespace, Operation, QualifiedName, Serves},
    rename::is_outer,
    resolve::mark_outside,
};

/// The part of `model` that was reached.
pub(super) fn cut(model: &Model, reached: &Reached<'_>) -> Model {
    let mut slice = Model {
        version: model.version.clone(),
        provenance: model.provenance.clone(),
        is_exhaustive: model.is_exhaustive,
        structured: part(&model.structured, |name| reached.types.contains(name)),
        enums: part(&model.enums, |name| reached.types.contains(name)),
        definitions: part(&model.definitions, |name| reached.types.contains(name)),
        ..Model::default()
    };
    slice.actions = overloads(&model.actions, reached);
    slice.functions = overloads(&model.functions, reached);
    slice.containers = imports(model, &slice);
    let cut = model.structured.values().filter(|ty| !slice.structured.contains_key(&ty.name));
    let versions = cut.clone().flat_map(|ty| {
        let versions = ty.annotations.versions();
        versions.filter_map(|version| QualifiedName::parse(&name_in(ty.name.as_str(), version)))
    });
    slice.outside = model.outside.iter().chain(cut.map(|ty| &ty.name)).cloned().chain(versions).collect();
    mark_outside(&mut slice);
    let names = reached.names().chain(slice.containers.keys());
    let namespaces: BTreeSet<&str> = names.map(QualifiedName::namespace).collect();
    slice.namespaces = part(&model.namespaces, |namespace| namespaces.contains(namespace.as_str()));
    // A namespace that others are in is a module, too, which has the name that it was given.
    let is_named = |namespace: &Namespace| namespace.annotations.rust_name().is_some();
    let outer = model.namespaces.iter().filter(|(name, namespace)| is_named(namespace) && is_outer(&slice, name));
    let outer: Vec<_> = outer.map(|(name, namespace)| (name.clone(), namespace.clone())).collect();
    slice.namespaces.extend(outer);
    slice.other_annotations =
        part(&model.other_annotations, |path| head(path).is_some_and(|name| slice.declaration(&name).is_some()));
    slice
}

/// Of the containers, the imports of operations that `slice` has: these are called by the imports' names.
fn imports(model: &Model, slice: &Model) -> BTreeMap<QualifiedName, Container> {
    let is_kept = |element: &&ContainerElement| match element.serves() {
        Some(Serves::ActionImport(name)) => slice.actions.contains_key(&name),
        Some(Serves::FunctionImport(name)) => slice.functions.contains_key(&name),
        Some(Serves::EntitySet(_) | Serves::Singleton(_)) | None => false,
    };
    let bare = |element: &ContainerElement| ContainerElement { annotations: Annotations::default(), ..element.clone() };
    let kept = model.containers.iter().map(|(name, container)| {
        let elements = container.elements.iter().filter(is_kept).map(bare).collect();
        let (name, location) = (name.clone(), container.location.clone());
        (name.clone(), Container { name, extends: None, elements, annotations: Annotations::default(), location })
    });
    ordered(kept.filter(|(_, container)| !container.elements.is_empty()))
}

/// The overloads of `all` that were reached.
fn overloads(
    all: &BTreeMap<QualifiedName, Vec<Operation>>,
    reached: &Reached<'_>,
) -> BTreeMap<QualifiedName, Vec<Operation>> {
    let kept = all.iter().map(|(name, overloads)| {
        let kept = overloads.iter().filter(|overload| reached.has(overload)).cloned();
        (name.clone(), kept.collect::<Vec<_>>())
    });
    ordered(kept.filter(|(_, overloads)| !overloads.is_empty()))
}

/// The qualified name that a target path starts with.
fn head(path: &str) -> Option<QualifiedName> {
    path.split(['/', '(', '@']).next().and_then(QualifiedName::parse)
}

/// Of `all`, what is kept.
fn part<K: Clone + Ord, T: Clone>(all: &BTreeMap<K, T>, is_kept: impl Fn(&K) -> bool) -> BTreeMap<K, T> {
    let kept = all.iter().filter(|(name, _)| is_kept(name));
    ordered(kept.map(|(name, value)| (name.clone(), value.clone())))
}
