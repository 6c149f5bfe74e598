//! Enumeration types.

use std::fmt;

use super::Primitive;
use crate::{
    finding::{Hidden, values_are_hidden},
    node::Value,
};

/// A generated enumeration type.
///
/// On the wire it is a string, its member's name. A name that differs from a member's in letter case only is read as
/// that member, and any other as [`UnrecognizedMember`]; both are written back as they were read. Where the schema's
/// user said that enumerations are exhaustive, any other name, and any other spelling in a payload, is an error.
///
/// Source: OData JSON 4.01, section 7.1.
///
/// Its text, as [`Display`](fmt::Display) gives it, is the member's name on the wire.
pub trait Enumeration: Clone + fmt::Display + Sized + 'static {
    /// For generated code: the two that follow. One constant compiles faster than two.
    #[doc(hidden)]
    const DECLARED: (&'static str, &'static [&'static str]);

    /// The type's qualified name.
    const TYPE_NAME: &'static str = Self::DECLARED.0;
    /// The declared members' names.
    const MEMBERS: &'static [&'static str] = Self::DECLARED.1;

    /// The member that `text` names; `None` only if the enumeration is exhaustive and has none.
    fn from_wire(text: &str) -> Option<Self>;

    /// The member's name on the wire.
    fn wire(&self) -> &str;
}

impl<'a, E: Enumeration> Primitive<'a> for E {
    fn read(value: Value<'a>) -> Option<Self> {
        E::from_wire(value.text()?)
    }
}

/// That a text names no member of an exhaustive enumeration type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownMember {
    type_name: &'static str,
    members: &'static [&'static str],
}

impl UnknownMember {
    /// For generated code: of the enumeration type `E`.
    #[doc(hidden)]
    #[must_use]
    pub fn of<E: Enumeration>() -> Self {
        Self { type_name: E::TYPE_NAME, members: E::MEMBERS }
    }
}

impl fmt::Display for UnknownMember {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected a member of {}: ", self.type_name)?;
        for (place, member) in self.members.iter().enumerate() {
            write!(formatter, "{}`{member}`", if place > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownMember {}

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
