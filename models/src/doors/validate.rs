//! Validation of every generated type, with the feature `validate`: one pass of the decoder over the text, nothing compiled
//! before and nothing kept after it.
//!
//! There are three profiles: *tolerant* is what decoding accepts, *strict* what one may send, and *create* what one may send to make
//! something, for services that mean what they declare.
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
    /// Everything in `json` that keeps it from being a value of this type, and what could not be checked; nothing if it is one.
    #[must_use]
    fn validate_json(json: &[u8], profile: Profile) -> Findings;

    /// Everything that keeps this value from being sent: what the strict profile finds in its JSON.
    #[must_use]
    fn validate(&self) -> Findings {
        Self::validate_json(&self.encode(), Profile::Strict)
    }

    /// What [`validate_json`](Self::validate_json) finds in `json`, and advice beside it: members that services ignore when they are
    /// sent, since they make the values themselves (`Core.Computed`), let clients only read them (`Core.Permissions`) or take them
    /// only when the object is made (`Core.Immutable`, of which the profile *create* says nothing). Advice makes no payload invalid,
    /// and there is none in the tolerant profile, which is for what one receives.
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
        decode::check(T::TYPE.schema, Kind::Structured(T::TYPE.index), json, (profile, Asks::of(profile)), None)
    }

    fn advise_json(json: &[u8], profile: Profile) -> Findings {
        decode::check(
            T::TYPE.schema,
            Kind::Structured(T::TYPE.index),
            json,
            (profile, Asks::with_advice(profile)),
            None,
        )
    }
}

impl<T: Structured> Validate for Collection<T> {
    fn validate_json(json: &[u8], profile: Profile) -> Findings {
        decode::check_envelope(
            T::TYPE.schema,
            Kind::Structured(T::TYPE.index),
            json,
            (profile, Asks::of(profile)),
            None,
        )
    }

    fn advise_json(json: &[u8], profile: Profile) -> Findings {
        let asked = (profile, Asks::with_advice(profile));
        decode::check_envelope(T::TYPE.schema, Kind::Structured(T::TYPE.index), json, asked, None)
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
        self.check(json, (profile, Asks::of(profile)), None)
    }

    /// The same, and advice beside it: see [`Validate::advise_json`].
    #[must_use]
    pub fn advise(self, json: &[u8], profile: Profile) -> Findings {
        self.check(json, (profile, Asks::with_advice(profile)), None)
    }

    /// What is found in `json` as this type, and what is found in it as the type `other`, of another schema; `None` for that if it
    /// surely is the same, told with other words perhaps. `likeness` has for each type of this schema how it compares
    /// with the type of that name in the other one.
    ///
    /// For whoever holds many payloads against two schemas of one service, between which little of each payload changed.
    #[doc(hidden)]
    #[must_use]
    pub fn validate_both(
        self,
        other: Self,
        json: &[u8],
        profile: Profile,
        likeness: &[Likeness],
    ) -> (Findings, Option<Findings>) {
        let asked = (profile, Asks::of(profile));
        let beside = Beside::new(other.schema.tables(), likeness);
        let is_like = self.is_like(other);
        let found = self.check(json, asked, is_like.then_some(&beside));
        let is_same = is_like && beside.finds_the_same();
        (found, (!is_same).then(|| other.check(json, asked, None)))
    }

    /// Whether both are structured types of one name, of which all that is asked is in their tables, or collections of such.
    fn is_like(self, other: Self) -> bool {
        let name = |of: Self| match of.kind {
            Kind::Structured(index) if of.schema.own_rules.is_none() => Some(of.schema.tables().get(index).name),
            _ => None,
        };
        self.is_collection == other.is_collection && name(self).is_some() && name(self) == name(other)
    }

    fn check(self, json: &[u8], asked: (Profile, Asks), beside: Option<&Beside<'_>>) -> Findings {
        let check = if self.is_collection { decode::check_envelope } else { decode::check };
        check(self.schema, self.kind, json, asked, beside)
    }
}
