//! A user's crate: types by the build script.
#![deny(warnings)]

pub mod garage {
    include!(concat!(env!("OUT_DIR"), "/garage.rs"));
}
#[path = "../../shared/uses.rs"]
pub mod uses;
