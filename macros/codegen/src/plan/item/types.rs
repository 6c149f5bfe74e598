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
        let all = self
            .named_variants(index, self.family(index))
            .into_iter()
            .filter(|(ident, ..)| taken.insert(ident.clone()));
        let variant = |(ident, index, named): (_, _, &Named)| FamilyVariant {
            ident,
            doc: named.doc.clone(),
            ty: named.path.clone(),
            index: usize::from(index),
        };
        all.map(variant).collect()
    }

    /// Those that stand for what is `among` the row itself and all that derives from it, with those whose names are
    /// taken.
    pub(crate) fn named_variants(&self, index: usize, among: Vec<u16>) -> Vec<(VariantIdent, u16, &Named)> {
        let Some(base) = self.0.get(index).and_then(|row| row.named.as_ref()) else { return Vec::new() };
        let named = |of: u16| Some((of, self.row(of)?.named.as_ref().filter(|named| !named.is_abstract)?));
        let mut variants: Vec<_> = among.into_iter().filter_map(named).collect();
        variants.sort_by_key(|(of, named)| (usize::from(*of) != index, &named.wire));
        let ident = |of, named: &Named| {
            if usize::from(of) == index { VariantIdent::whole(&named.path.ident) } else { variant(base, named) }
        };
        variants.into_iter().map(|(of, named)| (ident(of, named), of, named)).collect()
    }

    /// A row, and all that derives from it.
    pub(crate) fn family(&self, index: usize) -> Vec<u16> {
        let mut found: Vec<u16> = u16::try_from(index).into_iter().collect();
        let mut next = 0;
        while let Some(row) = found.get(next).and_then(|index| self.row(*index)) {
            step();
            found.extend(&row.derived);
            next += 1;
        }
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
