//! Values of enumeration types: members by name, and numbers where no member has them.
//!
//! Source: OData JSON 4.01, section 7.1: the numeric form is for values that no member, or no combination of members,
//! has.

use odatype_table::literal;

use crate::{decode::Decoder, finding::Expected};

impl Decoder<'_> {
    /// What `text` should be, unless it is a value of the enumeration type at `index`.
    pub(super) fn check_member(&self, index: u16, text: &str) -> Option<Expected> {
        let content = self.tables.get(index).content();
        if content.member(text).is_some() {
            return None;
        }
        self.look_up_member(index, text);
        let is_number = literal::int64(text).is_some_and(|value| content.members.iter().all(|(_, of)| *of != value));
        (!is_number).then_some(Expected::Member(index))
    }

    /// What `text` should be, unless it is a list of members of the flags type at `index`.
    pub(super) fn check_members(&self, index: u16, text: &str) -> Option<Expected> {
        let content = self.tables.get(index).content();
        let is_named = |part: &str| content.member(part).is_some();
        if parts(text).all(is_named) {
            return None;
        }
        self.look_up_member(index, text);
        let is_number = |part: &str| literal::int64(part).is_some_and(|value| !is_expressible(&content.members, value));
        let fits = parts(text).all(|part| is_named(part) || is_number(part));
        (!fits).then_some(Expected::Members(index))
    }

    /// The bits of a list of members; `None` if one is not known.
    pub(super) fn flags_value(&self, index: u16, text: &str) -> Option<i64> {
        let content = self.tables.get(index).content();
        let value = |part: &str| content.member(part).or_else(|| literal::int64(part));
        parts(text).map(value).try_fold(0, |all, value| Some(all | value?))
    }
}

/// The parts of a list. Spaces may stand after commas, as some services write them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').enumerate().map(|(place, part)| if place > 0 { part.trim_start_matches(' ') } else { part })
}

/// Whether members make up `value`.
fn is_expressible(members: &[(&str, i64)], value: i64) -> bool {
    let within = members.iter().filter(|(_, of)| value & of == *of && (*of != 0 || value == 0));
    let (mut is_any, mut all) = (false, 0);
    for (_, of) in within {
        is_any = true;
        all |= of;
    }
    is_any && all == value
}

#[cfg(test)]
mod tests {
    use super::{is_expressible, parts};

    #[test]
    fn lists() {
        assert!(parts("a, b,c").eq(["a", "b", "c"]));
        assert!(parts(" a").eq([" a"]));
        assert!(parts("a ,b").eq(["a ", "b"]));
    }

    #[test]
    fn what_members_make_up() {
        let members = [("none", 0), ("read", 1), ("write", 2), ("admin", 12)];
        for (value, expected) in
            [(0, true), (1, true), (3, true), (4, false), (12, true), (13, true), (5, false), (-1, false)]
        {
            assert_eq!(is_expressible(&members, value), expected, "{value}");
        }
        assert!(!is_expressible(&[("read", 1)], 0));
    }
}
