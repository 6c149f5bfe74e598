//! Any deserializer's value as JSON text.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

/// The name under which `serde_json` gives a value's text as it stands, instead of the value; every other deserializer
/// takes it for the name of a newtype and gives the value.
const RAW: &str = "$serde_json::private::RawValue";

/// The name under which `serde_json` gives a number's text when its feature `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

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
        let Some(first) = map.next_key::<Cow<'de, str>>()? else { return Ok(Cow::Borrowed("{}")) };
        if first == RAW {
            return map.next_value::<RawText<'de>>().map(|text| text.0);
        }
        let mut out = Vec::new();
        members(&mut out, Some(first), map)?;
        text(out)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        Writer(&mut out).visit_seq(seq)?;
        text(out)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Self::Value, E> {
        let mut out = Vec::new();
        Writer(&mut out).visit_str(value)?;
        text(out)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed("null"))
    }
}

fn text<'de, E: serde::de::Error>(out: Vec<u8>) -> Result<Cow<'de, str>, E> {
    String::from_utf8(out).map(Cow::Owned).map_err(E::custom)
}

/// A string that is borrowed where the input allows it, which `Cow`'s own implementation does not do.
struct RawText<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for RawText<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = RawText<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("JSON text")
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
                Ok(RawText(Cow::Borrowed(value)))
            }

            fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
                Ok(RawText(Cow::Owned(value.to_owned())))
            }

            fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
                Ok(RawText(Cow::Owned(value)))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

/// Writes the value that it visits as JSON text.
struct Writer<'w>(&'w mut Vec<u8>);

impl<'de> DeserializeSeed<'de> for Writer<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! numbers {
    ($($visit:ident: $ty:ty),+) => {$(
        fn $visit<E: serde::de::Error>(self, value: $ty) -> Result<(), E> {
            self.0.extend_from_slice(value.to_string().as_bytes());
            Ok(())
        }
    )+};
}

impl<'de> Visitor<'de> for Writer<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that JSON can hold")
    }

    numbers!(visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128);

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        match crate::edm::float_text(value) {
            Ok(number) => self.0.extend_from_slice(number.as_bytes()),
            Err(text) => self.visit_str(text)?,
        }
        Ok(())
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.0.push(b'"');
        odatype_json::escape_into(value, self.0);
        self.0.push(b'"');
        Ok(())
    }

    fn visit_bytes<E: serde::de::Error>(self, value: &[u8]) -> Result<(), E> {
        self.visit_str(&crate::edm::binary::encode(value))
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.push(b'[');
        let mut length = self.0.len();
        while seq.next_element_seed(Writer(self.0))?.is_some() {
            length = self.0.len();
            self.0.push(b',');
        }
        self.0.truncate(length);
        self.0.push(b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let first = map.next_key::<Cow<'de, str>>()?;
        if first.as_deref() == Some(NUMBER) {
            self.0.extend_from_slice(map.next_value::<Cow<'de, str>>()?.as_bytes());
            return Ok(());
        }
        members(self.0, first, map)
    }
}

/// An object's members, the first of which has the name `first`.
fn members<'de, A: MapAccess<'de>>(
    out: &mut Vec<u8>,
    first: Option<Cow<'de, str>>,
    mut map: A,
) -> Result<(), A::Error> {
    out.push(b'{');
    let mut next = first;
    let mut separator = "";
    while let Some(name) = next {
        out.extend_from_slice(separator.as_bytes());
        Writer(out).visit_str::<A::Error>(&name)?;
        out.push(b':');
        map.next_value_seed(Writer(out))?;
        separator = ",";
        next = map.next_key()?;
    }
    out.push(b'}');
    Ok(())
}
