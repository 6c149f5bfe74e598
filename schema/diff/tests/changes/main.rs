//! Changes, made by hand to a small schema, and what is said of them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod code;
mod common;
mod kinds;
mod likeness;
mod reports;
mod verdicts;
