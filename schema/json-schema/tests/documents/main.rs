//! Documents and the validator: what they say of payloads.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod common;
mod corpus;
mod judge;
mod metadata;
mod objects;
mod patterns;
mod validator;
mod values;
