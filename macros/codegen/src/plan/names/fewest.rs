//! Which overload of a function has the name alone.

use std::collections::BTreeMap;

use odatype_schema::model::{Model, Operation, QualifiedName};

use crate::steps::step;

/// How many parameters the overload with the fewest has, of those of one function that are bound to the same; nothing where several
/// have as few.
#[derive(Debug, Default)]
pub(super) struct Fewest(BTreeMap<(QualifiedName, String), (usize, bool)>);

impl Fewest {
    /// Those of `model`.
    pub(super) fn new(model: &Model) -> Self {
        let mut all: BTreeMap<_, (usize, bool)> = BTreeMap::new();
        for function in model.functions.values().flatten() {
            step();
            let count = function.given().count();
            let known = all.entry(key(function)).or_insert((usize::MAX, false));
            if count <= known.0 {
                *known = (count, count < known.0);
            }
        }
        Self(all)
    }

    /// Whether `function` has fewer parameters than every other overload that is bound to the same.
    pub(super) fn has(&self, function: &Operation) -> bool {
        self.0.get(&key(function)) == Some(&(function.given().count(), true))
    }
}

fn key(function: &Operation) -> (QualifiedName, String) {
    let binding = function.binding().map_or_else(String::new, |binding| binding.ty.to_string());
    (function.name.clone(), binding)
}
