//! The terms of the vocabulary Org.OData.Validation.V1, each named once: they bear on what a payload may hold.
//!
//! Source: OData vocabulary Org.OData.Validation.V1.

/// The namespace.
pub const NAMESPACE: &str = "Org.OData.Validation.V1";
/// The only values.
pub const ALLOWED_VALUES: &str = "Org.OData.Validation.V1.AllowedValues";
/// The only types, for a declared type or what derives from it.
pub const DERIVED_TYPE_CONSTRAINT: &str = "Org.OData.Validation.V1.DerivedTypeConstraint";
/// On a bound: it is itself outside.
pub const EXCLUSIVE: &str = "Org.OData.Validation.V1.Exclusive";
/// The greatest number of items.
pub const MAX_ITEMS: &str = "Org.OData.Validation.V1.MaxItems";
/// The greatest value.
pub const MAXIMUM: &str = "Org.OData.Validation.V1.Maximum";
/// The least number of items.
pub const MIN_ITEMS: &str = "Org.OData.Validation.V1.MinItems";
/// The least value.
pub const MINIMUM: &str = "Org.OData.Validation.V1.Minimum";
/// What a value is a multiple of.
pub const MULTIPLE_OF: &str = "Org.OData.Validation.V1.MultipleOf";
/// The only types of dynamic properties.
pub const OPEN_PROPERTY_TYPE_CONSTRAINT: &str = "Org.OData.Validation.V1.OpenPropertyTypeConstraint";
/// What text must match.
pub const PATTERN: &str = "Org.OData.Validation.V1.Pattern";

/// The terms that are rules here: what they say of a value is checked.
pub const RULES: [&str; 9] = [
    ALLOWED_VALUES,
    DERIVED_TYPE_CONSTRAINT,
    MAX_ITEMS,
    MAXIMUM,
    MIN_ITEMS,
    MINIMUM,
    MULTIPLE_OF,
    OPEN_PROPERTY_TYPE_CONSTRAINT,
    PATTERN,
];

/// Terms that are no rules here: what they say is not of one value, or is not for machines.
const OTHERS: [&str; 5] = [
    "Org.OData.Validation.V1.AllowedTerms",
    "Org.OData.Validation.V1.ApplicableTerms",
    "Org.OData.Validation.V1.Constraint",
    EXCLUSIVE,
    "Org.OData.Validation.V1.ItemsOf",
];

/// The names, without the namespace, of all terms that the vocabulary has.
pub fn names() -> impl Iterator<Item = &'static str> {
    RULES.into_iter().chain(OTHERS).filter_map(|term| term.strip_prefix(NAMESPACE)?.strip_prefix('.'))
}
