//! What `x@odata.bind` may be.

use super::types::{Property, Type};

/// What a member of an object binds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bind {
    /// Nothing: no navigation property has that name.
    Never,
    /// One entity, or none.
    One { is_nullable: bool },
    /// Many entities.
    Many,
    /// One or many: nothing is declared.
    Any,
}

impl Bind {
    /// What `property`, which an object of type `ty` has by the name before the `@`, may be bound to.
    pub(crate) fn of(property: Option<&Property>, ty: &Type) -> Self {
        match property {
            Some(property) if !property.navigation => Self::Never,
            Some(property) if property.collection => Self::Many,
            Some(property) => Self::One { is_nullable: property.nullable },
            None if ty.is_open => Self::Any,
            None => Self::Never,
        }
    }

    /// What there should be, for people.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Never => "`bind` on a navigation property only",
            Self::One { .. } => "a URL",
            Self::Many => "an array of URLs",
            Self::Any => odatype_table::control::Form::Bind.expected(),
        }
    }
}
