//! Members that may belong to a type which a tag has yet to name.

use std::collections::BTreeMap;

use super::{Name, NameIndex, Property, Tables, Type};

/// The properties that types derived from a type declare, where all that declare one agree on it.
#[derive(Debug)]
pub(super) struct Late {
    pub(super) names: NameIndex,
    pub(super) properties: Box<[Property]>,
    /// Whether the type, or one derived from it, is open.
    pub(super) has_open: bool,
}

impl Late {
    pub(super) fn new(tables: &Tables, declared: &Type) -> Self {
        let mut all: BTreeMap<&'static str, Option<Property>> = BTreeMap::new();
        for ty in tables.types.iter().filter(|ty| ty.index != declared.index && ty.fits(declared)) {
            for property in &ty.properties()[declared.properties().len().min(ty.properties().len())..] {
                let known = all.entry(property.name).or_insert_with(|| Some(property.clone()));
                if !known.as_ref().is_some_and(|known| known.is_like(property)) {
                    *known = None;
                }
            }
        }
        let properties: Box<[Property]> = all.into_values().flatten().collect();
        let has_open = declared.is_open || tables.types.iter().any(|ty| ty.is_open && ty.fits(declared));
        Self { has_open, names: NameIndex::new(properties.iter().map(|property| Name::new(property.name))), properties }
    }
}
