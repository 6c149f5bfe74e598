#![cfg_attr(
    any(not(doctest), all(feature = "graph", feature = "validate")),
    doc = include_str!("lib.md")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// The front page leads to what features bring, where they are on.
#![cfg_attr(
    not(all(
        feature = "graph",
        feature = "json-schema",
        feature = "macros",
        feature = "proptest",
        feature = "report"
    )),
    allow(rustdoc::broken_intra_doc_links)
)]

// The traits alone; users' derives are of `serde`, which has the same ones.
extern crate serde_core as serde;

// The layers; each uses only those before it. What users name is re-exported below.
// finding, error → table → node → edm → decode → encode → value → expansion → doors → sample → graph
mod decode;
mod doors;
pub mod edm;
mod encode;
mod error;
mod expansion;
mod finding;
// The tests beside the code are of the runtime, and take a third less to build without it; `tests` has what is asked of
// it.
#[cfg(all(feature = "graph", not(test)))]
pub mod graph;
// Text to read, beside the types; its code is tested where more crates are at hand.
#[cfg(all(doc, not(doctest)))]
pub mod guide;
mod node;
#[cfg(feature = "proptest")]
pub mod sample;
mod table;
mod value;

#[cfg(feature = "json-schema")]
pub use doors::json_schema;
pub use doors::{
    Batch, BatchError, BatchHeaders, BatchRequest, BatchResponse, BatchResponses, Collection, Decode, DeltaItem,
    Encode, Format, Link, LinkError, Method, Object, Operation, PageError, PagedItems, Pages, Partial, Payload,
    Removed, RemovedReason, Returned, ReturnedType, ServiceError, ServiceErrorBody, ServiceErrorDetail, TypeInfo,
    from_reader, from_slice, from_slice_partial, from_str, from_value, to_string, to_value, to_vec, to_writer,
    try_to_string, try_to_vec,
};
#[cfg(feature = "validate")]
pub use doors::{Strict, from_slice_strict, validate};
pub use error::Error;
#[cfg(feature = "report")]
pub use finding::Picture;
pub use finding::{Finding, Findings, Level, Located, Report, Rule, hide_values, values_are_hidden};
pub use node::Record;
pub use serde_json;
pub use table::{Schema, TypeId};
pub use value::{
    Action, Editable, EntityRef, Enumeration, FlagSet, Function, IntoBinding, IntoProperty, Json, Key, Null, OneOrMany,
    Presence, Property, PropertyType, Reachable, Structured, Unknown, UnknownMember, UnrecognizedMember, Untyped,
    Values,
};

/// The project's page, whose code is tested here.
#[cfg(all(doctest, feature = "graph", feature = "macros", feature = "json-schema", feature = "proptest"))]
#[doc = include_str!("../README.md")]
mod readme {}

/// What generated code names; not for users.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "validate")]
    pub use crate::doors::assert_valid;
    #[cfg(feature = "json-schema")]
    pub use crate::doors::json_schema::generated as json_schema;
    pub use crate::{
        doors::{JsonText, assert_json_eq, assert_round_trip, deserialize, deserialize_text, serialize},
        expansion::{
            at, closed_member, compare, debug, debug_member, declared, default, default_base, empty, enumeration,
            family, flags, function, is_named, is_same, member, member_at, structured, tagged,
        },
        node::{Edited, Value},
        table::Declared,
        value::{
            Borrowed, Given, ItemType, Items, Maybe, Member, Nothing, Owned, Primitive, Primitives, Provided, Reader,
            Stated,
        },
    };
    pub use ::serde_core as serde;
    #[cfg(feature = "macros")]
    pub use odatype_macros::schema_impl;
}
