//! Any deserializer's value as JSON text: the input's own, where `serde_json` gives it.
//!
//! It gives it as the only member of an object, which a payload can have as well, so that the text is taken only from
//! who shows to be `serde_json`: asked for an enum, its key answers with a borrowed string, and its value with a
//! variant. Names and values that were read from a payload both answer with the one or both with the other; and most
//! deserializers answer the request for a newtype with a newtype, so that no object comes here at all.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor},
};

use super::writer::{Writer, members, more_members};

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
        let name = match map.next_key::<Answer<'de>>()? {
            None => return Ok(Cow::Borrowed("{}")),
            Some(Answer::String(Cow::Borrowed(RAW))) => return raw_text(map),
            Some(Answer::String(name) | Answer::Variant(name)) => name,
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

/// The text that `serde_json` gives as the only member, which is one value; or the object that a member of that name is
/// in.
fn raw_text<'de, A: MapAccess<'de>>(mut map: A) -> Result<Cow<'de, str>, A::Error> {
    match map.next_value::<Answer<'de>>()? {
        Answer::Variant(text) => Ok(text),
        Answer::String(value) => {
            let mut out = Vec::from(b"{");
            Writer(&mut out).visit_str::<A::Error>(RAW)?;
            out.push(b':');
            Writer(&mut out).visit_str::<A::Error>(&value)?;
            more_members(&mut out, map)?;
            text(out)
        }
    }
}

/// How a name, or the value after it, answers when it is asked for an enum.
enum Answer<'de> {
    String(Cow<'de, str>),
    Variant(Cow<'de, str>),
}

impl<'de> Deserialize<'de> for Answer<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum(RAW, &[RAW], AnswerVisitor)
    }
}

struct AnswerVisitor;

impl<'de> Visitor<'de> for AnswerVisitor {
    type Value = Answer<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Answer::String(Cow::Borrowed(name)))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Answer::String(Cow::Owned(name.to_owned())))
    }

    fn visit_string<E>(self, name: String) -> Result<Self::Value, E> {
        Ok(Answer::String(Cow::Owned(name)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Self::Value, A::Error> {
        let (Text(name), variant) = access.variant()?;
        variant.unit_variant()?;
        Ok(Answer::Variant(name))
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
