//! The ways in and out: text, types named at run time, a collection's envelope, serde, validation; and the error response,
//! whose types are written here as generated ones are.

mod collection;
mod dynamic;
#[cfg(feature = "json-schema")]
pub mod json_schema;
#[cfg(test)]
mod linear;
mod partial;
mod serde_bridge;
mod service_error;
mod text;
#[cfg(feature = "validate")]
pub mod validate;

pub use collection::Collection;
pub use dynamic::{Object, TypeInfo};
pub use partial::Partial;
pub use serde_bridge::{deserialize, deserialize_text, serialize};
pub use service_error::{ServiceError, ServiceErrorBody, ServiceErrorDetail};
#[cfg(feature = "validate")]
pub use text::from_slice_strict;
pub use text::{
    Decode, Encode, from_reader, from_slice, from_slice_partial, from_str, from_value, to_string, to_value, to_vec,
    to_writer,
};
