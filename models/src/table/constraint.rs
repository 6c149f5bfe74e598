//! What the strict profile asks of a value beyond its shape.

use super::Kind;

/// Constraints of a property or parameter.
///
/// Source: OData vocabulary Org.OData.Validation.V1; CSDL JSON 4.01, section 7.2 (facets).
#[derive(Clone, Debug, Default)]
pub(crate) struct Constraints {
    /// `Validation.Pattern`.
    #[cfg(feature = "validate")]
    pub(crate) pattern: Option<(String, fancy_regex::Regex)>,
    /// `Validation.Minimum`, and whether it is excluded.
    pub(crate) minimum: Option<(f64, bool)>,
    /// `Validation.Maximum`, and whether it is excluded.
    pub(crate) maximum: Option<(f64, bool)>,
    /// `Validation.MinItems`.
    pub(crate) min_items: Option<usize>,
    /// `Validation.MaxItems`.
    pub(crate) max_items: Option<usize>,
    /// `MaxLength`, in characters.
    pub(crate) max_length: Option<usize>,
    /// `Validation.AllowedValues`, as JSON text.
    pub(crate) values: Option<Vec<String>>,
    /// `Validation.DerivedTypeConstraint`: the only types that may stand there.
    pub(crate) derived: Option<Vec<u16>>,
}

/// What dynamic members of a type may be: kinds, and whether many.
///
/// Source: OData vocabulary Org.OData.Validation.V1, `OpenPropertyTypeConstraint`.
#[derive(Clone, Debug)]
pub(crate) struct OpenConstraint(pub(crate) Vec<(bool, Kind)>);
