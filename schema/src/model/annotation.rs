//! Annotations: terms applied to model elements.

use std::collections::HashMap;

use serde_json::Value;

use crate::{
    fault::Fault,
    location::Location,
    steps::step,
    vocabulary::own::VERSIONS,
    vocabulary::{core, validation},
};

/// All annotations of one model element, in document order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations(pub Vec<Annotation>);

/// One annotation.
///
/// Where it stands and who applied it do not count when two are compared.
///
/// Source: CSDL JSON 4.01, section 14.2.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// The term's qualified name, its alias expanded (`Org.OData.Core.V1.Description`).
    pub term: String,
    /// `Term#Qualifier`.
    pub qualifier: Option<String>,
    /// Its value.
    pub value: Expression,
    /// Annotations of this annotation.
    pub annotations: Annotations,
    /// Where it stands.
    pub location: Location,
    /// Whether an overlay applied it, so that what is wrong with it can be mended here.
    pub is_overlay: bool,
}

impl PartialEq for Annotation {
    fn eq(&self, other: &Self) -> bool {
        self.term == other.term
            && self.qualifier == other.qualifier
            && self.value == other.value
            && self.annotations == other.annotations
    }
}

impl Annotation {
    /// What is wrong with a rule: an error in an overlay, which can be mended, and a warning in a service's metadata,
    /// which cannot.
    pub(crate) fn fault(&self, message: impl Into<String>) -> Fault {
        let fault = Fault::new(&self.location, message);
        if self.is_overlay { fault } else { fault.warning() }
    }

    /// That a rule is not applied, since its target is something that has none.
    pub(crate) fn not_applied(&self, target: &str) -> Fault {
        self.fault(format!("`{}` is not applied: its target is {target}", self.term))
    }

    /// An annotation that no overlay applied, without annotations of its own.
    #[must_use]
    pub fn new(term: impl Into<String>, value: Expression, location: &Location) -> Self {
        Self {
            term: term.into(),
            qualifier: None,
            value,
            annotations: Annotations::default(),
            location: location.clone(),
            is_overlay: false,
        }
    }
}

/// An annotation's value in the form that CSDL JSON gives it: constants as JSON values, dynamic expressions as objects
/// such as `{"$Path": "…"}`, records as objects, collections as arrays.
///
/// Source: CSDL JSON 4.01, sections 14.3 and 14.4.
pub type Expression = Value;

impl Annotations {
    /// The value of the unqualified annotation with `term`.
    #[must_use]
    pub fn get(&self, term: &str) -> Option<&Expression> {
        self.0
            .iter()
            .find(|annotation| annotation.term == term && annotation.qualifier.is_none())
            .map(|annotation| &annotation.value)
    }

    /// The texts that the arrays of unqualified annotations with `term` hold: names of types.
    pub(crate) fn listed<'a>(&'a self, term: &'a str) -> impl Iterator<Item = &'a str> {
        self.all(term).filter_map(|annotation| annotation.value.as_array()).flatten().filter_map(Value::as_str)
    }

    /// Adds an annotation unless its term and qualifier are applied already.
    pub fn add(&mut self, annotation: Annotation) {
        if self.same(&annotation).is_none() {
            self.0.push(annotation);
        }
    }

    /// Every unqualified annotation with `term`. Of a rule there is more than one where an overlay says another than
    /// the metadata does: all of them hold.
    pub fn all<'a>(&'a self, term: &'a str) -> impl Iterator<Item = &'a Annotation> {
        self.0.iter().filter(move |annotation| annotation.term == term && annotation.qualifier.is_none())
    }

    /// Adds an annotation in place of the one with its term and qualifier, if there is one; a rule of the Validation
    /// vocabulary stands beside the others that are already there.
    pub fn overlay(&mut self, annotation: Annotation) {
        let is_rule = validation::RULES.contains(&annotation.term.as_str());
        match self.same(&annotation) {
            Some(_) if is_rule => {
                if !self.0.contains(&annotation) {
                    self.0.push(annotation);
                }
            }
            Some(index) => self.0[index] = annotation,
            None => self.0.push(annotation),
        }
    }

