//! Reading and writing: the fast path, without serde between.

use std::{
    borrow::Borrow,
    io::{Read, Write},
};

use odatype_table::Profile;

use super::Partial;
use crate::{
    decode, encode,
    error::Error,
    table::TypeId,
    value::{Json, Structured, Unknown},
};

/// What can be decoded: every generated type, [`crate::Collection`] and [`crate::ServiceError`].
pub trait Decode: Sized {
    /// Decodes `json`.
    ///
    /// # Errors
    /// If `json` is not JSON, or does not have the type's shape: see [`from_slice`].
    fn decode(json: &[u8]) -> Result<Self, Error>;

    /// Decodes `json`, keeping what does not fit: see [`from_slice_partial`](crate::from_slice_partial).
    ///
    /// # Errors
    /// If `json` is not JSON, or if a member comes twice in one object.
    fn decode_partial(json: &[u8]) -> Result<Partial<Self>, Error>;
}

/// What can be encoded: every generated type, [`crate::Collection`], [`crate::ServiceError`] and [`Unknown`].
pub trait Encode {
    /// Encodes the value as JSON text.
    fn encode(&self) -> Vec<u8>;

    /// For [`Format`](crate::Format): encodes the value with `Edm.Int64`, `Edm.Decimal` and counts as strings.
    ///
    /// # Errors
    /// As [`Format::to_vec`](crate::Format::to_vec).
    fn encode_ieee754(&self) -> Result<Vec<u8>, Error>;
}

impl<T: Structured> Decode for T {
    fn decode(json: &[u8]) -> Result<Self, Error> {
        decode::record(T::TYPE.schema, T::TYPE.index, json, Profile::Tolerant).map(T::from_record)
    }

    fn decode_partial(json: &[u8]) -> Result<Partial<Self>, Error> {
        let read = decode::partial(T::TYPE.schema, T::TYPE.index, json).map(Partial::new)?;
        Ok(read.map(T::from_record))
    }
}

impl<T: Structured> Encode for T {
    fn encode(&self) -> Vec<u8> {
        encode::to_vec(self.record(), Some(T::TYPE))
    }

    fn encode_ieee754(&self) -> Result<Vec<u8>, Error> {
        ieee754(self.encode(), T::TYPE)
    }
}

/// An object is written as it was read, and so with its tag if it had one.
impl Encode for Unknown {
    fn encode(&self) -> Vec<u8> {
        encode::to_vec(self.record(), Some(self.record().type_id()))
    }

    fn encode_ieee754(&self) -> Result<Vec<u8>, Error> {
        ieee754(self.encode(), self.record().type_id())
    }
}

/// `json`, of the type `ty`, with wide numbers as strings.
fn ieee754(json: Vec<u8>, ty: TypeId) -> Result<Vec<u8>, Error> {
    let (read, _) = decode::partial(ty.schema, ty.index, &json)?;
    Ok(match read.source() {
        Some((document, _)) => encode::wide_as_text(decode::utf8(&json)?, document),
        None => json,
    })
}

impl Json<'_> {
    /// The text decoded as a `T`.
    ///
    /// # Errors
    /// As [`crate::from_slice`].
    pub fn decode<T: Decode>(self) -> Result<T, Error> {
        T::decode(self.text().as_bytes())
    }
}

/// Decodes JSON text.
///
/// # Errors
/// If `json` is not JSON (the error says line and column), if a declared property that is present does not have its
/// declared shape, or if a member comes twice in one object (the error has a finding with JSON pointer for each).
pub fn from_slice<T: Decode>(json: &[u8]) -> Result<T, Error> {
    T::decode(json)
}

/// Decodes JSON text, keeping what does not fit as JSON text: see [`Partial`].
///
/// # Errors
/// If `json` is not JSON, or if a member comes twice in one object.
pub fn from_slice_partial<T: Decode>(json: &[u8]) -> Result<Partial<T>, Error> {
    T::decode_partial(json)
}

/// Decodes JSON text. See [`from_slice`].
///
/// # Errors
/// As [`from_slice`].
pub fn from_str<T: Decode>(json: &str) -> Result<T, Error> {
    T::decode(json.as_bytes())
}

/// Reads a stream to its end and decodes what it gave. See [`from_slice`].
///
/// # Errors
/// As [`from_slice`], and if reading fails.
pub fn from_reader<T: Decode>(mut reader: impl Read) -> Result<T, Error> {
    let mut json = Vec::new();
    reader.read_to_end(&mut json)?;
    T::decode(&json)
}

/// Decodes a JSON value, or a reference to one. See [`from_slice`].
///
/// # Errors
/// As [`from_slice`].
pub fn from_value<T: Decode>(value: impl Borrow<serde_json::Value>) -> Result<T, Error> {
    T::decode(&serde_json::to_vec(value.borrow())?)
}

/// Decodes JSON text and checks in the same pass everything that the strict profile asks: what one may send.
///
/// # Errors
/// As [`from_slice`], and for whatever the strict profile refuses: see [`crate::validate::Profile::Strict`].
#[cfg(feature = "validate")]
pub fn from_slice_strict<T: Structured>(json: &[u8]) -> Result<T, Error> {
    decode::record(T::TYPE.schema, T::TYPE.index, json, Profile::Strict).map(T::from_record)
}

/// Encodes a value as JSON text: the tag first wherever a reader could not know the type without it, and wherever it
/// was read.
///
/// All of it is written, however deep objects were set in objects; what nests deeper than 127 can be read neither here
/// nor by most others, and [`try_to_vec`] and [`try_to_string`] refuse it.
pub fn to_vec<T: Encode>(value: &T) -> Vec<u8> {
    value.encode()
}

/// Encodes a value as JSON text that can be read again. See [`to_vec`].
///
/// # Errors
/// If objects, arrays and dynamic values nest deeper than 127, which is more than is read.
pub fn try_to_vec<T: Encode>(value: &T) -> Result<Vec<u8>, Error> {
    let json = value.encode();
    encode::check_depth(&json, 0)?;
    Ok(json)
}

/// Encodes a value as JSON text that can be read again. See [`to_vec`].
///
/// # Errors
/// As [`try_to_vec`].
pub fn try_to_string<T: Encode>(value: &T) -> Result<String, Error> {
    try_to_vec(value).map(encode::as_text)
}

/// Encodes a value as JSON text. See [`to_vec`].
pub fn to_string<T: Encode>(value: &T) -> String {
    encode::as_text(value.encode())
}

/// Encodes a value as a JSON value. See [`to_vec`].
///
/// # Errors
/// As [`try_to_vec`].
pub fn to_value<T: Encode>(value: &T) -> Result<serde_json::Value, Error> {
    encode::value(&encode::as_text(value.encode()))
}

/// Encodes a value into a stream. See [`to_vec`].
///
/// # Errors
/// As [`try_to_vec`], before anything is written; and if writing fails.
pub fn to_writer<T: Encode>(mut writer: impl Write, value: &T) -> Result<(), Error> {
    Ok(writer.write_all(&try_to_vec(value)?)?)
}
