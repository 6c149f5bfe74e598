//! A user's crate: types in a file that `odatype expand` wrote.
#![deny(warnings)]

pub mod garage;
#[path = "../../shared/uses.rs"]
pub mod uses;
