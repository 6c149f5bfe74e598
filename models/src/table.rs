//! The schema table at run time: what the drivers read while they decode and encode; and the generated static that it is
//! made from.
//!
//! Made once from the strings that generated code holds; their form is in `ARCHITECTURE.md`.

mod constraint;
mod index;
mod kind;
mod parse;
mod schema;
mod types;

pub(crate) use constraint::{Constraints, OpenConstraint};
pub(crate) use index::{Name, NameIndex};
pub(crate) use kind::Kind;
pub use schema::{Schema, TypeId};
pub(crate) use types::{Property, Tables, Type, TypeKind};
