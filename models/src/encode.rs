//! From records to JSON text; and what is told by that text: whether two records are equal, and what `Debug` shows.

mod compare;
mod debug;
mod envelope;
mod object;
mod runs;
mod text;
mod whole;
mod wide;

pub(crate) use envelope::{member, objects};
pub(crate) use object::{as_read, text_in_place, to_vec, value_text};
pub(crate) use runs::node_text;
pub(crate) use text::{array, as_text};
pub(crate) use whole::{check_depth, to_value, value};
pub(crate) use wide::{is_number, quoted, wide_as_text};
