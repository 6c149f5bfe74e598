//! serde: whatever a deserializer gives becomes JSON text for the decoder; what the encoder writes is given to a
//! serializer in its order.

mod capture;
mod replay;

use serde::{Deserializer, Serializer};

use crate::{Decode, Encode};

/// For generated code: `Deserialize::deserialize`.
///
/// # Errors
/// As [`crate::from_slice`], in the deserializer's form.
pub fn deserialize<'de, D: Deserializer<'de>, T: Decode>(deserializer: D) -> Result<T, D::Error> {
    let text = capture::json_text(deserializer)?;
    T::decode(text.as_bytes()).map_err(serde::de::Error::custom)
}

/// For generated code: `Serialize::serialize`.
///
/// # Errors
/// What the serializer says.
pub fn serialize<S: Serializer, T: Encode>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let text = value.encode();
    let text = std::str::from_utf8(&text).map_err(serde::ser::Error::custom)?;
    replay::replay(text, serializer)
}
