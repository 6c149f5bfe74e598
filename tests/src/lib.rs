//! What the tests share: the corpus, a JSON tree, and the checks that every payload must pass.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test stops at the first thing that is not as it should be"
)]

pub mod agreement;
pub mod corpus;
pub mod guide;
pub mod leftovers;
pub mod users;

pub use odatype_agreement::{json, random};
