//! A wrapper that serde reads strictly.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{serde_bridge, text::from_slice_strict};
use crate::value::Structured;

/// A `T` that [`Deserialize`] reads strictly, as [`from_slice_strict`](crate::from_slice_strict) does: only what one
/// may send is one.
///
/// Generated types themselves take any object whose declared properties have their declared shapes, since services add
/// members. So the first variant of an enum that is `#[serde(untagged)]` takes nearly everything, and the others are
/// never tried. Read strictly, an object is refused that has members which its type does not declare, lacks what it
/// must have, or has a tag of another type. (An open type has no members that it does not declare: it goes after the
/// others.)
///
/// ```ignore
/// // With the derives of `serde`, which this crate does not build; a test has this code too.
/// use odatype::{Strict, graph::{Call, ChatInfo, actions::call::Reject}};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// #[serde(untagged)]
/// enum Command {
///     Reject(Strict<Reject>),
///     Chat(Strict<ChatInfo>),
///     // What is read tolerantly goes last: it takes the rest.
///     Call(Call),
/// }
///
/// let command: Command = serde_json::from_str(r#"{"threadId": "19:1"}"#)?;
/// assert!(matches!(command, Command::Chat(Strict(chat)) if chat.thread_id() == Some("19:1")));
/// ```
///
/// What one receives has members that nobody declared as soon as the service changes; where the payload has a tag, read
/// it as the enum of the base, or by [`Schema::decode`](crate::Schema::decode).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strict<T>(
    /// The value.
    pub T,
);

impl<'de, T: Structured> Deserialize<'de> for Strict<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_bridge::decode_with(deserializer, from_slice_strict).map(Self)
    }
}

impl<T: Serialize> Serialize for Strict<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "json-schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Strict<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    /// That of the type itself.
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
