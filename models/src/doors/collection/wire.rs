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
    decode::{self, Envelope},
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

    /// The envelope as JSON text, its items written by `write`.
    #[inline]
    pub(in crate::doors) fn written(&self, write: impl Fn(&[T], &mut Vec<u8>)) -> Vec<u8> {
        let mut out = vec![b'{'];
        for place in 0..=self.members.len() {
            if place == self.value_at.min(self.members.len()) {
                encode::member("value", &mut out);
                write(&self.value, &mut out);
            }
            if let Some((name, text)) = self.members.get(place) {
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
        let whole = Collection { value, members: self.members.iter().map(member).collect(), value_at: self.value_at };
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
