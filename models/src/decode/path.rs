//! Where the decoder is, for findings: a list on the stack, which is read only when something is found.

use std::cell::Cell;

use odatype_json::Span;

use crate::finding::{ROOT, Step as Taken, Steps, narrow};

/// A step from a value into a member or item of it.
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    segment: Segment,
    type_name: &'static str,
    /// The place that the steps so far lead to, once one was found something at.
    place: Cell<Option<u32>>,
}

#[derive(Clone, Copy)]
enum Segment {
    Root,
    /// A member, by where its name is, between its quotes.
    Member(Span),
    Index(usize),
}

impl<'p> Path<'p> {
    pub(super) fn root(type_name: &'static str) -> Self {
        Self { parent: None, segment: Segment::Root, type_name, place: Cell::new(None) }
    }

    /// The member whose name is at `name`, of an object of the type `type_name`.
    #[inline]
    pub(super) fn member(&'p self, name: Span, type_name: &'static str) -> Self {
        Self { parent: Some(self), segment: Segment::Member(name), type_name, place: Cell::new(None) }
    }

    /// Whether this is an item of an array.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.segment, Segment::Index(_))
    }

    #[inline]
    pub(super) fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), segment: Segment::Index(index), type_name: self.type_name, place: Cell::new(None) }
    }

    /// The qualified name of the type whose member this is.
    pub(super) fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// The place in `steps` that this is, the steps to it taken if they were not yet.
    #[cold]
    pub(super) fn place(&self, steps: &mut Steps) -> u32 {
        if let Some(place) = self.place.get() {
            return place;
        }
        let from = self.parent.map_or(ROOT, |parent| parent.place(steps));
        let place = match self.segment {
            Segment::Root => ROOT,
            Segment::Member(name) => steps.take(from, Taken::Member(narrow(name.start), narrow(name.end))),
            Segment::Index(index) => steps.take(from, Taken::Index(narrow(index))),
        };
        self.place.set(Some(place));
        place
    }
}
