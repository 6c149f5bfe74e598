//! JSON text that has no declared type.

use serde_json::Value;

use crate::{Decode, Error};

/// The type of properties that may hold anything: `Edm.Untyped`, `Edm.Stream`, geographies, the abstract Edm types. Set
/// such a property from a [`serde_json::Value`], a [`Json`] or [`crate::Null`].
#[derive(Clone, Copy, Debug)]
pub enum Untyped {}

/// JSON text of an undeclared member or an untyped property: kept as it was read, decoded when asked for.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The text itself.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.0
    }

    /// The text decoded as a `T`.
    ///
    /// # Errors
    /// As [`crate::from_slice`].
    pub fn decode<T: Decode>(self) -> Result<T, Error> {
        T::decode(self.0.as_bytes())
    }

    /// The text as a JSON value.
    ///
    /// # Errors
    /// Never for text that was decoded; kept for text that a number made too large for this form.
    pub fn to_value(self) -> Result<Value, Error> {
        Ok(serde_json::from_str(self.0)?)
    }

    /// The string, if the text is one.
    #[must_use]
    pub fn as_str(self) -> Option<std::borrow::Cow<'a, str>> {
        self.0.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(odatype_json::unescape)
    }
}

impl PartialEq for Json<'_> {
    /// Equal as JSON values.
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || matches!((self.to_value(), other.to_value()), (Ok(left), Ok(right)) if same(&left, &right))
    }
}

/// Whether two JSON values are the same; a number may be spelled with a fraction of zero or without.
pub(crate) fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        // Integers are compared as such: two of them may be one as floats.
        (Value::Number(left), Value::Number(right)) => {
            left == right || ((left.is_f64() || right.is_f64()) && left.as_f64() == right.as_f64())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(name, value)| right.get(name).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}
