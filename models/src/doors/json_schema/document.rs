//! Documents: of a type, and of a whole schema.

use odatype_table::Profile;
use serde_json::Value;

use super::subject::{Described, Subject};
use crate::{error::Error, table::Schema};

/// The JSON Schema of `T` as a whole document, draft 2020-12: everything that it refers to is in its `$defs`.
///
/// Descriptions are those of the schema and its overlays.
#[must_use]
pub fn document<T: Described>(profile: Profile) -> Value {
    derived(T::subject(), profile)
}

impl Schema {
    /// The JSON Schema of the type named `type_name` as a whole document; names are those that [`Schema::validate`]
    /// takes.
    ///
    /// # Errors
    /// If the schema has no such type.
    pub fn json_schema(&'static self, type_name: &str, profile: Profile) -> Result<Value, Error> {
        Ok(derived(Subject::named(self, type_name)?, profile))
    }

    /// One document with a definition for each type, for each action's body, and for a response with many values of
    /// each structured type: `#/$defs/ns.Type`, `#/$defs/ns.action(ns.Type)`, `#/$defs/Collection(ns.Type)`. Itself it
    /// takes everything.
    #[must_use]
    pub fn json_schema_of_all(&'static self, profile: Profile) -> Value {
        self.deriver().schema_document(profile)
    }
}

fn derived(subject: Subject, profile: Profile) -> Value {
    subject.schema.deriver().document(subject.target, profile)
}
