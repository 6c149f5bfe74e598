//! Documents of JSON Schema, and the validator by them: what they say of payloads, before engines that share no code.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod common;
mod corpus;
mod judge;
mod metadata;
mod objects;
mod patterns;
mod primitives;
mod reach;
mod validator;
mod values;
