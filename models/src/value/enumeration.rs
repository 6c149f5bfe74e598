//! Enumeration types.

use std::fmt;

use super::Primitive;
use crate::{
    finding::{Hidden, values_are_hidden},
    node::{Scalar, Value},
};

/// A generated enumeration type.
///
/// On the wire it is a string, its member's name. A name that differs from a member's in letter case only is read as that
/// member, and any other as [`UnrecognizedMember`]; both are written back as they were read.
///
/// Source: OData JSON 4.01, section 7.1.
///
/// Its text, as [`Display`](fmt::Display) gives it, is the member's name on the wire.
pub trait Enumeration: Clone + fmt::Display + Sized + 'static {
    /// The type's qualified name.
    const TYPE_NAME: &'static str;
    /// The declared members' names.
    const MEMBERS: &'static [&'static str];

    /// The member that `text` names.
    fn from_wire(text: &str) -> Self;

    /// The member's name on the wire.
    fn wire(&self) -> &str;
}

impl<'a, E: Enumeration> Primitive<'a> for E {
    fn read(value: Value<'a>) -> Option<Self> {
        match value.scalar() {
            Scalar::Text(text) => Some(E::from_wire(text)),
            _ => None,
        }
    }
}

/// The name of a member that the schema does not declare.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// The name, unless values are hidden: who knows what it says.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if values_are_hidden() { Hidden.fmt(formatter) } else { self.0.fmt(formatter) }
    }
}
