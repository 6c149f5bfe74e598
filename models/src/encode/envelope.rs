//! The members of a collection's envelope.

use super::{
    object::object,
    text::{array, separate, string},
};
use crate::{node::Record, table::TypeId};

/// The beginning of a member, after which its value is written.
pub(crate) fn member(name: &str, out: &mut Vec<u8>) {
    separate(out);
    string(name, out);
    out.push(b':');
}

/// An array of `items`, in places for `declared`.
pub(crate) fn objects<'r>(declared: TypeId, items: impl IntoIterator<Item = &'r Record>, out: &mut Vec<u8>) {
    array(items, |item, out| object(item, Some(declared), out), out);
}
