//! The rename table: what tells apart two wire names that would become one Rust name.

use std::collections::BTreeMap;

/// Rust names by wire names: `ns.Type`, `ns.Type.property`, `ns.Enum.member`, `ns.action` or `ns.action(ns.T)` and
/// `ns.action.parameter`, or a namespace for the module of its last segment.
#[derive(Clone, Debug, Default)]
pub struct Renames(BTreeMap<String, String>);

impl Renames {
    /// The Rust name for the wire name `key`.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// All keys.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether it is empty, as it nearly always is.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Renames {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(pairs: T) -> Self {
        Self(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}
