//! The rename table: what tells apart two wire names that would become one Rust name.

use std::collections::BTreeMap;

use odatype_schema::{
    Fault,
    model::{Location, Model},
    rust_names,
};
use odatype_table::ordered;

/// Rust names by keys, as [`odatype_schema::RustName::key`] has them. They count more than those that an overlay or a
/// slice gives.
#[derive(Clone, Debug, Default)]
pub struct Renames(BTreeMap<String, String>);

/// The names that a schema's overlays and its slice give, and the user's.
#[derive(Debug, Default)]
pub(super) struct AllNames {
    names: BTreeMap<String, (String, Option<Location>)>,
}

impl Renames {
    /// These and `more`.
    pub(super) fn and(&self, more: &BTreeMap<String, String>) -> Self {
        Self(ordered(self.0.iter().chain(more).map(|(key, name)| (key.clone(), name.clone()))))
    }

    /// All keys.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl AllNames {
    /// Those of `model` and of `renames`; what is wrong with one goes to `faults`.
    pub(super) fn new(model: &Model, renames: &Renames, faults: &mut Vec<Fault>) -> Self {
        let given = rust_names(model, faults).into_iter().map(|given| (given.key, (given.name, Some(given.location))));
        let asked = renames.0.iter().map(|(key, name)| (key.clone(), (name.clone(), None)));
        Self { names: ordered(given.chain(asked)) }
    }

    /// The Rust name for the wire name `key`, and where it stands if that is in a file of the schema.
    pub(super) fn get(&self, key: &str) -> Option<(&str, Option<&Location>)> {
        self.names.get(key).map(|(name, location)| (name.as_str(), location.as_ref()))
    }

    /// Whether it is empty, as it nearly always is.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Renames {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(pairs: T) -> Self {
        Self(ordered(pairs.into_iter().map(|(key, value)| (key.into(), value.into()))))
    }
}
