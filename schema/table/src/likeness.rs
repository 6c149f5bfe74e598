//! How a type compares with the same type of another schema.

use std::collections::BTreeSet;

/// What becomes of values of a type where another schema, which has the type too, is asked instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Something else, perhaps.
    None,
    /// The same, but for names that the type does not declare.
    Except(Names),
}

/// Names that a type does not declare, and that may mean something to another schema, or something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Those that the type itself has there: of properties, or of members of an enumeration type.
    pub own: BTreeSet<String>,
    /// Of members of objects whose tag comes later or not at all, so that they may be what types derived from this one
    /// declare.
    pub late: Late,
}

/// Names that only types have which derive from a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Late {
    /// These.
    Some(BTreeSet<String>),
    /// Any.
    All,
}

impl Default for Late {
    fn default() -> Self {
        Self::Some(BTreeSet::new())
    }
}

impl Late {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Some(names) if names.is_empty())
    }

    /// Whether `name` is among them.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        match self {
            Self::Some(names) => names.contains(name),
            Self::All => true,
        }
    }
}

impl Likeness {
    /// The same, whatever a value is.
    #[must_use]
    pub fn whole() -> Self {
        Self::Except(Names::default())
    }

    /// Whether it is the same whatever a value is.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(self, Self::Except(Names { own, late }) if own.is_empty() && late.is_empty())
    }
}
