//! Members that may belong to a type which a tag has yet to name.

use std::collections::{BTreeMap, HashSet};

use super::{Name, NameIndex, Order, Property, Tables, Type, types::Late};

impl Tables {
    /// Whether an object in a place for `declared` may be of an open type, the undeclared members of which are dynamic.
    pub(crate) fn may_be_open(&'static self, declared: &'static Type) -> bool {
        declared.is_open || self.late(declared).has_open
    }

    /// What the types derived from `declared` declare.
    #[inline]
    pub(crate) fn late(&'static self, declared: &'static Type) -> &'static Late {
        declared.late.get_or_init(|| Late::new(self, declared))
    }
}

impl Late {
    /// What the member `name` is in those derived types that declare it, and its place among such: `None` if none does,
    /// or not all the same. Lets a value be decoded before its object's tag has come.
    #[inline]
    pub(crate) fn find(&'static self, name: Name<'_>) -> Option<(usize, &'static Property)> {
        let place = self.names.find(name, |place| self.properties.get(place).map(|property| property.name))?;
        Some((place, &self.properties[place]))
    }

    fn new(tables: &Tables, declared: &Type) -> Self {
        let mut all: BTreeMap<&'static str, Option<Property>> = BTreeMap::new();
        // Each type that declares something once, however many derive from it; of a union, what alternatives inherit
        // too.
        let mut seen = HashSet::from([declared.index]);
        for ty in tables.types.iter().filter(|ty| ty.fits(declared)) {
            let declaring = ty.lineage().take_while(|ty| seen.insert(ty.index));
            let own = declaring.flat_map(|ty| &ty.own().properties);
            for property in own.filter(|property| declared.slot(property.name).is_none()) {
                let known = all.entry(property.name).or_insert_with(|| Some(property.clone()));
                if !known.as_ref().is_some_and(|known| known.is_like(property)) {
                    *known = None;
                }
            }
        }
        let properties: Box<[Property]> = all.into_values().flatten().collect();
        let has_open = declared.is_open || tables.types.iter().any(|ty| ty.is_open && ty.fits(declared));
        Self {
            has_open,
            names: NameIndex::new(properties.iter().map(|property| Name::new(property.name))),
            order: Order::new(properties.iter().map(|property| property.name)),
            properties,
        }
    }
}
