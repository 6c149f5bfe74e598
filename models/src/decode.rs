//! From JSON text to documents: one driver for all types, led by the table.
//!
//! What does not have its declared shape is noted and kept as text, so that the whole text is walked once, every
//! finding is told, and an object that turns out to be foreign (see `ARCHITECTURE.md`) only drops what was noted inside
//! it.

mod beside;
mod current;
mod decoder;
mod envelope;
mod late;
mod look_beside;
mod object;
mod path;
mod property;
mod scalar;
mod strict;
mod tag;
mod undeclared;
mod whole;

#[cfg(feature = "validate")]
pub(crate) use beside::Beside;
use decoder::{Decoder, Step, slot_number};
pub(crate) use envelope::{Envelope, ValueAt, envelope, only_member, partial_envelope, values};
use path::Path;
#[cfg(feature = "proptest")]
pub(crate) use whole::is_listed;
#[cfg(feature = "validate")]
pub(crate) use whole::{check, check_beside};
pub(crate) use whole::{partial, record, utf8, value_text};

use crate::finding::narrow;

#[cfg(test)]
mod lookup_tests;
#[cfg(test)]
mod order_tests;
#[cfg(test)]
mod tests;
