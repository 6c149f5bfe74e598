//! The values of enumeration members that say none, or none that can be read, and the type of the values.
//!
//! Source: OData CSDL JSON 4.01, section 10; CSDL XML 4.01, section 10.3 (enumeration type member).

use std::{collections::BTreeSet, ops::Range};

use crate::{
    model::{EnumMember, Primitive},
    steps::step,
};

/// Gives the members of one enumeration type their values, in order.
pub(crate) struct Numbering {
    /// The values that members say, and those that were given.
    taken: BTreeSet<i64>,
    next: Option<i64>,
    /// Values that follow each other and are all taken.
    run: Range<i64>,
    /// The bits of all values, where members are combined.
    bits: Option<i64>,
}

impl Numbering {
    /// `said` are the values that members say, wherever they stand.
    pub(crate) fn new(said: impl Iterator<Item = i64>, is_flags: bool) -> Self {
        let taken: BTreeSet<i64> = said.collect();
        let bits = is_flags.then(|| taken.iter().fold(0, |bits, value| bits | value));
        Self { taken, next: Some(0), run: 0..0, bits }
    }

    /// The value of a member that says `value`, or none: one more than the member before it. `None` after the largest.
    pub(crate) fn of(&mut self, value: Option<i64>) -> Option<i64> {
        let value = value.or(self.next)?;
        self.next = value.checked_add(1);
        self.taken.insert(value);
        self.bits = self.bits.map(|bits| bits | value);
        Some(value)
    }

    /// The value of a member whose own cannot be read: the one that it would have if it said none, or the next that is
    /// not another's; of flags the least bit that no member has, since what is several bits is several members.
    pub(crate) fn instead(&mut self) -> Option<i64> {
        if let Some(bits) = self.bits {
            let bit = (0..i64::BITS - 1).map(|place| 1 << place).find(|bit| bits & bit == 0)?;
            return self.of(Some(bit));
        }
        let mut value = self.next?;
        if !self.run.contains(&value) {
            self.run = value..value;
        }
        value = self.run.end;
        while self.taken.contains(&value) {
            step();
            value = value.checked_add(1)?;
        }
        self.run.end = value;
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

#[cfg(test)]
mod tests {
    use super::Numbering;

    /// The values of members that say these, or what cannot be read.
    fn numbered(said: &[Option<i64>], is_flags: bool) -> Vec<Option<i64>> {
        let mut numbering = Numbering::new(said.iter().flatten().copied(), is_flags);
        said.iter().map(|said| if said.is_some() { numbering.of(*said) } else { numbering.instead() }).collect()
    }

    #[test]
    fn what_cannot_be_read_is_the_next_that_is_free() {
        assert_eq!(numbered(&[Some(0), None, Some(1), None], false), [0, 2, 1, 3].map(Some));
        assert_eq!(numbered(&[Some(0), None, Some(0), None, None], false), [0, 1, 0, 2, 3].map(Some));
        assert_eq!(numbered(&[Some(i64::MAX), None], false), [Some(i64::MAX), None]);
    }

    #[test]
    fn a_flag_is_a_bit_of_its_own() {
        assert_eq!(numbered(&[Some(1), Some(2), None, None], true), [1, 2, 4, 8].map(Some));
        assert_eq!(numbered(&[None, Some(3), Some(0)], true), [4, 3, 0].map(Some));
        assert_eq!(numbered(&[Some(i64::MAX), None], true), [Some(i64::MAX), None]);
    }
}
