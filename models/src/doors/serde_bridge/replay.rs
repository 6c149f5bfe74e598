//! JSON text as a serializer's events, in the text's order.

use odatype_json::tree;
use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap, SerializeSeq},
};

/// Gives the value that `text` holds to `serializer`. Integers of 64 bits keep all their digits, other numbers
/// those of a 64-bit float; [`crate::to_vec`] keeps all of any number.
pub(super) fn replay<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Replay(&tree::parse(text).map_err(S::Error::custom)?).serialize(serializer)
}

struct Replay<'v>(&'v tree::Value<'v>);

impl Serialize for Replay<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.kind {
            tree::Kind::Null => serializer.serialize_unit(),
            tree::Kind::Bool(value) => serializer.serialize_bool(*value),
            tree::Kind::Number(text) => number(text, serializer),
            tree::Kind::String(text) => serializer.serialize_str(text),
            tree::Kind::Array(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    seq.serialize_element(&Replay(item))?;
                }
                seq.end()
            }
            tree::Kind::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for member in members {
                    map.serialize_entry(&member.name, &Replay(&member.value))?;
                }
                map.end()
            }
        }
    }
}

/// The number whose JSON is `text`.
pub(super) fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(value) = text.parse::<i64>() {
        serializer.serialize_i64(value)
    } else if let Ok(value) = text.parse::<u64>() {
        serializer.serialize_u64(value)
    } else {
        serializer.serialize_f64(text.parse().map_err(S::Error::custom)?)
    }
}
