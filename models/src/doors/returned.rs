//! What operations return.

use std::{fmt, marker::PhantomData};

use odatype_table::Primitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Decode, serde_bridge};
use crate::{
    error::Error,
    node::Record,
    table::{Declared, Schema},
    value::{ItemType, Owned, Property, PropertyType, Structured},
};

/// The body of an action, or the call of a function, that returns something: which type that is.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Operation, graph::actions::call::Mute};
/// // What comes back from `POST …/mute`, named by what was sent.
/// let muted = Mute::decode_response(br#"{"status":"Running"}"#)?;
/// assert_eq!(muted.status().unwrap().as_str(), "Running");
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
///
/// A structured type comes back as it is, many of them as a [`Collection`](crate::Collection), and other values as a
/// [`Returned`]. What gives a stream has no response in JSON.
///
/// Source: OData JSON 4.01, sections 11 (individual property or operation response), 17 (function) and 18 (action
/// invocation).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not given to an operation that returns something",
    note = "what returns nothing, or a stream, has no response to decode"
)]
pub trait Operation: Structured {
    /// The response.
    type Response: Decode;

    /// Decodes the response.
    ///
    /// # Errors
    /// As [`crate::from_slice`].
    #[inline]
    fn decode_response(json: &[u8]) -> Result<Self::Response, Error> {
        Self::Response::decode(json)
    }
}

/// What an operation returns that is no object, or an individual property:
/// `{"@odata.context":"…#Edm.String","value":"x"}`; `Returned<[String]>` is of many: `{"value":["x","y"]}`.
///
/// ```
/// use odatype::Returned;
/// let names: Returned<[String]> = odatype::from_str(r#"{"value":["a","b"],"@odata.context":"c"}"#)?;
/// assert_eq!(names.value().iter().collect::<Vec<_>>(), ["a", "b"]);
/// # Ok::<(), odatype::Error>(())
/// ```
///
/// Source: OData JSON 4.01, section 11 (individual property or operation response).
pub struct Returned<K: ?Sized>(Record, PhantomData<fn(&K)>);

impl<K: ReturnedType + ?Sized> Returned<K> {
    /// `value`.
    pub const VALUE: Property<Self, K> = Property::at(0);

    /// `value`, as a getter of such a property gives it.
    #[must_use]
    #[inline]
    pub fn value(&self) -> K::Ref<'_> {
        self.get(Self::VALUE)
    }
}

/// A value that [`Returned`] has, or `[…]` for many: a built-in type's, or an enumeration's.
pub trait ReturnedType: PropertyType + 'static {
    /// Which of the schema's types.
    #[doc(hidden)]
    const DECLARED: Declared;
}

macro_rules! schema {
    ($($place:literal $primitive:ident $name:literal),+ $(,)?) => {
        /// The schema of returned values, two types for each built-in one: one value, and many.
        static SCHEMA: Schema = Schema::new(
            odatype_table::FORMAT,
            &[$(
                concat!("complex\todata.", $name, "\t-\to\nvalue\t", $name, "\tn"),
                concat!("complex\todata.", $name, "s\t-\to\nvalue\t*", $name, "\tn"),
            )+],
            &[],
            "",
            &[],
        );

        /// The type of one value, or of many. What has no type of its own is like what may be anything.
        const fn declared(primitive: Primitive, is_many: bool) -> Declared {
            match (primitive, is_many) {
                $(
                    (Primitive::$primitive, false) => Declared::new(&SCHEMA, 2 * $place, concat!("odata.", $name)),
                    (Primitive::$primitive, true) => Declared::new(&SCHEMA, 2 * $place + 1, concat!("odata.", $name, "s")),
                )+
                (_, false) => Declared::new(&SCHEMA, 0, "odata.Untyped"),
                (_, true) => Declared::new(&SCHEMA, 1, "odata.Untypeds"),
            }
        }
    };
}
schema! {
    0 Untyped "Untyped", 1 String "String", 2 Boolean "Boolean", 3 Byte "Byte", 4 SByte "SByte", 5 Int16 "Int16",
    6 Int32 "Int32", 7 Int64 "Int64", 8 Single "Single", 9 Double "Double", 10 Decimal "Decimal", 11 Guid "Guid",
    12 Date "Date", 13 DateTimeOffset "DateTimeOffset", 14 TimeOfDay "TimeOfDay", 15 Duration "Duration",
    16 Binary "Binary",
}

impl<K: Owned + ItemType> ReturnedType for K {
    const DECLARED: Declared = declared(K::PRIMITIVE, false);
}

impl<K: Owned + ItemType> ReturnedType for [K] {
    const DECLARED: Declared = declared(K::PRIMITIVE, true);
}

impl<K: ReturnedType + ?Sized> Structured for Returned<K> {
    const DECLARED: Declared = K::DECLARED;

    #[inline]
    fn from_record(record: Record) -> Self {
        Self(record, PhantomData)
    }

    #[inline]
    fn record(&self) -> &Record {
        &self.0
    }

    #[inline]
    fn record_mut(&mut self) -> &mut Record {
        &mut self.0
    }
}

impl<K: ReturnedType + ?Sized> Default for Returned<K> {
    #[inline]
    fn default() -> Self {
        Self(Record::new(Self::TYPE), PhantomData)
    }
}

impl<K: ?Sized> Clone for Returned<K> {
    #[inline]
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<K: ?Sized> PartialEq for Returned<K> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: ?Sized> Eq for Returned<K> {}

impl<K: ?Sized> fmt::Debug for Returned<K> {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<K: ReturnedType + ?Sized> Serialize for Returned<K> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_bridge::encode(self, serializer)
    }
}

impl<'de, K: ReturnedType + ?Sized> Deserialize<'de> for Returned<K> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_bridge::decode(deserializer)
    }
}
