//! Terms that are applied: one that nobody declares is a slip of the pen, and would go unnoticed.

use std::{cell::Cell, collections::BTreeSet};

use odatype_table::near::{nearest, perhaps};

use crate::{
    fault::Fault,
    model::{Location, Model, QualifiedName},
    steps::step,
    vocabulary::{WELL_KNOWN, core, own, validation},
};

/// For how many terms it is looked what was perhaps meant: each is compared with all that its vocabulary has.
const GUESSED: usize = 32;

/// What is wrong with the name of a term.
#[derive(Debug)]
pub(crate) struct Wrong {
    message: String,
    help: String,
    /// Whether it is its namespace that nobody knows.
    pub(crate) is_namespace: bool,
}

impl Wrong {
    /// The same as a fault.
    pub(crate) fn at(self, location: &Location) -> Fault {
        Fault::new(location, self.message).help(self.help)
    }
}

/// The terms that a model, and vocabularies that everybody knows, have.
pub(crate) struct Known<'m> {
    model: &'m Model,
    /// Namespaces that declare terms.
    declaring: BTreeSet<&'m str>,
    guessed: Cell<usize>,
}

impl<'m> Known<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        let declaring = model.terms.keys().map(QualifiedName::namespace).collect();
        Self { model, declaring, guessed: Cell::new(0) }
    }

    /// What is wrong with `term`, its alias expanded: it has no namespace, its namespace is neither declared nor
    /// included, or that has no such term.
    pub(crate) fn wrong(&self, term: &str) -> Option<Wrong> {
        let Some((namespace, name)) = term.rsplit_once('.') else {
            let help = "expected a qualified name, such as `Org.OData.Core.V1.Description`".to_owned();
            return Some(Wrong { message: format!("term `{term}` has no namespace"), help, is_namespace: true });
        };
        let is_declared = || QualifiedName::parse(term).is_some_and(|name| self.model.terms.contains_key(&name));
        let known: Vec<&str> = match namespace {
            _ if self.declaring.contains(namespace) => {
                if is_declared() {
                    return None;
                }
                self.guesses(namespace)
            }
            validation::NAMESPACE => validation::names().collect(),
            core::NAMESPACE => core::names().collect(),
            own::NAMESPACE => own::names().collect(),
            _ => return self.unknown(namespace, term),
        };
        if known.contains(&name) {
            return None;
        }
        let help = match nearest(name, known.iter().copied(), 1).first() {
            Some(near) => perhaps(&[near]),
            None if [validation::NAMESPACE, own::NAMESPACE].contains(&namespace) => {
                "expected a term that it has".to_owned()
            }
            // The Core vocabulary grows, and services do not declare all terms of their own: only what is nearly one is
            // told.
            None => return None,
        };
        Some(Wrong { message: format!("the vocabulary {namespace} has no term `{name}`"), help, is_namespace: false })
    }

    /// The names of terms of `namespace` that may have been meant.
    fn guesses(&self, namespace: &str) -> Vec<&'m str> {
        let guessed = self.guessed.replace(self.guessed.get() + 1);
        let terms = self.model.terms.keys().filter(|_| guessed < GUESSED).inspect(|_| step());
        terms.filter(|known| known.namespace() == namespace).map(QualifiedName::name).collect()
    }

    /// What is wrong with `term` if nobody knows its namespace.
    fn unknown(&self, namespace: &str, term: &str) -> Option<Wrong> {
        let is_known = namespace.starts_with(WELL_KNOWN)
            || self.model.namespaces.contains_key(namespace)
            || self.model.included.contains_key(namespace);
        let help = format!("expected a reference that includes `{namespace}`, or has it as an alias");
        let message = format!("term `{term}` is of no known vocabulary");
        (!is_known).then_some(Wrong { message, help, is_namespace: true })
    }
}
