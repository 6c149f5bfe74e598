//! From JSON text to documents: one driver for all types, led by the table.
//!
//! What does not have its declared shape is noted and kept as text, so that the whole text is walked once, every finding
//! is told, and an object that turns out to be foreign (see `ARCHITECTURE.md`) only drops what was noted inside it.

mod current;
mod decoder;
mod envelope;
mod findings;
mod late;
mod object;
mod path;
mod property;
mod scalar;
mod strict;
mod tag;
mod undeclared;
mod whole;

use decoder::{Decoder, Step, found, narrow, slot_number};
pub(crate) use envelope::envelope;
use findings::Findings;
use path::Path;
pub(crate) use whole::record;
#[cfg(feature = "validate")]
pub(crate) use whole::record_strict;
use whole::utf8;

#[cfg(test)]
mod tests;
