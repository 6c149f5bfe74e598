//! JSON Schema (draft 2020-12) of the types of an OData schema, collections of them and action bodies, in two profiles.
//!
//! The table ([`odatype_table::Table`]) says what a payload must be; this crate writes that as JSON Schema and decides
//! nothing. Where JSON Schema cannot say a rule, the document says something weaker, never something stricter; which
//! rule it says how is data ([`exactness`]), which the derivation reads.
//!
//! Every type is a definition keyed by its qualified name. A structured type `ns.T` has two: `ns.T` is the *slot*,
//! which looks at the object's tag and then applies one branch, so that errors concern that branch only;
//! `ns.T:properties` is what is declared for `ns.T` itself, inherited properties included. `ns.T:tag` matches objects
//! whose tag names `ns.T`, and of a slot that takes many types `ns.T:group1` has the first of them. No branch is tried
//! besides another that reaches as deep, so that a validator without a memory takes time linear in the payload.
//! Patterns keep to what ECMA-262 engines and linear-time engines read alike.
//!
//! Source: OData JSON 4.01, sections 4.6 (control information), 7 (values), 8 (properties) and 14 to 17; JSON Schema
//! 2020-12.

mod alternatives;
mod body;
mod condition;
mod constraint;
mod context;
mod control;
mod definition;
mod deriver;
mod digits;
mod dispatch;
mod dynamic;
mod enumeration;
pub mod exactness;
mod example;
mod families;
mod files;
mod geo;
mod member;
mod number;
mod pattern;
mod pointer;
mod primitive;
mod properties;
mod slot;
mod tag;
mod target;
mod untagged;
#[cfg(feature = "validator")]
pub mod validator;

pub use definition::DIALECT;
pub use deriver::Deriver;
pub use odatype_table::Profile;
pub use pointer::{each_reference, file_reference, in_url, key};
pub use target::{Target, TargetError};
