//! What is known of an object, as data: a decoded document with its nodes, a record over one of them, what was changed
//! since, and typed values that were asked for. Nothing here reads or writes JSON.

mod asked;
mod changes;
mod document;
mod entry;
mod lookup;
mod places;
mod read;
mod record;
mod steps;
mod typed;
mod value;

pub(crate) use changes::Key;
pub(crate) use document::{Document, Members as ReadMembers};
pub(crate) use entry::{ESCAPE, FLAT, FLAT_MOST, LATE_TAG, Node, NodeKind, SHORT, TAG_NAMES, TagName, UNDECLARED};
pub use record::{Edited, Record};
pub(crate) use record::{Typed, TypedList};
pub(crate) use steps::step;
#[cfg(test)]
pub(crate) use steps::steps_of;
pub use value::Value;
pub(crate) use value::{Held, Scalar};
