//! The schema table at run time: what the drivers read while they decode and encode; and the generated static that it
//! is made from.
//!
//! Made once from the strings that generated code holds; their form is that of `odatype_table`.

mod asks;
mod bind;
#[cfg(feature = "json-schema")]
mod derivation;
#[cfg(feature = "json-schema")]
mod deriver;
mod index;
mod kind;
mod late;
mod load;
mod order;
mod outside;
mod rules;
mod schema;
mod tables;
mod types;

pub(crate) use asks::Asks;
pub(crate) use bind::Bind;
#[cfg(feature = "json-schema")]
pub(crate) use derivation::Derivation;
pub(crate) use index::{Name, NameIndex};
pub(crate) use kind::Kind;
pub(crate) use order::{Order, Turn, is_noted};
pub(crate) use outside::Outside;
#[cfg(feature = "validate")]
pub(crate) use rules::Match;
pub(crate) use rules::Rules;
pub use schema::{Declared, Schema, TypeId};
pub(crate) use tables::Tables;
pub(crate) use types::{Late, Listed, Property, Type, TypeKind};
