//! Which overload of a function has the function's name alone in Rust: a fact that whoever names types and whoever
//! compares schemas need alike.

use std::collections::BTreeMap;

use crate::{
    model::{Model, Operation, QualifiedName},
    steps::step,
};

/// The functions of a model, and what they are bound to, with the number of parameters that the overload with the
/// fewest has; nothing where several have as few.
#[derive(Clone, Debug, Default)]
pub struct Fewest(BTreeMap<(QualifiedName, String), (usize, bool)>);

impl Fewest {
    /// Those of `model`.
    #[must_use]
    pub fn new(model: &Model) -> Self {
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

    /// Whether the overload `function` has fewer parameters than every other one that is bound to the same.
    #[must_use]
    pub fn has(&self, function: &Operation) -> bool {
        self.0.get(&key(function)) == Some(&(function.given().count(), true))
    }
}

fn key(function: &Operation) -> (QualifiedName, String) {
    let binding = function.binding().map_or_else(String::new, |binding| binding.ty.to_string());
    (function.name.clone(), binding)
}
