//! Validation of every generated type, with the feature `validate`: one pass of the decoder over the text, nothing
//! compiled before and nothing kept after it.
//!
//! There are three profiles: *tolerant* is what decoding accepts, *strict* what one may send, and *create* what one may
//! send to make something, for services that mean what they declare.
//!
//! ```
//! # #[cfg(feature = "graph")] {
//! use odatype::{graph::actions::call::Answer, validate::{Profile, Validate}};
//! let findings = Answer::validate_json(br#"{"callbackUri": "http://bot.example"}"#, Profile::Strict);
//! assert_eq!(findings.len(), 2, "not https, and no mediaConfig: {findings}");
//! # }
//! ```

pub use odatype_table::Profile;
use odatype_table::{Likeness, name::MaybeCollection};

use super::{Collection, Encode};
use crate::{
    decode::{self, Beside},
    error::Error,
    finding::{Findings, Report},
    table::{Asks, Kind, Schema},
    value::Structured,
};

/// Validation of a generated type, or of a [`Collection`] of one as a service sends it.
pub trait Validate: Encode + Sized {
    /// Everything in `json` that keeps it from being a value of this type, and what could not be checked; nothing if it
    /// is one.
    #[must_use]
    fn validate_json(json: &[u8], profile: Profile) -> Findings;

    /// Everything that keeps this value from being sent: what the strict profile finds in its JSON.
    #[must_use]
    fn validate(&self) -> Findings {
        Self::validate_json(&self.encode(), Profile::Strict)
    }

    /// What [`validate_json`](Self::validate_json) finds in `json`, and advice beside it: members that services ignore
    /// when they are sent, since they make the values themselves (`Core.Computed`), let clients only read them
    /// (`Core.Permissions`) or take them only when the object is made (`Core.Immutable`, of which the profile *create*
    /// says nothing). Advice makes no payload invalid, and there is none in the tolerant profile, which is for what one
    /// receives.
    #[must_use]
    fn advise_json(json: &[u8], profile: Profile) -> Findings;

    /// What [`validate`](Self::validate) finds in this value, and advice: see [`advise_json`](Self::advise_json).
    #[must_use]
    fn advise(&self) -> Findings {
        Self::advise_json(&self.encode(), Profile::Strict)
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
        Subject::of::<T>(false).validate(json, profile)
    }

    fn advise_json(json: &[u8], profile: Profile) -> Findings {
        Subject::of::<T>(false).advise(json, profile)
    }
}

impl<T: Structured> Validate for Collection<T> {
    fn validate_json(json: &[u8], profile: Profile) -> Findings {
        Subject::of::<T>(true).validate(json, profile)
    }

    fn advise_json(json: &[u8], profile: Profile) -> Findings {
        Subject::of::<T>(true).advise(json, profile)
    }
}

impl Schema {
    /// Validates `json` as the type named `type_name`: one that [`Schema::decode`] takes, an enumeration type, a
    /// built-in type (`Edm.Guid`), or `Collection(…)` of one for a response with many values.
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
        self.check(json, (profile, Asks::of(profile)))
    }

    /// The same, and advice beside it: see [`Validate::advise_json`].
    #[must_use]
    pub fn advise(self, json: &[u8], profile: Profile) -> Findings {
        self.check(json, (profile, Asks::with_advice(profile)))
    }

    /// What is found in `text` as this type, and as the type `other`, of another schema. `likeness` has for each type
    /// of this schema how it compares with the type of that name in the other one.
    ///
    /// For whoever holds many payloads against two schemas of one service, between which little of each payload
    /// changed.
    #[doc(hidden)]
    #[must_use]
    pub fn validate_both(self, other: Self, text: &str, profile: Profile, likeness: &[Likeness]) -> Both {
        let asked = (profile, Asks::of(profile));
        let found = if self.is_like(other) {
            let beside = Beside::new(other.schema.tables(), likeness);
            decode::check_beside(self.schema, (self.kind, self.is_collection), text, asked, &beside)
        } else {
            Err(self.check(text.as_bytes(), asked))
        };
        match found {
            Ok(is_valid) => Both::Alike { is_valid },
            Err(found) => Both::Each(found, other.check(text.as_bytes(), asked)),
        }
    }

    /// Whether both are structured types of one name, of which all that is asked is in their tables, or collections of
    /// such.
    fn is_like(self, other: Self) -> bool {
        let name = |of: Self| match of.kind {
            Kind::Structured(index) if of.schema.own_rules.is_none() => Some(of.schema.tables().get(index).name),
            _ => None,
        };
        self.is_collection == other.is_collection && name(self).is_some() && name(self) == name(other)
    }

    fn check(self, json: &[u8], asked: (Profile, Asks)) -> Findings {
        decode::check(self.schema, (self.kind, self.is_collection), json, asked)
    }

    /// The type `T`, or a collection of it.
    fn of<T: Structured>(is_collection: bool) -> Self {
        Self { schema: T::TYPE.schema, kind: Kind::Structured(T::TYPE.index), is_collection }
    }
}

/// What two schemas find in a payload: see [`Subject::validate_both`].
#[doc(hidden)]
#[derive(Debug)]
pub enum Both {
    /// Surely the same, told with other words perhaps. What it is nobody needs to know, and so it is not told.
    Alike {
        /// Whether nothing was found that makes the payload invalid.
        is_valid: bool,
    },
    /// Each something of its own, perhaps.
    Each(Findings, Findings),
}
