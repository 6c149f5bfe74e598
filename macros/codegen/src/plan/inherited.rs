//! Who inherits what: what rows declare, put beside who derives from whom.

use odatype_schema::Origin;

use super::{
    build::Build,
    doc,
    item::{Accessor, Declared, Named, Types},
};

impl Build<'_, '_> {
    /// What all rows declare, with `accessors` by rows.
    pub(super) fn types(self, accessors: Vec<Vec<Accessor>>) -> Types {
        let row = |(accessors, index)| {
            let (row, origin) = self.book.row(index).unzip();
            Declared {
                named: origin.and_then(|origin| self.named(index, origin)),
                base: row.and_then(|row| row.structured()?.base),
                derived: self.book.derived(index).to_vec(),
                accessors,
            }
        };
        Types::new(accessors.into_iter().zip(0..).map(row).collect())
    }

    fn named(self, index: u16, origin: &Origin<'_>) -> Option<Named> {
        let Origin::Structured(ty) = origin else { return None };
        let path = self.names.own_type(index)?;
        Some(Named { wire: ty.name.clone(), doc: doc::variant(&ty.name), path, is_abstract: ty.is_abstract })
    }
}
