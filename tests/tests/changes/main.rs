//! What `odatype diff` says of each kind of change, held to what it is about: what the generator plans, and payloads.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod code;
#[path = "../../../schema/diff/tests/changes/common.rs"]
mod common;
mod verdicts;
