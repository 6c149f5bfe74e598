//! A visitor for serde, which sonic-rs drives, and `serde_json`. Numbers come parsed; their text is lost.

use std::{error::Error, fmt};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::Digest;

/// Walks `json` with sonic-rs.
pub(crate) fn sonic(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    let mut digest = Digest::default();
    let mut deserializer = sonic_rs::Deserializer::from_slice(json);
    Value(&mut digest).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(digest)
}

/// Walks `json` with `serde_json`.
pub(crate) fn serde_json(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    let mut digest = Digest::default();
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    Value(&mut digest).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(digest)
}

struct Value<'d>(&'d mut Digest);
struct Name<'d>(&'d mut Digest);

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.words += 1;
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        self.0.words += 1;
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.0.numbers += 1;
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.0.numbers += 1;
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.0.numbers += 1;
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.string(text.len());
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.containers += 1;
        while items.next_element_seed(Value(&mut *self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.0.containers += 1;
        while members.next_key_seed(Name(&mut *self.0))?.is_some() {
            members.next_value_seed(Value(&mut *self.0))?;
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.name(text.len());
        Ok(())
    }
}
