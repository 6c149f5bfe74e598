//! How work grows with a schema: steps are counted, since times depend on the machine.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

#[path = "../../../schema/tests/schemas/imports.rs"]
mod imports;
mod names;
mod schema;
