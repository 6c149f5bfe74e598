//! Validates JSON payloads against an OData schema, and says of each finding where it is, what was expected and what was
//! found, in words that a person can act on.
//!
//! [`Validator`] compiles the JSON Schema of a target ([`odatype_schema::json_schema`]) once; [`Validator::validate`] reads
//! a text and gives every [`Finding`]. The schema decides what is valid; this crate only finds places and words.
//!
//! Source: JSON Schema 2020-12; OData JSON 4.01.

mod explain;
mod finding;
mod lines;
mod place;
mod schema_node;
#[cfg(test)]
mod tests;
mod validator;
mod value;
mod words;

pub use finding::{Finding, Rule};
pub use validator::{Error, Validator};
