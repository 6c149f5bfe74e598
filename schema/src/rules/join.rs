//! Everything that is said of one place, joined: all of it holds.
//!
//! Rules come one after the other: those of the type definition, then those of the property or parameter, an overlay's
//! last. One that would leave no value together with those before it is not applied.

mod allowed;
mod bound;
mod digits;
mod items;
mod length;
mod multiple;
mod number;
mod pattern;
mod types;

use odatype_table::Constraints;

pub(super) use types::listed;

use super::{
    index::Index,
    listed::Alternative,
    origin::Element,
    subject::{Kind, Subject},
};
use crate::{
    fault::Fault,
    model::{Annotation, Annotations, Facets, Location, TypeDefinition},
    vocabulary::validation,
};

/// What one model element says of a place.
pub(super) struct Said<'m> {
    annotations: &'m Annotations,
    facets: &'m Facets,
    location: &'m Location,
    /// Whether a type definition says it, which is of items, never of a collection.
    is_definition: bool,
    /// Who says it, where it is not the place itself.
    speaker: Option<String>,
}

/// What holds so far.
pub(super) struct Join<'j, 'm> {
    index: &'j Index<'m>,
    subject: Subject<'m>,
    faults: &'j mut Vec<Fault>,
    joined: Constraints<String>,
    /// The types that are listed for untyped values.
    alternatives: Option<Vec<Alternative<'m>>>,
    /// Who says what is being read, for messages.
    speaker: String,
    /// Whether that is a type definition, which is of items, never of a collection.
    of_items: bool,
}

impl<'m> Said<'m> {
    /// What a type definition says.
    pub(super) fn of_definition(definition: &'m TypeDefinition) -> Self {
        Self {
            annotations: &definition.annotations,
            facets: &definition.underlying.facets,
            location: &definition.location,
            is_definition: true,
            speaker: Some(definition.name.to_string()),
        }
    }

    /// What a property or parameter says.
    pub(super) fn of(element: Element<'m>) -> Self {
        Self {
            annotations: element.annotations(),
            facets: &element.ty().facets,
            location: element.location(),
            is_definition: false,
            speaker: None,
        }
    }

    /// The same, said by another place that is inherited.
    pub(super) fn by(self, speaker: String) -> Self {
        Self { speaker: Some(speaker), ..self }
    }
}

impl<'j, 'm> Join<'j, 'm> {
    /// Nothing is said yet of `subject`.
    pub(super) fn new(index: &'j Index<'m>, subject: Subject<'m>, faults: &'j mut Vec<Fault>) -> Self {
        let speaker = subject.name.clone();
        Self { index, subject, faults, joined: Constraints::default(), alternatives: None, speaker, of_items: false }
    }

    /// Joins what `said` says.
    pub(super) fn add(&mut self, said: &Said<'_>) {
        self.of_items = said.is_definition || !self.subject.ty.is_collection;
        self.speaker.clone_from(said.speaker.as_ref().unwrap_or(&self.subject.name));
        self.facets(said.facets, said.location);
        for rule in said.annotations.0.iter().filter(|annotation| annotation.qualifier.is_none()) {
            match rule.term.as_str() {
                validation::PATTERN => self.pattern(rule),
                validation::MINIMUM | validation::MAXIMUM => self.bound(rule),
                validation::MULTIPLE_OF => self.multiple(rule),
                validation::MIN_ITEMS | validation::MAX_ITEMS => self.items(rule),
                validation::ALLOWED_VALUES => self.allowed(rule),
                validation::DERIVED_TYPE_CONSTRAINT => self.types(rule),
                // A term of another vocabulary, or of types as a whole.
                _ => {}
            }
        }
    }

    /// What holds.
    pub(super) fn done(self) -> Constraints<String> {
        let types = self.alternatives.map(|types| listed(self.index, types, self.faults));
        Constraints { types, ..self.joined }
    }

    fn facets(&mut self, facets: &Facets, location: &Location) {
        self.max_length(facets, location);
        self.unicode(facets, location);
        self.digits(facets, location);
    }

    /// A rule that is not applied.
    fn refuse(&mut self, rule: &Annotation, why: &str, help: &str) {
        let message = format!("`{}` is not applied: {why}", rule.term);
        let fault = rule.fault(message).of(&self.speaker);
        self.faults.push(if help.is_empty() { fault } else { fault.help(help) });
    }

    /// A rule on a type that cannot carry it.
    fn misplaced(&mut self, rule: &Annotation, help: &str) {
        let why = match self.subject.kind {
            Kind::Primitive(_) => format!("values are `{}`", self.subject.type_name()),
            Kind::Enumeration(_) => format!("values are members of `{}`", self.subject.type_name()),
            Kind::Structured(_) => format!("values are objects of `{}`", self.subject.type_name()),
        };
        self.refuse(rule, &why, help);
    }

    /// Something odd that changes nothing.
    fn warn(&mut self, location: &Location, message: impl Into<String>, help: &str) {
        let fault = Fault::new(location, message).warning().of(&self.speaker);
        self.faults.push(if help.is_empty() { fault } else { fault.help(help) });
    }

    /// What is said loosens what the type definition, or the metadata, says.
    fn loosens(&mut self, location: &Location, what: &str, said: &str, before: &str) {
        let message = format!("`{what}` is {said}, but {before} is said already");
        self.warn(location, message, "both hold");
    }

    /// A facet that its type does not have.
    fn facet_misplaced(&mut self, location: &Location, facet: &str) {
        let message = format!("`{facet}` is not applied: values are `{}`", self.subject.type_name());
        self.warn(location, message, "");
    }
}
