//! From records to JSON text; and what is told by that text: whether two records are equal, and what `Debug` shows.

mod compare;
mod debug;
mod object;
mod runs;
mod text;

pub(crate) use object::{as_read, list_member, text_member, to_vec, value};
