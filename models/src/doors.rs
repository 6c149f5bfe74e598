//! The ways in and out: text, types named at run time, a collection's envelope, serde, validation, assertions; and the
//! error response, whose types are written here as generated ones are.

mod assertion;
mod batch;
mod collection;
mod context;
mod delta;
mod dynamic;
mod format;
#[cfg(feature = "json-schema")]
pub mod json_schema;
#[cfg(test)]
mod linear;
mod link_error;
mod pages;
mod partial;
mod payload;
mod returned;
mod serde_bridge;
mod service_error;
#[cfg(feature = "validate")]
mod strict;
mod text;
#[cfg(feature = "validate")]
pub mod validate;

#[cfg(feature = "validate")]
pub use assertion::assert_valid;
pub use assertion::{JsonText, assert_json_eq, assert_round_trip};
pub use batch::{Batch, BatchError, BatchHeaders, BatchRequest, BatchResponse, BatchResponses, Method};
pub use collection::Collection;
pub use delta::{DeltaItem, Link, Removed, RemovedReason};
pub use dynamic::{Object, TypeInfo};
pub use format::Format;
pub use link_error::LinkError;
pub use pages::{PageError, PagedItems, Pages};
pub use partial::Partial;
pub use payload::Payload;
pub use returned::{Operation, Returned, ReturnedType};
pub use serde_bridge::{deserialize, deserialize_text, serialize};
pub use service_error::{ServiceError, ServiceErrorBody, ServiceErrorDetail};
#[cfg(feature = "validate")]
pub use strict::Strict;
#[cfg(feature = "validate")]
pub use text::from_slice_strict;
pub use text::{
    Decode, Encode, from_reader, from_slice, from_slice_partial, from_str, from_value, to_string, to_value, to_vec,
    to_writer, try_to_string, try_to_vec,
};
