//! What rows declare and who inherits it. A plan has it once, and grows with the schema; what is written of it, all
//! that a type inherits and all that derives from it, grows with the depth of inheritance, and is put together when it
//! is written.

use std::collections::BTreeSet;

use odatype_schema::model::QualifiedName;

use super::{family::FamilyVariant, record::Accessor, value::TypePath};
use crate::{
    plan::ident::{TypeIdent, VariantIdent, distance},
    steps::step,
};

/// What the rows declare, by their places in the table.
#[derive(Clone, Debug, Default)]
pub struct Types(Vec<Declared>);

/// What one row declares.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declared {
    /// Of a structured type: how it may be a variant.
    pub(crate) named: Option<Named>,
    pub(crate) base: Option<u16>,
    /// What derives directly from it.
    pub(crate) derived: Vec<u16>,
    /// By slots.
    pub(crate) accessors: Vec<Accessor>,
}

/// A structured type that has a name.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) wire: QualifiedName,
    /// The documentation of a variant for it.
    pub(crate) doc: String,
    pub(crate) path: TypePath,
    pub(crate) is_abstract: bool,
}

impl Types {
    pub(crate) fn new(rows: Vec<Declared>) -> Self {
        Self(rows)
    }

    /// The getters and the names of the properties of the row at `index`, inherited ones first; what is declared again
    /// has the place of what is inherited.
    #[must_use]
    pub fn accessors(&self, index: usize) -> Vec<&Accessor> {
        let chain: Vec<&Declared> = std::iter::successors(self.0.get(index), |row| self.row(row.base?)).collect();
        let mut accessors: Vec<&Accessor> = Vec::new();
        for accessor in chain.into_iter().rev().flat_map(|row| &row.accessors) {
            match accessors.binary_search_by_key(&accessor.slot, |known| known.slot) {
                Ok(place) => accessors.get_mut(place).into_iter().for_each(|known| *known = accessor),
                Err(place) => accessors.insert(place, accessor),
            }
        }
        accessors
    }

    /// The variants of the tagged enum of the row at `index`, each name once: the type itself, if it is concrete, and
    /// all concrete types that derive from it, by their names on the wire.
    #[must_use]
    pub fn variants(&self, index: usize) -> Vec<FamilyVariant> {
        let mut taken = BTreeSet::new();
        let all = self.named_variants(index).into_iter().filter(|(ident, ..)| taken.insert(ident.clone()));
        let variant = |(ident, index, named): (_, _, &Named)| FamilyVariant {
            ident,
            doc: named.doc.clone(),
            ty: named.path.clone(),
            index: usize::from(index),
        };
        all.map(variant).collect()
    }

    /// The same with those whose names are taken.
    pub(crate) fn named_variants(&self, index: usize) -> Vec<(VariantIdent, u16, &Named)> {
        let Some((base, index)) = self.0.get(index).zip(u16::try_from(index).ok()) else { return Vec::new() };
        let Some(named) = &base.named else { return Vec::new() };
        let own = (!named.is_abstract).then(|| (VariantIdent::whole(&named.path.ident), index, named));
        let derived = self.descendants(base).into_iter();
        own.into_iter().chain(derived.map(|(index, of)| (variant(named, of), index, of))).collect()
    }

    /// The concrete types that derive from a type, by their names on the wire.
    fn descendants<'t>(&'t self, base: &'t Declared) -> Vec<(u16, &'t Named)> {
        let mut found = Vec::new();
        let mut open: Vec<u16> = base.derived.clone();
        while let Some((index, row)) = open.pop().and_then(|index| Some((index, self.row(index)?))) {
            step();
            open.extend(&row.derived);
            found.extend(row.named.as_ref().filter(|named| !named.is_abstract).map(|named| (index, named)));
        }
        found.sort_by_key(|(_, named)| &named.wire);
        found
    }

    fn row(&self, index: u16) -> Option<&Declared> {
        self.0.get(usize::from(index))
    }
}

/// The variant of `derived` in the enum of `base`.
fn variant(base: &Named, derived: &Named) -> VariantIdent {
    let prefix = distance(base.wire.namespace(), derived.wire.namespace(), TypeIdent::new);
    VariantIdent::derived(&base.path.ident, &derived.path.ident, &prefix)
}
