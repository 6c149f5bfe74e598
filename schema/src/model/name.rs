//! Qualified names.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    sync::Arc,
};

/// A fully qualified name, `namespace.Name`; the namespace may itself have dots.
///
/// Source: CSDL JSON 4.01, section 15.2 (qualified name). Of a name that is written somewhere, the simple name is what
/// follows the last dot; a declaration knows its namespace, since services declare names with dots. Two names that are
/// written alike are equal.
#[derive(Clone)]
pub struct QualifiedName {
    text: Arc<str>,
    /// The length of the namespace.
    cut: usize,
}

impl QualifiedName {
    /// Takes `text` as a qualified name; `None` if it has no dot or an empty part.
    pub fn parse(text: &str) -> Option<Self> {
        let (namespace, name) = text.rsplit_once('.')?;
        (!namespace.is_empty() && !name.is_empty()).then(|| Self { text: text.into(), cut: namespace.len() })
    }

    /// Joins a namespace and a simple name.
    #[must_use]
    pub fn new(namespace: &str, name: &str) -> Self {
        Self { text: format!("{namespace}.{name}").into(), cut: namespace.len() }
    }

    /// The namespace.
    #[must_use]
    pub fn namespace(&self) -> &str {
        self.text.get(..self.cut).unwrap_or_default()
    }

    /// The simple name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text.get(self.cut + 1..).unwrap_or_default()
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl PartialEq for QualifiedName {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for QualifiedName {}

impl PartialOrd for QualifiedName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for QualifiedName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for QualifiedName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl fmt::Debug for QualifiedName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}
