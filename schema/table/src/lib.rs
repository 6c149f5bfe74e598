//! What an OData schema means, as data: the one rulebook that everything else prints or interprets.
//!
//! A [`Table`] has a [`Row`] for each type, and for each place that a value can stand in what may stand there: its type
//! and its [`Constraints`], joined from everything that the schema says of it. `odatype-schema` decides what is in it;
//! decoding, JSON Schema and documentation only read it.
//!
//! Generated code carries the table as text, a string for each row. [`Row::to_text`] writes one and [`Row::read`] reads
//! it; [`FORMAT`] numbers the form, so that an expansion and a runtime that do not belong together do not compile.
//!
//! Besides, this crate has the facts that both sides of the table need: the built-in types ([`Primitive`]) with the
//! grammar of their values ([`literal`]), how tags and collections are written ([`name`]) and context URLs made up
//! ([`context`]), versions in names ([`version`]), and the terms that are rules ([`validation`]).

pub mod access;
mod aliases;
mod constraints;
pub mod context;
pub mod control;
pub mod docs;
mod family;
mod field;
mod likeness;
pub mod literal;
pub mod name;
pub mod near;
mod ordered;
pub mod outside;
mod primitive;
mod profile;
mod read;
mod row;
pub mod validation;
mod value_type;
pub mod version;
pub mod words;
mod write;

pub use access::Access;
pub use aliases::Aliases;
pub use constraints::{Bound, Constraints, Digits, Listed, Pattern};
pub use family::Family;
pub use likeness::{Late, Likeness, Names};
pub use ordered::ordered;
pub use primitive::Primitive;
pub use profile::Profile;
pub use read::{Head, HeadKind, ReadError};
pub use row::{Body, Enumeration, Member, Place, Row, Structured, StructuredKind, Table};
pub use value_type::{Shape, ValueType};

/// The number of the form in which rows are written. Whatever changes what [`Row::read`] or [`outside::read`]
/// understands changes it.
pub const FORMAT: u32 = 7;
