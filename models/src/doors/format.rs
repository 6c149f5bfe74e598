//! Forms of JSON that one may be asked for.

use super::Encode;
use crate::{encode, error::Error};

/// The form in which JSON is written, where it is another than that of [`to_vec`](crate::to_vec).
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Format, Structured, graph::Participant};
/// let participant = Participant::new().with(Participant::ROSTER_SEQUENCE_NUMBER, 9_007_199_254_740_993_i64);
/// let format = Format::new().ieee754_compatible(true);
/// assert_eq!(format.to_string(&participant)?, r#"{"rosterSequenceNumber":"9007199254740993"}"#);
/// assert_eq!(format.content_type(), "application/json;IEEE754Compatible=true");
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
///
/// Source: OData JSON 4.01, section 3 (requesting the JSON format).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Format {
    ieee754_compatible: bool,
}

impl Format {
    /// The form that everybody reads.
    #[must_use]
    pub const fn new() -> Self {
        Self { ieee754_compatible: false }
    }

    /// Whether numbers that a 64-bit float has no room for are strings, at every depth: properties of the types
    /// `Edm.Int64` and `Edm.Decimal`, in nested deltas (`members@delta`) too, counts (`@odata.count`), and dynamic
    /// properties beside which their type stands (`"x@odata.type":"#Int64"`). Others that are not declared stay as they
    /// are. Reading takes both, always.
    ///
    /// Source: OData JSON 4.01, section 3.2.
    #[must_use]
    pub const fn ieee754_compatible(self, yes: bool) -> Self {
        Self { ieee754_compatible: yes }
    }

    /// Encodes a value as JSON text in this form.
    ///
    /// # Errors
    /// If numbers are to be strings and the value is nothing that can be read: one that is nested more than 127 deep.
    pub fn to_vec<T: Encode>(self, value: &T) -> Result<Vec<u8>, Error> {
        if self.ieee754_compatible { value.encode_ieee754() } else { Ok(value.encode()) }
    }

    /// Encodes a value as JSON text in this form. See [`to_vec`](Self::to_vec).
    ///
    /// # Errors
    /// As [`to_vec`](Self::to_vec).
    pub fn to_string<T: Encode>(self, value: &T) -> Result<String, Error> {
        self.to_vec(value).map(encode::as_text)
    }

    /// The media type of what is written: for the headers `Content-Type` and `Accept`.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        if self.ieee754_compatible { "application/json;IEEE754Compatible=true" } else { "application/json" }
    }
}
