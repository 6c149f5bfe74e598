//! The cases that `odatype-json-schema` is tested with, before an engine of JSON Schema that shares no code with its own.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

#[path = "../../../../schema/json-schema/tests/documents/common.rs"]
mod common;
mod judge;
#[path = "../../../../schema/json-schema/tests/documents/objects.rs"]
mod objects;
#[path = "../../../../schema/json-schema/tests/documents/values.rs"]
mod values;
