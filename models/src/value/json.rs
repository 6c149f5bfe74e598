//! JSON text that has no declared type.

use std::fmt;

use crate::{
    edm, encode,
    error::Error,
    finding::{Hidden, values_are_hidden},
};

/// The type of properties that may hold anything: `Edm.Untyped`, `Edm.Stream`, geographies, the abstract Edm types. Set
/// such a property from a [`serde_json::Value`], a [`Json`] or [`crate::Null`].
#[derive(Clone, Copy, Debug)]
pub enum Untyped {}

/// JSON text of an undeclared member or an untyped property: kept as it was read, decoded when asked for.
#[derive(Clone, Copy)]
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

    /// The text as a JSON value.
    ///
    /// # Errors
    /// Never for text that was decoded; kept for text that a number made too large for this form.
    pub fn to_value(self) -> Result<serde_json::Value, Error> {
        encode::value(self.0)
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
