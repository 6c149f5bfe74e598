//! Collections as they are read and written.

use odatype_table::{
    Primitive,
    control::{self, Form},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    super::{Decode, Encode, Partial, serde_bridge},
    Collection, Member,
};
use crate::{
    decode::{self, Envelope, ValueAt},
    encode,
    error::Error,
    node::Record,
    value::Structured,
};

impl<T> Collection<T> {
    /// What was read, each item made by `make`.
    #[inline]
    pub(in crate::doors) fn of<I>(envelope: Envelope<I>, make: impl Fn(I) -> T) -> Self {
        let value = envelope.items.into_iter().map(make).collect();
        Self { value, members: envelope.members, value_at: envelope.value_at }
    }

    /// The payload as it was read, if that was no object; not any more once something was added.
    pub(super) fn instead(&self) -> Option<&str> {
        match &self.value_at {
            ValueAt::NoObject(text) if self.value.is_empty() && self.members.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The envelope as JSON text, its items written by `write`.
    #[inline]
    pub(in crate::doors) fn written(&self, write: impl Fn(&[T], &mut Vec<u8>)) -> Vec<u8> {
        if let Some(text) = self.instead() {
            return text.as_bytes().to_vec();
        }
        let value_at = match self.value_at {
            ValueAt::Place(place) => Some(place.min(self.members.len())),
            // Items were added since. Where something else was, they stand.
            _ if !self.value.is_empty() => Some(0),
            _ => None,
        };
        let mut out = vec![b'{'];
        for place in 0..=self.members.len() {
            if Some(place) == value_at {
                encode::member("value", &mut out);
                write(&self.value, &mut out);
            }
            // Only what stood in the place of the items is called so.
            let is_replaced = |name: &str| value_at.is_some() && name == "value";
            if let Some((name, text)) = self.members.get(place).filter(|(name, _)| !is_replaced(name)) {
                encode::member(name, &mut out);
                out.extend_from_slice(text.as_bytes());
            }
        }
        out.push(b'}');
        out
    }
}

impl<T: Structured> Decode for Collection<T> {
    #[inline]
    fn decode(json: &[u8]) -> Result<Self, Error> {
        decode::envelope(T::TYPE, json).map(Self::of_envelope)
    }

    #[inline]
    fn decode_partial(json: &[u8]) -> Result<Partial<Self>, Error> {
        let read = decode::partial_envelope(T::TYPE, json).map(Partial::new)?;
        Ok(read.map(Self::of_envelope))
    }
}

impl<T: Structured> Collection<T> {
    #[inline]
    fn of_envelope(envelope: Envelope<Record>) -> Self {
        Self::of(envelope, T::from_record)
    }
}

impl<T: Structured> Encode for Collection<T> {
    #[inline]
    fn encode(&self) -> Vec<u8> {
        self.written(|items, out| encode::objects(T::TYPE, items.iter().map(T::record), out))
    }

    #[inline]
    fn encode_ieee754(&self) -> Result<Vec<u8>, Error> {
        let value = self.value.iter().map(T::encode_ieee754).collect::<Result<Vec<_>, _>>()?;
        let member = |(name, text): &Member| {
            let is_number = matches!(control::form(name), Some((_, Form::Count))) && encode::is_number(text);
            (name.clone(), if is_number { encode::quoted(text, Primitive::Int64).into() } else { text.clone() })
        };
        let whole =
            Collection { value, members: self.members.iter().map(member).collect(), value_at: self.value_at.clone() };
        Ok(whole.written(|items, out| encode::array(items, |item, out| out.extend_from_slice(item), out)))
    }
}

impl<'de, T: Structured> Deserialize<'de> for Collection<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_bridge::decode(deserializer)
    }
}

impl<T: Structured> Serialize for Collection<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_bridge::encode(self, serializer)
    }
}
