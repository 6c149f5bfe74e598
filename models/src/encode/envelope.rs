//! The members of a collection's envelope.

use super::{
    object::object,
    text::{array, separate, string},
};
use crate::{node::Record, table::TypeId};

/// A member that is an array of `items`, in places for `declared`.
pub(crate) fn list_member<'r>(
    name: &str,
    declared: TypeId,
    items: impl IntoIterator<Item = &'r Record>,
    out: &mut Vec<u8>,
) {
    separate(out);
    string(name, out);
    out.push(b':');
    array(items, |item, out| object(item, Some(declared), out), out);
}

/// A member whose value is the JSON text `value`.
pub(crate) fn text_member(name: &str, value: &str, out: &mut Vec<u8>) {
    separate(out);
    string(name, out);
    out.push(b':');
    out.extend_from_slice(value.as_bytes());
}
