//! Reads OData schemas, resolves and slices them, and derives JSON Schema from them.
//!
//! The stages, each a function from one value to the next: read (`xml`, `json`) → `resolve` → `overlay` → `slice` →
//! `write` or `json_schema`. Nothing here knows Rust code.
//!
//! Source: OData CSDL XML 4.01, OData CSDL JSON 4.01, OData JSON 4.01.

mod alias;
mod document;
#[cfg(feature = "graph")]
pub mod embedded;
mod fault;
mod json;
pub mod json_schema;
mod literal;
mod location;
pub mod model;
mod overlay;
mod pattern;
mod places;
mod provenance;
mod resolve;
mod rules;
#[cfg(feature = "write")]
mod slice;
mod source;
pub mod vocabulary;
#[cfg(feature = "write")]
mod write;
#[cfg(feature = "xml")]
mod xml;

pub use fault::{Fault, Faults, Level};
pub use provenance::PROVENANCE;
pub use rules::{Action, Element, Origin, Rulebook, Slot, Union};
#[cfg(feature = "slice")]
pub use slice::{DEFAULT_TERMS, Manifest, Roots, slice_files};
#[cfg(feature = "write")]
pub use slice::{UnknownRoot, slice};
pub use source::{Source, load, load_files, read_text};
#[cfg(feature = "write")]
pub use write::{write, write_compact};
