//! The values of enumeration members that say none, or none that can be read, and the type of the values.
//!
//! Source: OData CSDL JSON 4.01, section 10; CSDL XML 4.01, section 10.3 (enumeration type member).

use std::collections::BTreeSet;

use crate::model::{EnumMember, Primitive};

/// Gives the members of one enumeration type their values, in order.
pub(crate) struct Numbering {
    /// The values that members say, and those that were given.
    taken: BTreeSet<i64>,
    next: Option<i64>,
}

impl Numbering {
    /// `said` are the values that members say, wherever they stand.
    pub(crate) fn new(said: impl Iterator<Item = i64>) -> Self {
        Self { taken: said.collect(), next: Some(0) }
    }

    /// The value of a member that says `value`, or none: one more than the member before it. `None` after the largest.
    pub(crate) fn of(&mut self, value: Option<i64>) -> Option<i64> {
        let value = value.or(self.next)?;
        self.next = value.checked_add(1);
        self.taken.insert(value);
        Some(value)
    }

    /// The value of a member whose own cannot be read: the one that it would have if it said none, or the next that is
    /// not another's.
    pub(crate) fn instead(&mut self) -> Option<i64> {
        let mut value = self.next?;
        while self.taken.contains(&value) {
            value = value.checked_add(1)?;
        }
        self.of(Some(value))
    }
}

/// The integer type that `name` is, if it is one that values of members can be of.
pub(crate) fn integer(name: &str) -> Option<Primitive> {
    use Primitive::{Byte, Int16, Int32, Int64, SByte};
    Primitive::parse(name).filter(|primitive| matches!(primitive, Byte | Int16 | Int32 | Int64 | SByte))
}

/// The type of the values of `members` where that which is said is none: the default, unless it is too small.
pub(crate) fn integer_of(members: &[EnumMember]) -> Primitive {
    let is_small = members.iter().all(|member| i32::try_from(member.value).is_ok());
    if is_small { Primitive::Int32 } else { Primitive::Int64 }
}
