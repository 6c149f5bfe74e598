#![cfg_attr(all(feature = "graph", feature = "macros", feature = "validate"), doc = include_str!("../README.md"))]
#![cfg_attr(
    not(all(feature = "graph", feature = "macros", feature = "validate")),
    doc = "Strongly typed, tagged models of OData services."
)]

// The traits alone; users' derives are of `serde`, which has the same ones.
extern crate serde_core as serde;

mod collection;
mod decode;
mod document;
pub mod edm;
mod encode;
mod enumeration;
mod error;
mod flags;
mod json;
mod macros;
mod object;
mod one_or_many;
mod primitive;
mod property;
mod read;
mod record;
mod schema;
mod serde_bridge;
mod service_error;
mod structured;
mod table;
mod unknown;
mod values;

#[cfg(feature = "graph")]
pub mod graph;
#[cfg(feature = "validate")]
pub mod validate;

pub use collection::Collection;
pub use enumeration::{Enumeration, UnrecognizedMember};
pub use error::{Error, Finding};
pub use flags::FlagSet;
pub use json::{Json, Untyped};
pub use object::{Object, TypeInfo};
pub use one_or_many::OneOrMany;
pub use property::{IntoProperty, Null};
#[cfg(feature = "validate")]
pub use read::from_slice_strict;
pub use read::{Decode, Encode, from_reader, from_slice, from_str, from_value, to_string, to_value, to_vec, to_writer};
pub use record::{Presence, Record};
pub use schema::{Schema, TypeId};
pub use serde_json;
pub use service_error::{ServiceError, ServiceErrorBody, ServiceErrorDetail};
pub use structured::Structured;
pub use unknown::Unknown;
pub use values::Values;

/// What generated code names; not for users.
#[doc(hidden)]
pub mod __private {
    pub use ::serde_core as serde;
    #[cfg(feature = "macros")]
    pub use odatype_macros::schema_impl;
    #[cfg(feature = "validate")]
    pub use schemars;

    #[cfg(feature = "validate")]
    pub use crate::validate::json_schema;
    pub use crate::{
        enumeration::member,
        macros::{default, enumeration, family, flags, structured, union},
        primitive::Primitive,
        property::Edited,
        record::{Value, debug},
        serde_bridge::{deserialize, deserialize_text, serialize},
        structured::{upcast, with, with_list},
    };
}
