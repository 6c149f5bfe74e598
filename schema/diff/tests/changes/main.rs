//! Changes, made by hand to a small schema, and what is said of them. (Code and payloads show in `tests/tests/changes`
//! that it is so.)
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod common;
mod kinds;
mod likeness;
mod reports;
