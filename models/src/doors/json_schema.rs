//! JSON Schema (draft 2020-12) of every generated type, and validation by it, with the feature `json-schema`.
//!
//! What the documents say is derived from the table that decoding reads, in two profiles: *tolerant* is what decoding
//! accepts, *strict* what one may send. Where JSON Schema cannot say a rule (bounds of decimals that are written as
//! text, for one), a document says something weaker, never something stricter: `docs/agreement.md` has the list.
//!
//! - [`document`] makes the document of a type, [`Schema::json_schema`] that of a type by its name, and
//!   [`Schema::json_schema_of_all`] one for a whole schema.
//! - Every generated type is a [`schemars::JsonSchema`], enumerations and [`Collection`](crate::Collection)s too, so
//!   that types of your own that have them as fields can derive it. `schemars`' contract for deserialization, its
//!   default, asks for the tolerant profile, that for serialization for the strict one.
//! - [`Validator`] holds payloads against the documents by the crate `jsonschema`. [`crate::validate`] finds more,
//!   takes less time and memory, and needs none of this; this is for who wants what the documents say, and nothing
//!   else, to decide.
//!
//! ```
//! # #[cfg(feature = "graph")] {
//! use odatype::{graph::{SCHEMA, actions::call::Answer}, json_schema::{self, Profile, Validator}};
//! let document = json_schema::document::<Answer>(Profile::Strict);
//! assert_eq!(document["$ref"], "#/$defs/microsoft.graph.answer(microsoft.graph.call)");
//! let findings = Validator::new(&SCHEMA, Profile::Strict).validate::<Answer>(br#"{"callbackUri": "http://bot.example"}"#);
//! assert_eq!(findings.len(), 2, "not https, and no mediaConfig: {findings}");
//! # }
//! ```
//!
//! [`Schema::json_schema`]: crate::Schema::json_schema
//! [`Schema::json_schema_of_all`]: crate::Schema::json_schema_of_all

mod bridge;
mod document;
mod explain;
mod places;
mod repeated;
mod subject;
#[cfg(test)]
mod tests;
mod validator;

pub use document::document;
pub use odatype_table::Profile;
pub use subject::Described;
pub use validator::Validator;

/// What generated code names; not for users.
#[doc(hidden)]
pub mod generated {
    pub use super::{
        bridge::{name, schema},
        subject::Subject,
    };
    pub use schemars::{JsonSchema, Schema, SchemaGenerator};
}
