//! Any deserializer's value as JSON text: the input's own, where `serde_json` gives it.
//!
//! It gives it as the only member of an object, which a payload can have as well, so that the text is taken only from who
//! shows to be `serde_json`: its key answers a request for an enum with a borrowed string. A key that was read from a
//! payload answers as an enum's variant, or has not come here at all: most deserializers answer the request for a newtype
//! with a newtype.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor},
};

use super::writer::{Writer, members};

/// The name under which `serde_json` gives a value's text as it stands, instead of the value; every other deserializer
/// takes it for the name of a newtype and gives the value.
const RAW: &str = "$serde_json::private::RawValue";

/// The JSON text of the value that `deserializer` gives: borrowed from the input where it can be.
pub(super) fn json_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'de, str>, D::Error> {
    deserializer.deserialize_newtype_struct(RAW, Outer)
}

struct Outer;

impl<'de> Visitor<'de> for Outer {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an OData value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let mut out = Vec::new();
        Writer(&mut out).deserialize(deserializer)?;
        text(out)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let name = match map.next_key::<FirstKey<'de>>()? {
            None => return Ok(Cow::Borrowed("{}")),
            Some(FirstKey::Raw) => return raw_text(map),
            Some(FirstKey::Name(name)) => name,
        };
        let mut out = Vec::new();
        members(&mut out, &name, map)?;
        text(out)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        Writer(&mut out).visit_seq(seq)?;
        text(out)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        let mut out = Vec::new();
        Writer(&mut out).visit_str(value)?;
        text(out)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed("null"))
    }
}

fn text<'de, E: Error>(out: Vec<u8>) -> Result<Cow<'de, str>, E> {
    String::from_utf8(out).map(Cow::Owned).map_err(E::custom)
}

/// The text that `serde_json` gives as the only member; it has seen to it that it is one value.
fn raw_text<'de, A: MapAccess<'de>>(mut map: A) -> Result<Cow<'de, str>, A::Error> {
    let text = map.next_value::<Text<'de>>()?.0;
    match map.next_key::<Text<'de>>()? {
        None => Ok(text),
        Some(_) => Err(A::Error::custom("the text of a value has no other members beside it")),
    }
}

/// The first key of an object that came instead of a newtype.
enum FirstKey<'de> {
    /// `serde_json`'s own: the value's text follows.
    Raw,
    /// A member's name.
    Name(Cow<'de, str>),
}

impl<'de> Deserialize<'de> for FirstKey<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum(RAW, &[RAW], KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = FirstKey<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(if name == RAW { FirstKey::Raw } else { FirstKey::Name(Cow::Borrowed(name)) })
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(FirstKey::Name(Cow::Owned(name.to_owned())))
    }

    fn visit_string<E>(self, name: String) -> Result<Self::Value, E> {
        Ok(FirstKey::Name(Cow::Owned(name)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Self::Value, A::Error> {
        let (name, variant) = access.variant::<Text<'de>>()?;
        variant.unit_variant()?;
        Ok(FirstKey::Name(name.0))
    }
}

/// A string that is borrowed where the input allows it, which `Cow`'s own implementation does not do.
struct Text<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(value)))
    }
}