    /// [`overlay`](Self::overlay) for all of `more`, in time that grows with their number only.
    pub(crate) fn overlay_all(&mut self, more: Self) {
        if self.0.len() + more.0.len() <= FEW {
            more.0.into_iter().for_each(|annotation| self.overlay(annotation));
            return;
        }
        let mut places: HashMap<(String, Option<String>), Vec<usize>> = HashMap::new();
        for (annotation, place) in self.0.iter().zip(0..) {
            places.entry(key(annotation)).or_default().push(place);
        }
        for annotation in more.0 {
            step();
            let same = places.entry(key(&annotation)).or_default();
            let is_rule = validation::RULES.contains(&annotation.term.as_str());
            if let (Some(place), false) = (same.first().and_then(|place| self.0.get_mut(*place)), is_rule) {
                *place = annotation;
            } else if same.iter().all(|place| self.0.get(*place) != Some(&annotation)) {
                same.push(self.0.len());
                self.0.push(annotation);
            }
        }
    }

    /// Says of all annotations, those of annotations too, that an overlay applies them.
    pub(crate) fn mark_overlay(&mut self) {
        for annotation in &mut self.0 {
            annotation.is_overlay = true;
            annotation.annotations.mark_overlay();
        }
    }

    fn same(&self, annotation: &Annotation) -> Option<usize> {
        let mut all = self.0.iter().inspect(|_| step());
        all.position(|other| other.term == annotation.term && other.qualifier == annotation.qualifier)
    }

    /// The versions that a type is, in ascending order; none where the schema has it once. See
    /// [`Row::versions`](odatype_table::Row::versions).
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = &str> {
        let listed = self.get(VERSIONS).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        listed.iter().filter_map(Value::as_str)
    }

    /// The text of `Core.Description`, if there is one.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.get(core::DESCRIPTION)?.as_str()
    }
}

/// Up to how many annotations of one element are looked through one by one.
const FEW: usize = 16;

/// Annotations of one model element while they are gathered, each term and qualifier once: the first counts, since
/// services apply a term to one target twice.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    annotations: Annotations,
    /// Where which terms with qualifiers are, once there are more than a few.
    seen: HashMap<(String, Option<String>), usize>,
    /// Rules that do not count, although they say something else than those that do.
    dropped: Vec<Fault>,
}

impl Gathered {
    /// What is gathered so far is `annotations`.
    pub(crate) fn with(annotations: Annotations) -> Self {
        let mut gathered = Self { annotations, ..Self::default() };
        gathered.see();
        gathered
    }

    /// Adds an annotation unless its term and qualifier are applied already.
    pub(crate) fn add(&mut self, annotation: Annotation) {
        step();
        let same = if self.seen.is_empty() {
            self.annotations.same(&annotation)
        } else {
            self.seen.get(&key(&annotation)).copied()
        };
        if let Some(first) = same.and_then(|place| self.annotations.0.get(place)) {
            if *first != annotation && validation::RULES.contains(&annotation.term.as_str()) {
                let message = format!("`{}` is not applied: the one at {} counts", annotation.term, first.location);
                self.dropped.push(annotation.fault(message).help("a term is applied to a target once"));
            }
            return;
        }
        if !self.seen.is_empty() {
            self.seen.insert(key(&annotation), self.annotations.0.len());
        }
        self.annotations.0.push(annotation);
        if self.seen.is_empty() {
            self.see();
        }
    }

    fn see(&mut self) {
        if self.annotations.0.len() > FEW {
            for (annotation, place) in self.annotations.0.iter().zip(0..) {
                self.seen.entry(key(annotation)).or_insert(place);
            }
        }
    }

    /// All of them, and what is wrong.
    pub(crate) fn done(self) -> (Annotations, Vec<Fault>) {
        (self.annotations, self.dropped)
    }
}

fn key(annotation: &Annotation) -> (String, Option<String>) {
    (annotation.term.clone(), annotation.qualifier.clone())
}
