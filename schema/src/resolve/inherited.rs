//! What a type declares although it inherits it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, Property, PropertyKind, QualifiedName, StructuredType};

/// The inherited properties of whose names a type has some of its own, each with the type that declares it.
pub(super) struct Inherited<'m>(BTreeMap<&'m str, (&'m QualifiedName, &'m Property)>);

impl<'m> Inherited<'m> {
    /// Those of `ty`. Of several declarations of one name the furthest ancestor's is the one that stays.
    pub(super) fn of(model: &'m Model, ty: &StructuredType) -> Self {
        let own: BTreeSet<&str> = ty.properties.iter().map(|property| &*property.name).collect();
        let mut inherited = BTreeMap::new();
        for ancestor in model.ancestors(&ty.name) {
            for property in ancestor.properties.iter().filter(|property| own.contains(&*property.name)) {
                inherited.insert(&*property.name, (&ancestor.name, property));
            }
        }
        Self(inherited)
    }

    /// The declaration of `name`, and whose it is.
    pub(super) fn get(&self, name: &str) -> Option<(&'m QualifiedName, &'m Property)> {
        self.0.get(name).copied()
    }
}

/// Whether two properties hold the same, facets aside.
pub(super) fn is_same(left: &Property, right: &Property) -> bool {
    let is_navigation = |property: &Property| matches!(property.kind, PropertyKind::Navigation(_));
    left.ty.name == right.ty.name
        && left.ty.collection == right.ty.collection
        && is_navigation(left) == is_navigation(right)
}
