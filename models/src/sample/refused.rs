//! Why there is no value of a place.

use std::fmt;

use crate::error::Error;

/// A place that is left out of payloads that are made up, and why: see
/// [`Payloads::left_out`](super::Payloads::left_out).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    place: String,
    reason: String,
}

impl LeftOut {
    /// The type and the property of which no value was found: `ns.Type/property`; a type alone if it has no values.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Why there is none.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for LeftOut {
    /// `ns.Type/property: no value can be made up: …`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_error().fmt(formatter)
    }
}

impl LeftOut {
    pub(super) fn to_error(&self) -> Error {
        Error::unsampled(&self.place, &self.reason)
    }
}

/// Why no value was made; where it should have been, as far as that is known yet.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    place: Option<String>,
    reason: String,
}

impl Refused {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self { place: None, reason: reason.into() }
    }

    /// Because of `place`, unless it is one further in.
    pub(super) fn at(mut self, place: impl FnOnce() -> String) -> Self {
        self.place.get_or_insert_with(place);
        self
    }

    pub(super) fn left_out(self) -> LeftOut {
        LeftOut { place: self.place.unwrap_or_default(), reason: self.reason }
    }
}

impl From<proptest::test_runner::Reason> for Refused {
    fn from(reason: proptest::test_runner::Reason) -> Self {
        Self::new(reason.message())
    }
}
