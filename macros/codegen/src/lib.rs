//! Plans and renders Rust types for an OData schema.
pub mod plan;
