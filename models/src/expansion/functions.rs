//! The functions that generated code and the macros name.

use crate::{
    node::{Edited, Record},
    value::{IntoProperty, Structured},
};

/// For generated code: `record` with the property at `slot` set.
#[inline]
pub fn with<K>(mut record: Record, slot: u16, value: impl IntoProperty<K>) -> Record {
    record.set(slot, value.into_property());
    record
}

/// For generated code: `record` with the collection at `slot` set.
#[inline]
pub fn with_list<K>(mut record: Record, slot: u16, values: impl IntoIterator<Item = impl IntoProperty<K>>) -> Record {
    let item = |value| match IntoProperty::into_property(value) {
        Edited::Absent => Edited::Null,
        item => item,
    };
    record.set(slot, Edited::List(values.into_iter().map(item).collect()));
    record
}

/// For generated code: a value as its base's tagged enum.
#[inline]
pub fn upcast<F: Structured, T: Structured>(value: T) -> F {
    F::from_record(value.into_record())
}

/// For generated code: the place in `members` of the one that `text` names; their number if none does.
#[must_use]
pub fn member(members: &[&str], text: &str) -> usize {
    let exact = members.iter().position(|member| *member == text);
    exact.or_else(|| members.iter().position(|member| member.eq_ignore_ascii_case(text))).unwrap_or(members.len())
}

/// For generated code: `Debug::fmt`.
///
/// # Errors
/// What the formatter says.
pub fn debug(record: &Record, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    std::fmt::Debug::fmt(record, formatter)
}
