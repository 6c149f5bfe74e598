//! serde: whatever a deserializer gives becomes JSON text for the decoder; what the encoder writes, or would write, is
//! given to a serializer in its order.
//!
//! Containers that serde reads into a buffer first (`untagged`, `flatten`, internally and adjacently tagged enums) keep
//! of a number with a fraction, an exponent or more than 64 bits what a 64-bit float has room for, unless
//! `serde_json`'s feature `arbitrary_precision` is on.

mod capture;
mod nodes;
mod replay;
mod verbatim;
mod writer;

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize as _, Serializer, de::Error as _, ser::Error as _};

use super::{Decode, Encode, Partial};
use crate::{finding::values_are_hidden, node::Record, table::TypeId, value::Structured};
use nodes::Nodes;

/// For generated code: `Deserialize::deserialize`.
///
/// # Errors
/// As [`crate::from_slice`], in the deserializer's form.
pub fn deserialize<'de, D: Deserializer<'de>, T: Structured>(deserializer: D) -> Result<T, D::Error> {
    decode(deserializer)
}

/// For generated code: `Serialize::serialize` in a place for the type at `index` of the record's schema.
///
/// # Errors
/// What the serializer says.
pub fn serialize<S: Serializer>(record: &Record, index: u16, serializer: S) -> Result<S::Ok, S::Error> {
    let declared = Some(TypeId { index, ..record.type_id() });
    if let Some((document, at)) = crate::encode::as_read(record, declared) {
        if !verbatim::takes_text::<S>() {
            return Nodes(document, at).serialize(serializer);
        }
        if let Some(text) = document.written(at).and_then(|end| document.text.get(..end)) {
            return verbatim::write(text, serializer);
        }
    }
    text(&crate::encode::to_vec(record, declared), serializer)
}

/// For generated code: `Deserialize::deserialize` of what is a string on the wire.
///
/// # Errors
/// If there is no string.
pub fn deserialize_text<'de, D: Deserializer<'de>, T: FromStr<Err: std::fmt::Display>>(
    deserializer: D,
) -> Result<T, D::Error> {
    // The deserializer's own words have the value in them, and so have a type's.
    let private = |error, told| if values_are_hidden() { D::Error::custom(told) } else { error };
    let text = String::deserialize(deserializer).map_err(|error| private(error, "expected a string"))?;
    text.parse().map_err(|error| private(D::Error::custom(error), "expected the name of a declared member"))
}

/// Decodes whatever can be.
pub(super) fn decode<'de, D: Deserializer<'de>, T: Decode>(deserializer: D) -> Result<T, D::Error> {
    decode_with(deserializer, T::decode)
}

/// Decodes whatever can be, in the way that `decode` does.
pub(super) fn decode_with<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    decode: impl FnOnce(&[u8]) -> Result<T, crate::error::Error>,
) -> Result<T, D::Error> {
    let text = capture::json_text(deserializer)?;
    decode(text.as_bytes()).map_err(D::Error::custom)
}

impl<'de, T: Decode> Deserialize<'de> for Partial<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode_with(deserializer, T::decode_partial)
    }
}

/// Encodes whatever can be.
pub(super) fn encode<S: Serializer, T: Encode>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    text(&value.encode(), serializer)
}

/// Gives the value that `json` is to a serializer; `json` itself, if it takes that.
fn text<S: Serializer>(json: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    let text = std::str::from_utf8(json).map_err(S::Error::custom)?;
    if !verbatim::takes_text::<S>() {
        return replay::replay(text, serializer);
    }
    crate::encode::check_depth(json, 0).map_err(S::Error::custom)?;
    verbatim::write(text, serializer)
}
