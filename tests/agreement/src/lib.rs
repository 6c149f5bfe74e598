//! What tests of whole payloads share: a JSON tree that can be changed, payloads and schemas that are made up, and
//! mistakes in them, all from seeds.
//!
//! The proof itself, that decoding, validation and JSON Schema agree, is the test `proof` of this package.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]
#![allow(clippy::missing_panics_doc, reason = "see above")]

pub mod invent;
pub mod json;
pub mod mutate;
pub mod random;
