//! What JSON Schema is derived from: a schema's whole table, where it is kept once it was needed.

use std::sync::OnceLock;

use odatype_json_schema::Deriver;
use odatype_table::Table;

/// The table of a schema, and what is derived from it.
#[derive(Debug)]
pub(crate) struct Derivation {
    pub(super) table: OnceLock<Table<&'static str>>,
    pub(super) deriver: OnceLock<Deriver<'static, &'static str>>,
}

impl Derivation {
    pub(super) const fn new() -> Self {
        Self { table: OnceLock::new(), deriver: OnceLock::new() }
    }
}
