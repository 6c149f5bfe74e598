//! Objects of types that nobody knows.

use super::Json;
use crate::{encode, error::Error, node::Record};

/// An object whose type the schema does not know. Nothing of it is lost. In a place for a base, the enum that it is a
/// variant of reads the base's properties. In a place for types of several bases nobody knows which base it has;
/// whoever does reads its text as that: `from_str::<AnyCommsOperation>(&to_string(unknown))`.
#[derive(Clone, PartialEq, Eq)]
pub struct Unknown(Record);

impl Unknown {
    /// For generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn from_record(record: Record) -> Self {
        Self(record)
    }

    /// For generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.0
    }

    /// For generated code.
    #[doc(hidden)]
    pub fn record_mut(&mut self) -> &mut Record {
        &mut self.0
    }

    /// The tag, `@odata.type` or `@type`, as it was read or set; `None` if there is none.
    #[must_use]
    pub fn odata_type(&self) -> Option<std::borrow::Cow<'_, str>> {
        self.0.tag()
    }

    /// The member `name` as JSON text: of an object whose type is unknown, most members are undeclared.
    #[must_use]
    pub fn dynamic(&self, name: &str) -> Option<Json<'_>> {
        self.0.undeclared(name).and_then(Json::of)
    }

    /// The undeclared members but the tag, with their names, in the order in which they are written.
    pub fn dynamic_members(&self) -> impl Iterator<Item = (String, Json<'_>)> {
        self.0.undeclared_names().into_iter().filter_map(|name| {
            let json = self.dynamic(&name)?;
            Some((name, json))
        })
    }

    /// The whole object as a JSON value.
    ///
    /// # Errors
    /// As [`crate::to_value`].
    pub fn to_value(&self) -> Result<serde_json::Value, Error> {
        encode::to_value(&self.0)
    }
}

impl std::fmt::Debug for Unknown {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Unknown").field(&self.0).finish()
    }
}
