//! Turns a resolved OData schema into Rust types: what `odatype::schema!` and `odatype expand` share.
//!
//! Two stages: [`plan`](plan::plan) decides every name and every text, [`render`](render::render) writes tokens. Nothing
//! reads or writes files here.

pub mod plan;
mod render;
mod steps;

#[cfg(test)]
mod growth;

#[cfg(feature = "format")]
mod format;

#[cfg(feature = "format")]
pub use format::{FormatError, expand_to_string};
pub use plan::{Colliding, Collision, Plan, PlanErrors, RenameError, Renames, tell_apart};
pub use render::{Options, dependencies, render};
