//! Enumeration types.

use std::fmt;

use crate::{
    primitive::Primitive,
    record::{Value, value::Scalar},
};

/// A generated enumeration type.
///
/// On the wire it is a string, its member's name. A name that differs from a member's in letter case only is read as that
/// member, and any other as [`UnrecognizedMember`]; both are written back as they were read.
///
/// Source: OData JSON 4.01, section 7.1.
///
/// Its text, as [`Display`](fmt::Display) gives it, is the member's name on the wire.
pub trait Enumeration: Clone + fmt::Display + Sized {
    /// The type's qualified name.
    const NAME: &'static str;
    /// The declared members' names.
    const MEMBERS: &'static [&'static str];

    /// The member that `text` names.
    fn from_wire(text: &str) -> Self;
}

impl<'a, E: Enumeration> Primitive<'a> for E {
    fn read(value: Value<'a>) -> Option<Self> {
        match value.scalar() {
            Scalar::Text(text) => Some(E::from_wire(text)),
            _ => None,
        }
    }
}

/// For generated code: the place in `members` of the one that `text` names; their number if none does.
#[must_use]
pub fn member(members: &[&str], text: &str) -> usize {
    let exact = members.iter().position(|member| *member == text);
    exact.or_else(|| members.iter().position(|member| member.eq_ignore_ascii_case(text))).unwrap_or(members.len())
}

/// The name of a member that the schema does not declare.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnrecognizedMember(Box<str>);

impl UnrecognizedMember {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for UnrecognizedMember {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl fmt::Debug for UnrecognizedMember {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
