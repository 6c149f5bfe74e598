//! Where types are used: what their documentation tells.

use std::collections::BTreeSet;

use odatype_schema::{Origin, Rulebook};
use odatype_table::{Body, Shape};

use crate::steps::step;

/// Where each row's type is used.
#[derive(Debug)]
pub(super) struct Uses(Vec<Used>);

/// How many of what derives from a type, and of any other list, are told; the rest is only counted.
pub(super) const SHOWN: usize = 12;

/// Where one is, and what derives from it.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// The properties and parameters of the type, as rows of their owners and names.
    pub(super) properties: Vec<(u16, String)>,
    /// The rows of the operations that return it.
    pub(super) returned_by: Vec<u16>,
    /// The rows of the actions that are bound to it.
    pub(super) actions: Vec<u16>,
    /// The rows of the functions that are bound to it.
    pub(super) functions: Vec<u16>,
    /// Of an abstract type: the row of a type that derives from it and has objects.
    pub(super) instance: Option<u16>,
    /// The rows of the first types that derive from it, by name.
    pub(super) derived: Vec<u16>,
    /// How many derive from it.
    pub(super) derived_count: usize,
}

impl Uses {
    /// Those of all rows of `book`.
    pub(super) fn new(book: &Rulebook<'_>) -> Self {
        let mut uses = Self(book.rows().map(|_| Used::default()).collect());
        for (index, row, origin) in book.rows() {
            step();
            if let Body::Structured(body) = &row.body {
                if !body.is_abstract {
                    uses.note_instance(book, index, body.base);
                }
                for member in &body.own {
                    uses.note(book, member.place.ty.shape, |used| used.properties.push((index, member.name.clone())));
                }
            }
            if let Origin::Operation(overload) = origin {
                if let Some(returns) = &overload.operation.returns {
                    uses.note(book, book.shape(&returns.ty.name), |used| used.returned_by.push(index));
                }
                if let Some(bound) = overload.binding.and_then(|binding| book.row_of(binding.item)) {
                    let rows: fn(&mut Used) -> &mut Vec<u16> =
                        if overload.is_function() { |used| &mut used.functions } else { |used| &mut used.actions };
                    uses.note(book, Shape::Declared(bound), |used| rows(used).push(index));
                }
            }
        }
        uses.note_derived(book);
        uses
    }

    /// Where the type of the row at `index` is used.
    pub(super) fn of(&self, index: u16) -> &Used {
        const NOWHERE: &Used = &Used {
            properties: Vec::new(),
            returned_by: Vec::new(),
            actions: Vec::new(),
            functions: Vec::new(),
            instance: None,
            derived: Vec::new(),
            derived_count: 0,
        };
        self.0.get(usize::from(index)).unwrap_or(NOWHERE)
    }

    /// Notes a use of a type; of a union, one of each of its alternatives.
    fn note(&mut self, book: &Rulebook<'_>, shape: Shape, note: impl Fn(&mut Used)) {
        let Shape::Declared(index) = shape else { return };
        match book.row(index) {
            Some((_, Origin::Union(union))) => {
                // One that may stand there alone or in an array is an alternative twice.
                let rows = union.alternatives.iter().filter_map(|alternative| match alternative.shape {
                    Shape::Declared(index) => Some(index),
                    Shape::Primitive(_) => None,
                });
                rows.collect::<BTreeSet<u16>>().into_iter().for_each(|index| self.note_at(index, &note));
            }
            _ => self.note_at(index, &note),
        }
    }

    /// Notes an object's type for the abstract types above it, as far as none was.
    fn note_instance(&mut self, book: &Rulebook<'_>, index: u16, base: Option<u16>) {
        let mut next = base;
        while let Some(base) = next
            && let Some(used) = self.0.get_mut(usize::from(base))
            && used.instance.is_none()
        {
            step();
            used.instance = Some(index);
            next = book.row(base).and_then(|(row, _)| row.structured()?.base);
        }
    }

    /// Notes what derives from each type, for its base after those that derive from it.
    fn note_derived(&mut self, book: &Rulebook<'_>) {
        let rows: Vec<(u16, Option<u16>)> =
            book.rows().map(|(index, row, _)| (index, row.structured().and_then(|ty| ty.base))).collect();
        for (index, base) in rows.into_iter().rev() {
            step();
            let Some(base) = base else { continue };
            let (derived, count) = (self.of(index).derived.clone(), self.of(index).derived_count);
            let Some(used) = self.0.get_mut(usize::from(base)) else { continue };
            used.derived_count += 1 + count;
            used.derived.push(index);
            used.derived.extend(derived);
            used.derived.sort_by_key(|index| book.row(*index).map(|(row, _)| &row.name));
            used.derived.truncate(SHOWN);
        }
    }

    fn note_at(&mut self, index: u16, note: &impl Fn(&mut Used)) {
        if let Some(used) = self.0.get_mut(usize::from(index)) {
            note(used);
        }
    }
}
