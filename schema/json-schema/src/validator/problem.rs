//! What is told of a payload.

use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use super::source::Source;
use crate::pointer;

/// One keyword that a value does not keep.
pub struct Problem<'p> {
    /// JSON pointer of the value.
    pub pointer: &'p str,
    /// The key of the definition that has the keyword.
    pub definition: &'p str,
    /// JSON pointer of the keyword in the definition, where the kind of a value decides first.
    pub keyword: &'p str,
    /// The schema that has the keyword.
    pub schema: &'p Value,
    /// What the keyword asks.
    pub what: What<'p>,
    pub(super) source: &'p dyn Source,
}

/// What a keyword asks of a value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum What<'p> {
    /// `type`: another kind of value; see the schema.
    Type,
    /// `pattern`.
    Pattern(&'p str),
    /// `enum` or `const`; see the schema.
    Values,
    /// `required`: the member that is missing.
    Required(&'p str),
    /// `additionalProperties`: the members that may not be there.
    Undeclared(&'p [String]),
    /// `propertyNames`: the name of a member that may not be there.
    Name(&'p str),
    /// `false`: nothing may stand there.
    Nothing,
    /// `minimum`.
    AtLeast(&'p Value),
    /// `maximum`.
    AtMost(&'p Value),
    /// `exclusiveMinimum`.
    Above(&'p Value),
    /// `exclusiveMaximum`.
    Below(&'p Value),
    /// `multipleOf`.
    MultipleOf(f64),
    /// `maxLength`.
    MaxLength(u64),
    /// `not`; see the schema.
    Not,
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// A pattern that no engine without backtracking runs, so that nobody knows whether the text is right.
    NotChecked(&'p str),
    /// The definition cannot be compiled, for this reason, so that nothing was checked.
    Broken(&'p str),
    /// Another keyword; the engine's message.
    Other(String),
}

impl Problem<'_> {
    /// The schema that `schema` refers to, or is.
    #[must_use]
    pub fn resolved(&self, schema: &Value) -> Option<Value> {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.source.definition(&pointer::key(reference)?),
            None => Some(schema.clone()),
        }
    }

    /// The schema around, `up` segments of the keyword's path above the keyword.
    #[must_use]
    pub fn around(&self, up: usize) -> Option<Value> {
        let path = self.keyword.rsplitn(up + 1, '/').nth(up)?;
        self.source.definition(self.definition)?.pointer(path).cloned()
    }
}

/// What the engine's error says.
pub(super) fn what<'e>(error: &'e ValidationError<'_>) -> What<'e> {
    match error.kind() {
        Kind::Type { .. } => What::Type,
        Kind::Pattern { pattern } => What::Pattern(pattern),
        Kind::Enum { .. } | Kind::Constant { .. } => What::Values,
        Kind::Required { property } => What::Required(property.as_str().unwrap_or_default()),
        Kind::AdditionalProperties { unexpected } => What::Undeclared(unexpected),
        Kind::PropertyNames { error } => What::Name(error.instance().as_str().unwrap_or_default()),
        Kind::FalseSchema => What::Nothing,
        Kind::Minimum { limit } => What::AtLeast(limit),
        Kind::Maximum { limit } => What::AtMost(limit),
        Kind::ExclusiveMinimum { limit } => What::Above(limit),
        Kind::ExclusiveMaximum { limit } => What::Below(limit),
        Kind::MultipleOf { multiple_of } => What::MultipleOf(*multiple_of),
        Kind::MaxLength { limit } => What::MaxLength(*limit),
        Kind::Not { .. } => What::Not,
        Kind::MinItems { limit } => What::MinItems(*limit),
        Kind::MaxItems { limit } => What::MaxItems(*limit),
        _ => What::Other(error.to_string()),
    }
}
