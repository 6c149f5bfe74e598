//! Overlays: hand-written CSDL JSON that adds to a schema what its publisher does not say.
//!
//! A declaration of something that exists adds to it: annotations, properties, parameters. What does not exist yet is
//! declared. A target of `$Annotations` that does not exist is a fault, so that an overlay cannot go stale unnoticed.
//! The same term on the same target replaces what was there; rules (terms of `Org.OData.Validation.V1`, and facets)
//! hold beside it.

mod container;
mod facets;
mod known;
mod merge;
mod navigation;
mod operation;
mod said;
mod term;

use std::collections::BTreeSet;

use odatype_table::name::MaybeCollection;

use crate::{
    document::{Document, Target},
    fault::Fault,
    guess::Guesses,
    literal,
    model::{Annotations, Model, QualifiedName},
    resolve::{self, Declared, Finder, Path, TARGETS, inherited},
    terms::Known,
    vocabulary::TYPE_LISTS,
};
use known::{Written, replace};

/// Lays `overlay` over `model`.
pub(crate) fn apply(model: &mut Model, mut overlay: Document, faults: &mut Vec<Fault>) {
    overlay.each_annotations(&mut |_, annotations| annotations.mark_overlay());
    let mut applied: Vec<(String, Annotations)> = Vec::new();
    overlay.each_annotations(&mut |path, annotations| applied.push((path.to_owned(), annotations.clone())));
    let written = Written { bare: overlay.bare, defaults: overlay.defaults };
    resolve::include(model, overlay.includes, overlay.references, replace);
    let mut targets = Vec::new();
    let mut declared = Declared::of(model);
    let mut overloads = merge::Overloads::default();
    let aliases = resolve::aliases(model);
    for mut schema in overlay.schemas {
        let annotations = std::mem::take(&mut schema.annotations);
        // What an overlay calls a namespace is its own affair: only the service's aliases mean something on the wire.
        let is_own = |alias: &String| model.namespaces.contains_key(&schema.namespace) || aliases.contains(alias);
        schema.alias.take_if(|alias| is_own(alias));
        resolve::namespace(model, &mut schema);
        if let Some(namespace) = model.namespaces.get_mut(&schema.namespace) {
            replace(&mut namespace.annotations, annotations);
        }
        targets.append(&mut schema.targets);
        for declaration in schema.declarations {
            merge::extend(model, declaration, &written, (&mut declared, &mut overloads), faults);
        }
    }
    if let Some((name, location)) = overlay.container.filter(|(name, _)| !is_container(model, name)) {
        let message = format!("`$EntityContainer` is `{name}`, which is not declared");
        faults.push(Fault::new(&location, message));
    }
    let mut finder = Finder::default();
    targets.retain_mut(|target| !is_applied(model, &mut finder, target));
    unfound(model, targets, faults);
    let (terms, guesses) = (Known::new(model), Guesses::new(model));
    for (path, annotations) in &applied {
        let mut fault = |fault: Fault| faults.push(fault.of(path));
        for annotation in &annotations.0 {
            if let Some(wrong) = terms.wrong(&annotation.term) {
                fault(wrong.at(&annotation.location));
            }
        }
        listed(model, &guesses, annotations, &mut fault);
    }
}

fn is_container(model: &Model, name: &str) -> bool {
    QualifiedName::parse(name).is_some_and(|name| model.containers.contains_key(&name))
}

/// Faults for types that are listed but not declared.
fn listed(model: &Model, guesses: &Guesses<'_>, annotations: &Annotations, fault: &mut impl FnMut(Fault)) {
    for annotation in annotations.0.iter().filter(|annotation| TYPE_LISTS.contains(&annotation.term.as_str())) {
        let names = annotation.value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
        for name in names {
            let item = MaybeCollection::parse(name).item;
            if !literal::type_name(item).is_some_and(|name| model.has_type(&name)) {
                let wrong = Fault::new(&annotation.location, format!("type `{name}` is not declared"));
                let is_primitive = item.starts_with("Edm.");
                fault(Fault {
                    help: if is_primitive { guesses.of_primitive(item) } else { guesses.of_type(item) },
                    ..wrong
                });
            }
        }
    }
}

/// Annotates what `target` names, if there is such a thing.
fn is_applied(model: &mut Model, finder: &mut Finder, target: &mut Target) -> bool {
    let Some(places) = finder.find(model, &Path::parse(&target.path)) else { return false };
    for place in places {
        replace(place, target.annotations.clone());
    }
    true
}

/// Keeps the annotations of inherited properties; no other target is without a place of its own.
fn unfound(model: &mut Model, targets: Vec<Target>, faults: &mut Vec<Fault>) {
    let found = inherited(model, targets.iter().map(|target| target.path.as_str()));
    let inherited_paths: BTreeSet<String> = found.keys().map(ToString::to_string).collect();
    let (known, unknown): (Vec<_>, Vec<_>) =
        targets.into_iter().partition(|target| inherited_paths.contains(&target.path));
    let guesses = Guesses::new(model);
    for target in unknown {
        let fault = Fault::new(&target.location, format!("target `{}` does not exist", target.path)).of(&target.path);
        faults.push(fault.help(guesses.of_target(&target.path).unwrap_or_else(|| TARGETS.to_owned())));
    }
    for target in known {
        replace(model.other_annotations.entry(target.path).or_default(), target.annotations);
    }
}
