//! Documents into one model: declarations merged, annotations put on their targets, what is said twice settled, then
//! everything checked that is asked for.

mod annotate;
mod check;
mod circle;
mod declare;
mod found;
mod inheritance;
mod inherited;
mod missing;
mod parts;
mod restate;
mod settle;
mod target;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use annotate::Finder;
pub(crate) use check::check;
pub(crate) use declare::{Declared, is_same_overload, signature};
pub(crate) use found::Found;
pub(crate) use inherited::{inherited, redeclared};
pub(crate) use missing::last_segment;
#[cfg(feature = "write")]
pub(crate) use settle::leave_out;
#[cfg(feature = "write")]
pub(crate) use settle::mark_outside;
pub(crate) use settle::settle;
pub(crate) use target::{PLACES, Path, TARGETS};

use crate::{
    document::{Document, Schema},
    fault::Fault,
    model::{Annotations, Gathered, Model, Reference},
    provenance,
};

/// Merges `documents` into one model. Nothing is looked up yet but the targets of annotations.
pub(crate) fn merge(documents: Vec<Document>, faults: &mut Vec<Fault>) -> Model {
    let mut model = Model { version: "4.0".into(), ..Model::default() };
    let mut targets: BTreeMap<String, Annotations> = BTreeMap::new();
    let mut declared = Declared::default();
    for document in documents {
        if document.version == "4.01" {
            model.version = document.version;
        }
        // No rule is one of a reference.
        include(&mut model, document.includes, document.references, |place, more| drop(add(place, more)));
        for mut schema in document.schemas {
            for target in schema.targets.drain(..) {
                targets.entry(target.path).or_default().0.extend(target.annotations.0);
            }
            namespace(&mut model, &mut schema);
            for declaration in schema.declarations {
                declared.declare(&mut model, declaration, faults);
            }
        }
    }
    unshare_aliases(&mut model);
    annotate::all(&mut model, targets, faults);
    model
}

/// Forgets aliases by which documents mean different namespaces (each may call its own `Self`), or that are another
/// namespace's name: in the whole they stand for nothing, and no one document could declare them.
fn unshare_aliases(model: &mut Model) {
    let mut meant: BTreeMap<String, usize> = BTreeMap::new();
    for (name, namespace) in &model.namespaces {
        if let Some(alias) = namespace.alias.as_ref().filter(|alias| *alias != name) {
            let is_name = model.namespaces.contains_key(alias) || model.included.contains_key(alias);
            *meant.entry(alias.clone()).or_default() += 1 + usize::from(is_name);
        }
    }
    for namespace in model.namespaces.values_mut() {
        namespace.alias.take_if(|alias| meant.get(alias).is_some_and(|count| *count > 1));
    }
}

/// The names that no further alias may have: the aliases that there are, and namespaces.
pub(crate) fn aliases(model: &Model) -> BTreeSet<String> {
    let aliases = model.namespaces.values().filter_map(|namespace| namespace.alias.clone());
    aliases.chain(model.namespaces.keys().cloned()).chain(model.included.keys().cloned()).collect()
}

/// Notes what references include, and by `put` what is said of them.
pub(crate) fn include(
    model: &mut Model,
    includes: Vec<(String, String)>,
    references: Vec<(String, Reference)>,
    put: impl Fn(&mut Annotations, Annotations),
) {
    for (namespace, uri) in includes {
        model.included.entry(namespace).or_default().insert(uri);
    }
    for (uri, more) in references {
        let known = model.references.entry(uri).or_default();
        put(&mut known.annotations, more.annotations);
        for (namespace, annotations) in more.of_includes {
            put(known.of_includes.entry(namespace).or_default(), annotations);
        }
        for included in more.include_annotations {
            if !known.include_annotations.contains(&included) {
                known.include_annotations.push(included);
            }
        }
    }
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
    // No rule is one of a namespace.
    add(&mut known.annotations, annotations);
}

/// Adds annotations, and tells of rules that do not count. Services apply a term to one target twice; the first one
/// counts.
fn add(place: &mut Annotations, more: Annotations) -> Vec<Fault> {
    let mut gathered = Gathered::with(std::mem::take(place));
    more.0.into_iter().for_each(|annotation| gathered.add(annotation));
    let faults;
    (*place, faults) = gathered.done();
    faults
}
