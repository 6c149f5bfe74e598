//! Rust names that a schema's user gives to its things: facts that the macro, a build script and the command need
//! alike.
//!
//! They are annotations with the term [`RUST_NAME`], which an overlay applies, and a manifest's table `rename` too.
//! Where things are listed by one text, as in that table, the macro and the command's options, a *key* names each:
//! `ns.Type`, `ns.Type.member`, `ns.action` with all its overloads or `ns.action(ns.Binding)`, `ns.action.parameter` or
//! `ns.action(ns.Binding).parameter`, a function's likewise, whose overloads have the names of their parameters too
//! (`ns.function(ns.Binding,from,to)`), `ns.Type/property` for the enum of what an untyped property may hold, or a
//! namespace.

use std::collections::BTreeSet;

#[cfg(feature = "slice")]
use crate::resolve::{Finder, Path};
use crate::{
    fault::Fault,
    model::{Annotation, Annotations, Location, Model, Operation, QualifiedName},
    resolve::TARGETS,
    vocabulary::own::RUST_NAME,
};

/// The qualifier for the enum of what an untyped property may hold: the property itself has a name too.
const UNION: &str = "Union";

/// A Rust name that an annotation gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustName {
    /// The key of what has it.
    pub key: String,
    /// The name, as it was written.
    pub name: String,
    /// Where it was written.
    pub location: Location,
}

/// What a key is in an overlay: a target, `None` for the schema of a namespace itself, with a qualifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The namespace whose `$Annotations` the target fits in, or that it is.
    pub namespace: String,
    /// The path.
    pub path: Option<String>,
    /// The annotation's member: `@`, the term, and its qualifier.
    pub member: String,
}

/// All Rust names in `model`; what is wrong with one goes to `faults`.
pub fn rust_names(model: &Model, faults: &mut Vec<Fault>) -> Vec<RustName> {
    let mut names = Names { found: Vec::new(), idle: Vec::new(), faults };
    for (name, namespace) in &model.namespaces {
        names.take(name, &namespace.annotations);
    }
    for ty in model.structured.values() {
        names.take(ty.name.as_str(), &ty.annotations);
        for property in &ty.properties {
            names.take(&format!("{}.{}", ty.name, property.name), &property.annotations);
            names.of_union(&format!("{}/{}", ty.name, property.name), &property.annotations);
        }
    }
    for ty in model.enums.values() {
        names.take(ty.name.as_str(), &ty.annotations);
        for member in &ty.members {
            names.take(&format!("{}.{}", ty.name, member.name), &member.annotations);
        }
    }
    for ty in model.definitions.values() {
        names.take(ty.name.as_str(), &ty.annotations);
    }
    for operation in model.operations() {
        let key = operation.key();
        names.take(&key, &operation.annotations);
        for parameter in operation.given() {
            names.take(&format!("{key}.{}", parameter.name), &parameter.annotations);
        }
        if let Some(binding) = operation.binding() {
            names.leave(&format!("{}/{}", operation.name, binding.name), &binding.annotations);
        }
        if let Some(returns) = &operation.returns {
            names.leave(&format!("{}/$ReturnType", operation.name), &returns.annotations);
        }
    }
    for term in model.terms.values() {
        names.leave(term.name.as_str(), &term.annotations);
    }
    for container in model.containers.values() {
        names.leave(container.name.as_str(), &container.annotations);
        for element in &container.elements {
            names.leave(&format!("{}/{}", container.name, element.name), &element.annotations);
        }
    }
    for (path, annotations) in &model.other_annotations {
        names.leave(path, annotations);
    }
    names.done(model)
}

impl Annotations {
    /// The Rust name that they give to what they are of.
    #[must_use]
    pub fn rust_name(&self) -> Option<&str> {
        given(self, None).find_map(|one| one.value.as_str())
    }

    /// The Rust name that those of an untyped property give to the enum of what it may hold.
    #[must_use]
    pub fn rust_name_of_union(&self) -> Option<&str> {
        given(self, Some(UNION)).find_map(|one| one.value.as_str())
    }
}

/// The annotations that give a name.
fn given<'a>(annotations: &'a Annotations, qualifier: Option<&'a str>) -> impl Iterator<Item = &'a Annotation> {
    annotations.0.iter().filter(move |one| one.term == RUST_NAME && one.qualifier.as_deref() == qualifier)
}

struct Names<'m, 'f> {
    found: Vec<RustName>,
    /// What an overlay names that has no Rust name, by target.
    idle: Vec<(String, &'m Annotation)>,
    faults: &'f mut Vec<Fault>,
}

impl<'m> Names<'m, '_> {
    fn take(&mut self, key: &str, annotations: &Annotations) {
        given(annotations, None).for_each(|one| self.add(key, one));
    }

    fn of_union(&mut self, key: &str, annotations: &Annotations) {
        given(annotations, Some(UNION)).for_each(|one| self.add(key, one));
    }

    fn add(&mut self, key: &str, one: &Annotation) {
        let Some(name) = one.value.as_str() else {
            let fault = Fault::new(&one.location, format!("`{RUST_NAME}` is no text")).of(key);
            self.faults.push(fault.help("expected a Rust name, such as `last`"));
            return;
        };
        let (name, location) = (name.to_owned(), one.location.clone());
        self.found.push(RustName { key: key.to_owned(), name, location });
    }

    /// Of what has no Rust name. A schema may say what it likes; an overlay can be mended.
    fn leave(&mut self, target: &str, annotations: &'m Annotations) {
        let given = given(annotations, None).filter(|one| one.is_overlay);
        self.idle.extend(given.map(|one| (target.to_owned(), one)));
    }

