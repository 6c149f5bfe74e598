//! Validation of every generated type, with the feature `validate`: one pass of the decoder over the text, nothing compiled
//! before and nothing kept after it.
//!
//! There are two profiles: *tolerant* is what decoding accepts, *strict* what one may send.
//!
//! ```
//! # #[cfg(feature = "graph")] {
//! use odatype::{graph::actions::call::Answer, validate::{Profile, Validate}};
//! let findings = Answer::validate_json(br#"{"callbackUri": "http://bot.example"}"#, Profile::Strict);
//! assert_eq!(findings.len(), 2, "not https, and no mediaConfig: {findings}");
//! # }
//! ```

pub use odatype_table::Profile;
use odatype_table::name::MaybeCollection;

use super::{Collection, Encode};
use crate::{
    decode,
    error::Error,
    finding::{Findings, Report},
    table::{Kind, Schema},
    value::Structured,
};

/// Validation of a generated type, or of a [`Collection`] of one as a service sends it.
pub trait Validate: Encode + Sized {
    /// Everything in `json` that keeps it from being a value of this type, and what could not be checked; nothing if it is one.
    #[must_use]
    fn validate_json(json: &[u8], profile: Profile) -> Findings;

    /// Everything that keeps this value from being sent: what the strict profile finds in its JSON.
    #[must_use]
    fn validate(&self) -> Findings {
        Self::validate_json(&self.encode(), Profile::Strict)
    }

    /// [`validate_json`](Self::validate_json) for whoever returns errors.
    ///
    /// # Errors
    /// If `json` is no value of this type.
    fn check_json(json: &[u8], profile: Profile) -> Result<(), Report> {
        Self::validate_json(json, profile).check()
    }

    /// [`validate`](Self::validate) for whoever returns errors.
    ///
    /// # Errors
    /// If this value is not to be sent.
    fn check(&self) -> Result<(), Report> {
        self.validate().check()
    }
}

impl<T: Structured> Validate for T {
    fn validate_json(json: &[u8], profile: Profile) -> Findings {
        decode::check(T::TYPE.schema, Kind::Structured(T::TYPE.index), json, profile)
    }
}

impl<T: Structured> Validate for Collection<T> {
    fn validate_json(json: &[u8], profile: Profile) -> Findings {
        decode::check_envelope(T::TYPE.schema, Kind::Structured(T::TYPE.index), json, profile)
    }
}

impl Schema {
    /// Validates `json` as the type named `type_name`: one that [`Schema::decode`] takes, an enumeration type, a built-in type
    /// (`Edm.Guid`), or `Collection(…)` of one for a response with many values.
    ///
    /// # Errors
    /// If the schema has no such type.
    pub fn validate(&'static self, type_name: &str, json: &[u8], profile: Profile) -> Result<Findings, Error> {
        self.subject(type_name).map(|subject| subject.validate(json, profile))
    }

    /// What [`validate`](Self::validate) holds payloads against, looked up once for many of them.
    ///
    /// # Errors
    /// If the schema has no such type.
    pub fn subject(&'static self, type_name: &str) -> Result<Subject, Error> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(type_name);
        Ok(Subject { schema: self, kind: self.kind(item)?, is_collection })
    }
}

/// A type of a schema, or a collection of one, that payloads are held against: see [`Schema::subject`].
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    schema: &'static Schema,
    kind: Kind,
    is_collection: bool,
}

impl Subject {
    /// Everything in `json` that keeps it from being one, and what could not be checked; nothing if it is one.
    #[must_use]
    pub fn validate(self, json: &[u8], profile: Profile) -> Findings {
        let check = if self.is_collection { decode::check_envelope } else { decode::check };
        check(self.schema, self.kind, json, profile)
    }
}
