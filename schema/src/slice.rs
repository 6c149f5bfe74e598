//! Slices: what some roots reach, and nothing else.
//!
//! A *slot* is a place where a value of a type may stand: a root, a structural or contained navigation property, an
//! action's parameter or result. A slice holds the types of all slots, with their ancestors, and with all that derives
//! from a slot's type, but not the other descendants of an ancestor. A navigation property that contains nothing is kept
//! as a reference, its type's name unchanged, even where the type is outside.

#[cfg(feature = "slice")]
mod keep;
#[cfg(feature = "slice")]
mod manifest;
mod reach;
mod root;

use std::collections::BTreeMap;

use crate::{
    model::{Model, Provenance, QualifiedName},
    resolve::mark_outside,
};
#[cfg(feature = "slice")]
pub use manifest::{DEFAULT_TERMS, Manifest, Roots, Slice, slice_files};
use reach::Reached;
pub use root::UnknownRoot;

/// Cuts out of `model` what `roots` reach. A root is the name of a type, or of an action with all its overloads
/// (`microsoft.graph.answer`), or of one overload by what it is bound to (`microsoft.graph.mute(microsoft.graph.call)`).
///
/// What an action is bound to is not reached by the action: its body does not hold it.
///
/// # Errors
/// Every root that names nothing.
pub fn slice<R: AsRef<str>>(model: &Model, roots: &[R]) -> Result<Model, Vec<UnknownRoot>> {
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for root in roots {
        match root::resolve(model, root.as_ref()) {
            Ok(roots) => found.extend(roots),
            Err(error) => unknown.push(error),
        }
    }
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut slice = cut(model, &reach::reach(model, &found));
    // What was cut off is missing from now on, and who reads the slice again has to know that it is one.
    slice.provenance.get_or_insert_with(|| Provenance {
        roots: roots.iter().map(|root| root.as_ref().to_owned()).collect(),
        ..Provenance::default()
    });
    Ok(slice)
}

/// The part of `model` that was reached.
fn cut(model: &Model, reached: &Reached<'_>) -> Model {
    let structured = model.structured.iter().filter(|(name, _)| reached.types.contains(name));
    let mut slice = Model {
        version: model.version.clone(),
        provenance: model.provenance.clone(),
        structured: structured.map(|(name, ty)| (name.clone(), ty.clone())).collect(),
        enums: part(&model.enums, |name| reached.types.contains(name)),
        definitions: part(&model.definitions, |name| reached.types.contains(name)),
        ..Model::default()
    };
    for (name, overloads) in &model.actions {
        let kept: Vec<_> =
            overloads.iter().enumerate().filter(|(index, _)| reached.actions.contains(&(name, *index))).collect();
        if !kept.is_empty() {
            slice.actions.insert(name.clone(), kept.into_iter().map(|(_, overload)| overload.clone()).collect());
        }
    }
    let cut = model.structured.keys().filter(|name| !slice.structured.contains_key(name));
    slice.outside = model.outside.iter().chain(cut).cloned().collect();
    mark_outside(&mut slice);
    slice.namespaces = model
        .namespaces
        .iter()
        .filter(|(namespace, _)| reached.names().any(|name| name.namespace() == **namespace))
        .map(|(namespace, found)| (namespace.clone(), found.clone()))
        .collect();
    slice.other_annotations = model
        .other_annotations
        .iter()
        .filter(|(path, _)| head(path).is_some_and(|name| slice.declaration(&name).is_some()))
        .map(|(path, annotations)| (path.clone(), annotations.clone()))
        .collect();
    slice
}

/// The qualified name that a target path starts with.
fn head(path: &str) -> Option<QualifiedName> {
    path.split(['/', '(', '@']).next().and_then(QualifiedName::parse)
}

fn part<T: Clone>(
    all: &BTreeMap<QualifiedName, T>,
    is_kept: impl Fn(&QualifiedName) -> bool,
) -> BTreeMap<QualifiedName, T> {
    all.iter().filter(|(name, _)| is_kept(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}
