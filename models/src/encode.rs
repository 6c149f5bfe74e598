//! From records to JSON text; and what is told by that text: whether two records are equal, and what `Debug` shows.

mod compare;
mod debug;
mod envelope;
mod object;
mod runs;
mod text;
mod whole;

pub(crate) use envelope::{list_member, text_member};
pub(crate) use object::{as_read, to_vec, value_text};
pub(crate) use text::as_text;
pub(crate) use whole::{check_depth, to_value, value};