    /// All names. One that names nothing is a fault, unless it names something else: `ns.action/parameter` is of all
    /// overloads, and may be what one of them is bound to.
    fn done(self, model: &Model) -> Vec<RustName> {
        let used: BTreeSet<&Location> = self.found.iter().map(|name| &name.location).collect();
        for (target, one) in self.idle.iter().filter(|(_, one)| !used.contains(&one.location)) {
            let fault = Fault::new(&one.location, format!("`{RUST_NAME}` names nothing that is generated"));
            self.faults.push(fault.of(target).help(
                declared(model, target).map_or_else(|| TARGETS.to_owned(), |declared| format!("perhaps `{declared}`")),
            ));
        }
        self.found
    }
}

/// The target of the property that is inherited as `target`.
fn declared(model: &Model, target: &str) -> Option<String> {
    let (owner, property) = target.split_once('/')?;
    let ancestors = model.ancestors(&QualifiedName::parse(owner)?);
    let declaring = ancestors.into_iter().find(|ty| ty.properties.iter().any(|own| own.name == property))?;
    Some(format!("{}/{property}", declaring.name))
}

/// What `key` is in an overlay for `model`; `None` if it names nothing there.
#[must_use]
pub fn rename_target(model: &Model, key: &str) -> Option<Target> {
    let member = format!("@{RUST_NAME}");
    let at = |name: &QualifiedName, path: String| Target {
        namespace: model.type_name(name).unwrap_or(name).namespace().to_owned(),
        path: Some(path),
        member: member.clone(),
    };
    if model.namespaces.contains_key(key) {
        return Some(Target { namespace: key.to_owned(), path: None, member });
    }
    let of_union = key.split_once('/').and_then(|(owner, property)| {
        let name = QualifiedName::parse(owner)?;
        model.structured.get(&name)?.properties.iter().find(|known| known.name == property)?;
        Some(Target { member: format!("@{RUST_NAME}#{UNION}"), ..at(&name, key.to_owned()) })
    });
    let outer =
        || is_outer(model, key).then(|| Target { namespace: key.to_owned(), path: None, member: member.clone() });
    of_union.or_else(|| whole_target(model, key, &at)).or_else(|| member_target(model, key, &at)).or_else(outer)
}

/// Whether a namespace is in one that is named `key`, which needs not be declared: each segment is a module.
pub(crate) fn is_outer(model: &Model, key: &str) -> bool {
    let inner = format!("{key}.");
    model.namespaces.range(inner.clone()..).next().is_some_and(|(name, _)| name.starts_with(&inner))
}

/// The target of a type, an operation, an overload, or an overload's parameter.
fn whole_target(model: &Model, key: &str, at: &impl Fn(&QualifiedName, String) -> Target) -> Option<Target> {
    if let Some(name) = QualifiedName::parse(key).filter(|name| names_whole(model, name)) {
        return Some(at(&name, key.to_owned()));
    }
    let name = QualifiedName::parse(key.split_once('(')?.0)?;
    let path = model.overloads(&name).find_map(|overload| {
        let rest = key.strip_prefix(&overload.key())?;
        if rest.is_empty() {
            return Some(overload.path());
        }
        // Its name may have parentheses itself.
        let parameter = rest.strip_prefix('.')?;
        let is_known = overload.given().any(|known| known.name == parameter);
        is_known.then(|| format!("{}/{parameter}", overload.path()))
    });
    path.map(|path| at(&name, path))
}

/// The target of a property, a member or a parameter, whose name may have dots, slashes and parentheses itself.
fn member_target(model: &Model, key: &str, at: &impl Fn(&QualifiedName, String) -> Target) -> Option<Target> {
    let places = key.match_indices('.').map(|(place, _)| place);
    places.filter_map(|place| Some((QualifiedName::parse(key.get(..place)?)?, key.get(place + 1..)?))).find_map(
        |(name, member)| {
            let property =
                |name| model.structured.get(name).map(|ty| ty.properties.iter().any(|one| one.name == member));
            let value = |name| model.enums.get(name).map(|ty| ty.members.iter().any(|one| one.name == member));
            let has = |operation: &Operation| operation.given().any(|one| one.name == member);
            let parameter = || model.overloads(&name).any(has);
            let is_known = property(&name).or_else(|| value(&name)).unwrap_or_else(parameter);
            is_known.then(|| at(&name, format!("{name}/{member}")))
        },
    )
}

/// Whether `name` is a type or an operation.
fn names_whole(model: &Model, name: &QualifiedName) -> bool {
    model.is_type(name) || model.overloads(name).next().is_some()
}

/// Gives what `key` names in `model` the Rust name `name`; `false` if it names nothing. Many names share one `finder`.
#[cfg(feature = "slice")]
pub(crate) fn apply(model: &mut Model, finder: &mut Finder, key: &str, name: &str, location: &Location) -> bool {
    let Some(Target { namespace, path, member }) = rename_target(model, key) else { return false };
    let qualifier = member.split_once('#').map(|(_, qualifier)| qualifier.to_owned());
    let annotation = Annotation { qualifier, ..Annotation::new(RUST_NAME, name.into(), location) };
    let Some(path) = path else {
        model.namespaces.entry(namespace).or_default().annotations.overlay(annotation);
        return true;
    };
    let Some(places) = finder.find(model, &Path::parse(&path)) else { return false };
    for place in places {
        place.overlay(annotation.clone());
    }
    true
}
