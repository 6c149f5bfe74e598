//! JSON text that has no declared type.

use std::fmt;

use crate::{
    edm, encode,
    error::Error,
    finding::{Hidden, values_are_hidden},
    node::{Scalar, Value},
};

/// The type of properties that may hold anything: `Edm.Untyped`, `Edm.Stream`, geographies, the abstract Edm types; and
/// JSON text that was taken out of one. Such a property is set from a [`serde_json::Value`], a [`Json`], an object, or
/// whatever else has a form in JSON.
#[derive(Clone)]
pub struct Untyped(Box<str>);

impl Untyped {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text, to read it.
    #[must_use]
    pub fn as_json(&self) -> Json<'_> {
        Json(&self.0)
    }
}

impl fmt::Debug for Untyped {
    /// As [`Json`].
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_json().fmt(formatter)
    }
}

impl PartialEq for Untyped {
    /// Equal as JSON values.
    fn eq(&self, other: &Self) -> bool {
        self.as_json() == other.as_json()
    }
}

/// JSON text of an undeclared member or an untyped property: kept as it was read, decoded when asked for.
#[derive(Clone, Copy)]
pub struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// A member's value, if it is kept as JSON text.
    pub(super) fn of(value: Value<'a>) -> Option<Self> {
        match value.scalar() {
            Scalar::Json(text) => Some(Self(text)),
            _ => None,
        }
    }

    /// The text itself.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.0
    }

    /// The text as a JSON value.
    ///
    /// # Errors
    /// Never for text that was decoded; kept for text that a number made too large for this form.
    pub fn to_value(self) -> Result<serde_json::Value, Error> {
        encode::value(self.0)
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.0 == "null"
    }

    /// The string, if the text is one.
    #[must_use]
    pub fn as_str(self) -> Option<std::borrow::Cow<'a, str>> {
        self.0.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(odatype_json::unescape)
    }
}

impl fmt::Debug for Json<'_> {
    /// The text, unless values are hidden.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = formatter.debug_tuple("Json");
        if values_are_hidden() { output.field(&Hidden) } else { output.field(&self.0) }.finish()
    }
}

impl PartialEq for Json<'_> {
    /// Equal as JSON values.
    fn eq(&self, other: &Self) -> bool {
        edm::same(self.0, other.0)
    }
}
