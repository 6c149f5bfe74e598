//! Payloads of whatever kind, whose type is learnt at run time.

use odatype_table::{Profile, Shape, name::MaybeCollection};

use super::{Collection, Object, dynamic::Decoded};
use crate::{
    decode, encode,
    error::Error,
    table::{Kind, Schema, TypeId, TypeKind},
    value::Untyped,
};

/// A payload whose type is learnt at run time: see [`Schema::decode_payload`].
#[derive(Clone, Debug)]
pub enum Payload {
    /// One object, of a structured type or an action's body.
    Object(Box<dyn Object>),
    /// Many objects, in an envelope: `{"value":[{…}]}`.
    Objects(Collection<Box<dyn Object>>),
    /// One value of a built-in type or an enumeration type, which is of that type: `"incoming"`.
    Value(Untyped),
    /// Many of them, in an envelope: `{"value":["audio","video"]}`.
    Values(Collection<Untyped>),
}

impl Payload {
    /// The payload as JSON text.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        match self {
            Self::Object(object) => object.to_vec(),
            Self::Objects(objects) => objects.written(|objects, out| {
                encode::array(objects, |object, out| out.extend_from_slice(&object.in_collection()), out);
            }),
            Self::Value(value) => value.as_json().text().as_bytes().to_vec(),
            Self::Values(values) => values.written(|values, out| {
                encode::array(values, |value, out| out.extend_from_slice(value.as_json().text().as_bytes()), out);
            }),
        }
    }
}

impl Schema {
    /// Decodes `json` as what `type_name` names: a type that [`decode`](Self::decode) takes, an enumeration type, a
    /// built-in one (`Edm.Guid`), or `Collection(…)` of one for a response with many values. Names of that form are in
    /// context URLs ([`type_in_context`](Self::type_in_context)), and [`validate`](Self::validate) takes the same.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{Payload, graph::{Call, SCHEMA}};
    /// let json = br#"{"value":[{"id":"1"}],"@odata.nextLink":"https://s/2"}"#;
    /// let Payload::Objects(calls) = SCHEMA.decode_payload("Collection(microsoft.graph.call)", json)? else { panic!() };
    /// assert_eq!(calls.next_link().as_deref(), Some("https://s/2"));
    /// assert_eq!(calls.value[0].to_type::<Call>().unwrap().id(), Some("1"));
    /// # }
    /// # Ok::<(), odatype::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the schema has no such type, or for what [`crate::from_slice`] refuses.
    pub fn decode_payload(&'static self, type_name: &str, json: &[u8]) -> Result<Payload, Error> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(type_name);
        Ok(match (self.kind(item)?, is_collection) {
            (Kind::Structured(index), false) => {
                Payload::Object(Box::new(Decoded(decode::record(self, index, json, Profile::Tolerant)?)))
            }
            (Kind::Structured(index), true) => {
                let envelope = decode::envelope(TypeId { schema: self, index }, json)?;
                Payload::Objects(Collection::of(envelope, |item| Box::new(Decoded(item)) as Box<dyn Object>))
            }
            (kind, false) => Payload::Value(Untyped::new(decode::value_text(self, kind, json)?)),
            (kind, true) => {
                let (envelope, document) = decode::values(self, kind, json)?;
                Payload::Values(Collection::of(envelope, |item| Untyped::new(&encode::node_text(&document, item))))
            }
        })
    }

    /// What a value of the type named `name` is.
    pub(crate) fn kind(&'static self, name: &str) -> Result<Kind, Error> {
        Ok(match self.shape(name)? {
            Shape::Primitive(primitive) => Kind::primitive(primitive),
            Shape::Declared(index) => match self.tables().get(index).kind {
                TypeKind::Enum => Kind::Enum(index),
                TypeKind::Closed => Kind::Closed(index),
                TypeKind::Flags => Kind::Flags(index),
                _ => Kind::Structured(index),
            },
        })
    }
}
