//! Reads OData schemas, resolves and slices them, and derives JSON Schema from them.
//!
//! The stages, each a function from one value to the next: read (`xml`, `json`) → `resolve` → `overlay` → `slice` →
//! `write` or `json_schema`. Nothing here knows Rust code.
//!
//! Source: OData CSDL XML 4.01, OData CSDL JSON 4.01, OData JSON 4.01.

pub mod json_schema;
pub mod model;
