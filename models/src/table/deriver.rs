//! The derivation of a schema's JSON Schema.

use odatype_json_schema::Deriver;
use odatype_table::{Row, Table, docs::Docs, outside};

use super::{Schema, load::edited};

impl Schema {
    /// The derivation of all documents.
    pub(crate) fn deriver(&'static self) -> &'static Deriver<'static, &'static str> {
        self.derivation.deriver.get_or_init(|| self.new_deriver())
    }

    /// A derivation of one's own, from the same table.
    pub(crate) fn new_deriver(&'static self) -> Deriver<'static, &'static str> {
        let deriver = Deriver::new(self.table());
        deriver.with_docs(self.docs().iter().map(|text| Docs::read(text)).collect())
    }

    /// The whole table; see [`Tables::load`](super::Tables::load) on rows that cannot be read.
    fn table(&'static self) -> &'static Table<&'static str> {
        self.derivation.table.get_or_init(|| {
            let read = |row: &&'static str| Row::read(row).unwrap_or_else(|error| edited(&error));
            let lines = || self.outside().lines().map(outside::read);
            Table {
                rows: self.rows().iter().map(read).collect(),
                aliases: self.aliases().to_vec(),
                outside: lines().filter_map(|(name, behind)| behind.is_none().then_some(name)).collect(),
                definitions: lines().filter_map(|(name, behind)| Some((name, behind?))).collect(),
            }
        })
    }
}
