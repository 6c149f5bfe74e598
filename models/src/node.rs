//! What is known of an object, as data: a decoded document with its nodes, a record over one of them, what was changed
//! since, and typed values that were asked for. Nothing here reads or writes JSON.

mod cell;
mod document;
mod lookup;
mod record;
mod value;

pub(crate) use document::{Document, ESCAPE, LATE_TAG, Node, NodeKind, TAG_NAMES};
pub(crate) use record::Key;
pub use record::{Edited, Record};
pub use value::Value;
pub(crate) use value::{Held, Scalar};
