//! Reads OData schemas, resolves and slices them, and decides what they mean.
//!
//! The stages, each a function from one value to the next: read (`xml`, `json`) → `resolve` → `overlay` → `versions` →
//! a `draft`; then `slice`, where roots are given → check → `rules` or `write`. Nothing here knows Rust code.
//!
//! Source: OData CSDL XML 4.01, OData CSDL JSON 4.01, OData JSON 4.01.

mod alias;
mod context_url;
mod document;
mod draft;
#[cfg(feature = "graph")]
pub mod embedded;
mod example;
mod fault;
mod fewest;
mod file;
mod guess;
mod json;
mod literal;
mod location;
pub mod model;
mod notes;
mod numbering;
mod overlay;
mod pattern;
mod places;
mod provenance;
mod rename;
mod resolve;
mod rules;
#[cfg(feature = "write")]
mod slice;
mod source;
#[cfg(feature = "steps")]
#[doc(hidden)]
pub mod steps;
#[cfg(not(feature = "steps"))]
mod steps;
mod terms;
mod versions;
pub mod vocabulary;
#[cfg(feature = "write")]
mod write;
#[cfg(feature = "xml")]
mod xml;

pub use context_url::UnknownContext;
pub use draft::{Draft, draft, draft_files, load, load_files, resolve_files};
pub use example::example_text;
pub use fault::{Fault, Faults, Level};
pub use fewest::Fewest;
pub use file::{all_documents, documents, read_bytes, read_stream};
pub use guess::Guesses;
#[doc(no_inline)]
pub use odatype_json::visible;
pub use rename::{RustName, Target as RenameTarget, rename_target, rust_names};
pub use rules::{Element, Origin, Overload, Rulebook, Slot, Union, Visit};
#[cfg(feature = "slice")]
pub use slice::{DEFAULT_TERMS, Manifest, Roots, Slice, slice_files, slice_other_files, whole_files};
#[cfg(feature = "write")]
pub use slice::{SliceError, UnknownRoot, slice};
pub use source::{Source, read_text};
pub use versions::Versions;
pub use vocabulary::own::{PROVENANCE, RUST_NAME};
#[cfg(feature = "write")]
pub use write::{unwritable, write, write_compact};
