//! The functions that generated code and the macros name.
//!
//! They are functions of no type, because generated code calls them ten thousands of times, and a function of a type
//! has to be looked for each time among all that the type has.

use std::cmp::Ordering;

use crate::{
    node::Record,
    table::{Declared, Schema},
    value::{Enumeration, Property, UnknownMember, UnrecognizedMember},
};

/// For generated code: the type `name` at `index` of `schema`.
#[must_use]
pub const fn declared(schema: &'static Schema, index: u16, name: &'static str) -> Declared {
    Declared::new(schema, index, name)
}

/// For generated code: the same of a tagged enum.
#[must_use]
pub const fn family(schema: &'static Schema, index: u16, name: &'static str) -> Declared {
    Declared { is_family: true, ..Declared::new(schema, index, name) }
}

/// For generated code: the property at `slot`.
#[must_use]
pub const fn at<T, K: ?Sized>(slot: u16) -> Property<T, K> {
    Property::at(slot)
}

/// For generated code: an object of the type at `index` of `schema`, without members.
#[must_use]
#[inline]
pub fn empty(schema: &'static Schema, index: u16) -> Record {
    Record::empty(schema, index)
}

/// For generated code: the place in `members` of the one that `text` names; their number if none does.
#[must_use]
pub fn member(members: &[&str], text: &str) -> usize {
    let exact = members.iter().position(|member| *member == text);
    exact.or_else(|| members.iter().position(|member| member.eq_ignore_ascii_case(text))).unwrap_or(members.len())
}

/// For generated code: the member that `text` names of an exhaustive enumeration.
///
/// # Errors
/// If it names none.
pub fn closed_member<E: Enumeration>(text: &str) -> Result<E, UnknownMember> {
    E::from_wire(text).ok_or_else(UnknownMember::of::<E>)
}

/// For generated code: whether `value` is what `text` names.
#[must_use]
pub fn is_named<T: for<'t> From<&'t str> + PartialEq>(value: &T, text: &str) -> bool {
    *value == T::from(text)
}

/// For generated code: the name in `members` at `place`, which is one of theirs.
#[must_use]
pub fn member_at(members: &[&'static str], place: usize) -> &'static str {
    members.get(place).copied().unwrap_or_default()
}

/// A member's place among the declared ones, after all of them for one that is not, and its name.
type Key<'a> = (usize, &'a str);

/// For generated code: whether two members are one.
#[must_use]
#[inline]
pub fn is_same(one: Key<'_>, other: Key<'_>) -> bool {
    one == other
}

/// For generated code: which of two members is first.
#[must_use]
#[inline]
pub fn compare(one: Key<'_>, other: Key<'_>) -> Ordering {
    one.cmp(&other)
}

/// For generated code: `Debug::fmt` of an enumeration's member with a key, given the declared ones' names in Rust.
///
/// # Errors
/// What the formatter says.
pub fn debug_member(
    (place, name): Key<'_>,
    variants: &[&str],
    formatter: &mut std::fmt::Formatter<'_>,
) -> std::fmt::Result {
    match variants.get(place) {
        Some(variant) => formatter.write_str(variant),
        None => formatter.debug_tuple("Unrecognized").field(&UnrecognizedMember::from(name)).finish(),
    }
}

/// For generated code: `Debug::fmt`.
///
/// # Errors
/// What the formatter says.
pub fn debug(record: &Record, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    std::fmt::Debug::fmt(record, formatter)
}
