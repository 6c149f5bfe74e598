//! Properties that a type inherits and declares again to say more of them.
//!
//! Source: OData CSDL JSON 4.01, section 7 (a derived type may declare a property again).

use std::collections::{HashMap, HashSet};

use crate::{
    model::{Model, Property, QualifiedName},
    resolve::redeclared,
};

/// Who narrows what.
#[derive(Default)]
pub(super) struct Narrowed<'m> {
    /// What a type declares again, with all that its ancestors declare of it, the furthest first.
    inherited: HashMap<(&'m QualifiedName, &'m str), Vec<(&'m QualifiedName, &'m Property)>>,
    /// What is declared again below the type.
    below: HashSet<(&'m QualifiedName, &'m str)>,
}

impl<'m> Narrowed<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut all = Self::default();
        for again in redeclared(model) {
            let Some(property) = again.property() else { continue };
            let declared: Vec<_> = again.above().map(|(ancestor, other)| (&ancestor.name, other)).collect();
            all.below.extend(declared.iter().map(|(ancestor, other)| (*ancestor, &*other.name)));
            all.inherited.insert((&again.ty.name, &property.name), declared);
        }
        all
    }

    /// What the ancestors of `ty` declare of its own property `name`, the furthest first; nothing of most properties.
    pub(super) fn inherited(&self, ty: &'m QualifiedName, name: &'m str) -> &[(&'m QualifiedName, &'m Property)] {
        self.inherited.get(&(ty, name)).map_or(&[], Vec::as_slice)
    }

    /// Whether a type that derives from `ty` declares its property `name` again.
    pub(super) fn is_below(&self, ty: &'m QualifiedName, name: &'m str) -> bool {
        self.below.contains(&(ty, name))
    }
}
