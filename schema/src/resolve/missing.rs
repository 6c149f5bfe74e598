//! Names that are not declared.

use std::collections::{BTreeSet, HashMap};

use odatype_table::near::{nearest, perhaps};

use crate::{
    fault::Fault,
    guess::Guesses,
    model::{Container, Location, Model, QualifiedName},
    vocabulary::WELL_KNOWN,
};

/// What is said of names that are not declared.
pub(super) struct Missing<'m> {
    model: &'m Model,
    /// The documents' names, without folders.
    documents: &'m BTreeSet<String>,
    /// What is said of a name, which may be missed in many places.
    known: HashMap<QualifiedName, Option<String>>,
    guesses: Guesses<'m>,
}

impl<'m> Missing<'m> {
    pub(super) fn new(model: &'m Model, documents: &'m BTreeSet<String>) -> Self {
        Self { model, documents, known: HashMap::new(), guesses: Guesses::new(model) }
    }

    /// Whether nobody declares the type `name`: neither the documents, nor a vocabulary that everybody knows; nor was
    /// it cut off.
    pub(super) fn is_type(&self, name: &QualifiedName) -> bool {
        !self.model.is_type(name) && !self.model.outside.contains(name) && !self.is_well_known(name)
    }

    /// Whether a vocabulary that everybody knows declares `name`.
    pub(super) fn is_well_known(&self, name: &QualifiedName) -> bool {
        name.namespace().starts_with(WELL_KNOWN) && !self.model.namespaces.contains_key(name.namespace())
    }

    /// The fault for `name`, which is not declared.
    pub(super) fn fault(&mut self, name: &QualifiedName, what: &str, location: &Location) -> Fault {
        let fault = Fault::new(location, format!("{what} `{name}` is not declared"));
        let help = if let Some(help) = self.known.get(name) {
            help.clone()
        } else {
            let help = self.help(name);
            self.known.insert(name.clone(), help.clone());
            help
        };
        Fault { help, ..fault }
    }

    /// The same for the container `name` that `container` extends.
    pub(super) fn extended(&mut self, name: &QualifiedName, container: &Container) -> Fault {
        let fault =
            Fault::new(&container.location, format!("the container that is extended, `{name}`, is not declared"));
        if !self.model.namespaces.contains_key(name.namespace()) {
            return Fault { help: self.help(name), ..fault };
        }
        let others = self.model.containers.keys().filter(|other| **other != container.name);
        let near = nearest(name.as_str(), others.map(QualifiedName::as_str), 1);
        if near.is_empty() { fault } else { fault.help(perhaps(&near)) }
    }

    fn help(&self, name: &QualifiedName) -> Option<String> {
        let namespace = name.namespace();
        if namespace.eq_ignore_ascii_case("Edm") {
            return self.guesses.of_primitive(name.as_str());
        }
        if self.model.namespaces.contains_key(namespace) {
            return self.guesses.of_type(name.as_str());
        }
        let Some(uris) = self.model.included.get(namespace) else {
            let near = self.guesses.of_type(name.as_str()).map_or(String::new(), |near| format!("; {near}"));
            return Some(format!("no file declares namespace `{namespace}`{near}"));
        };
        let (given, absent): (Vec<&str>, Vec<&str>) =
            uris.iter().map(String::as_str).partition(|uri| self.documents.contains(last_segment(uri)));
        Some(match (given.first(), absent.is_empty()) {
            (Some(uri), true) => {
                format!("`{}` is among the files and does not declare namespace `{namespace}`", last_segment(uri))
            }
            _ => {
                format!("namespace `{namespace}` is that of `{}`, which is not among the files", absent.join("` or `"))
            }
        })
    }
}

/// What a document is called, by its URI or path.
pub(crate) fn last_segment(uri: &str) -> &str {
    let path = uri.split(['?', '#']).next().unwrap_or(uri);
    path.trim_end_matches('/').rsplit(['/', '\\']).next().unwrap_or(path)
}
