//! How work grows with a schema: steps are counted, since times depend on the machine.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod names;
mod schema;
