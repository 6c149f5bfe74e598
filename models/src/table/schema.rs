//! A generated schema: its table, its registry.

use std::sync::OnceLock;

use super::{Tables, Type};
use crate::error::Error;

/// The schema behind a set of generated types; each `schema!` makes one, named `SCHEMA`.
#[derive(Debug)]
pub struct Schema {
    sources: &'static [&'static str],
    aliases: &'static [(&'static str, &'static str)],
    csdl: &'static str,
    tables: OnceLock<Tables>,
}

impl Schema {
    /// For generated code: the table's strings, aliases of namespaces, and the schema as CSDL JSON (dropped without the
    /// feature `validate`).
    #[doc(hidden)]
    pub const fn new(
        sources: &'static [&'static str],
        aliases: &'static [(&'static str, &'static str)],
        csdl: &'static str,
    ) -> Self {
        // What nobody can ask for does not get into programs.
        let csdl = if cfg!(feature = "validate") { csdl } else { "" };
        Self { sources, aliases, csdl, tables: OnceLock::new() }
    }

    /// The schema as CSDL JSON, overlay included; empty without the feature `validate`.
    #[must_use]
    pub fn csdl(&self) -> &'static str {
        self.csdl
    }

    pub(crate) fn tables(&'static self) -> &'static Tables {
        self.tables.get_or_init(|| Tables::parse(self.sources, self.aliases))
    }

    pub(crate) fn find(&'static self, name: &str) -> Result<&'static Type, Error> {
        let tables = self.tables();
        if let Some(ty) = tables.find(name).filter(|ty| ty.is_structured()) {
            return Ok(ty);
        }
        let overloads: Vec<&'static Type> = tables
            .types
            .iter()
            .filter(|ty| ty.is_structured() && ty.name.split_once('(').is_some_and(|(action, _)| action == name))
            .collect();
        match overloads.as_slice() {
            [one] => Ok(one),
            [] => Err(Error::unknown_type(name, &[])),
            several => Err(Error::unknown_type(name, &several.iter().map(|ty| ty.name).collect::<Vec<_>>())),
        }
    }
}

/// Which type of which schema.
#[derive(Clone, Copy, Debug)]
pub struct TypeId {
    /// For generated code.
    #[doc(hidden)]
    pub schema: &'static Schema,
    /// For generated code.
    #[doc(hidden)]
    pub index: u16,
}

impl TypeId {
    pub(crate) fn get(self) -> &'static Type {
        self.schema.tables().get(self.index)
    }
}

impl PartialEq for TypeId {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.schema, other.schema)
    }
}
