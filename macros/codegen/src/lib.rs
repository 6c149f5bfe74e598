//! Turns a resolved OData schema into Rust types: what `odatype::schema!`, `odatype-build` and `odatype expand` share.
//!
//! A [`Request`] says what is asked for. Two stages: [`plan`](plan::plan) decides every name and every text,
//! [`render`](render::render) writes tokens. Nothing reads or writes files here.

pub mod plan;
mod render;
mod request;
#[cfg(feature = "steps")]
#[doc(hidden)]
pub mod steps;
#[cfg(not(feature = "steps"))]
mod steps;

#[cfg(feature = "format")]
mod format;

#[cfg(feature = "format")]
pub use format::{FormatError, expand_to_string, header};
pub use plan::{Colliding, Collision, Plan, PlanErrors, RenameError, Renames, tell_apart};
pub use render::{Options, Spelled, dependencies, render, runtime, spelled, spelled_response};
pub use request::{Planned, Problem, Refused, Request};
