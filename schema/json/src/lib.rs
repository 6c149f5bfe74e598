//! Strict JSON over text, with places: the ground the rest of odatype stands on.
//!
//! [`Reader`] walks a text and never copies: strings, numbers and whole values come back as [`Span`]s of it. It accepts
//! exactly what RFC 8259 calls JSON, with three limits of its own, each an error that says so: containers nest at most
//! [`MAX_DEPTH`] deep, a number fits a 64-bit float, and a `\u` escape is never half of a surrogate pair.
//! [`tree`] builds a tree with places on it, for files that a person wrote.
//!
//! Source: RFC 8259.

mod depth;
mod error;
mod exact;
mod names;
mod place;
mod reader;
mod scan;
pub mod tree;
mod unescape;
mod visible;

pub use depth::check_depth;
pub use error::{Problem, SyntaxError};
pub use exact::Exact;
pub use names::Names;
pub use place::{Lines, advance, line_column};
pub use reader::{MAX_DEPTH, Number, Reader, Span, Text};
pub use unescape::{escape_into, unescape, unescape_into};
pub use visible::visible;
