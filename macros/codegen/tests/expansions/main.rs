//! Plans, and what is rendered of them.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod docs;
#[cfg(feature = "format")]
mod graph;
mod names;
