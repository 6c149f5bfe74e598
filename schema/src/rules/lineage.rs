//! Which of many types values are of, without holding each against each.

use std::collections::HashMap;

use odatype_table::{Shape, ValueType};

use super::index::Index;
use crate::steps::step;

/// A list of types, which is asked for its first of which values of some type are too: that type, or one that it
/// derives from.
pub(super) struct Lineage<'i, 'm> {
    index: &'i Index<'m>,
    /// The first place of each type in the list.
    places: HashMap<ValueType, usize>,
    /// What was found, for each type on the way too, so that no way is gone twice.
    known: HashMap<ValueType, Option<usize>>,
}

impl<'i, 'm> Lineage<'i, 'm> {
    pub(super) fn new(index: &'i Index<'m>, types: impl IntoIterator<Item = ValueType>) -> Self {
        let mut places = HashMap::new();
        for (ty, place) in types.into_iter().zip(0..) {
            step();
            places.entry(ty).or_insert(place);
        }
        Self { index, places, known: HashMap::new() }
    }

    /// Whether `ty` itself is in the list.
    pub(super) fn has(&self, ty: ValueType) -> bool {
        self.places.contains_key(&ty)
    }

    /// The first place of `ty` or of what it derives from.
    pub(super) fn first(&mut self, ty: ValueType) -> Option<usize> {
        let (mut way, mut next, mut found) = (Vec::new(), Some(ty), None);
        while let Some(ty) = next {
            step();
            if let Some(known) = self.known.get(&ty) {
                found = *known;
                break;
            }
            // Whoever comes by again, on a way that leads back to itself, finds nothing more.
            self.known.insert(ty, None);
            way.push(ty);
            next = self.base(ty);
        }
        for ty in way.into_iter().rev() {
            found = found.into_iter().chain(self.places.get(&ty).copied()).min();
            self.known.insert(ty, found);
        }
        found
    }

    /// The first place of what `ty` derives from.
    pub(super) fn first_above(&mut self, ty: ValueType) -> Option<usize> {
        self.base(ty).and_then(|base| self.first(base))
    }

    fn base(&self, ty: ValueType) -> Option<ValueType> {
        let Shape::Declared(row) = ty.shape else { return None };
        let base = self.index.model.structured.get(self.index.structured(row)?)?.base.as_ref()?;
        Some(ValueType { shape: Shape::Declared(self.index.row(base)?), ..ty })
    }
}
