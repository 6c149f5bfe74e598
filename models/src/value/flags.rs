//! Enumeration types whose members combine.

use std::{
    fmt,
    hash::{Hash, Hasher},
};

use crate::finding::{Hidden, values_are_hidden};

/// The members of a flags enumeration that a value has, and the names that the schema does not declare.
///
/// On the wire a string, members separated by commas: `"audio,video"`.
///
/// Source: CSDL JSON 4.01, section 10.2 (flags); OData JSON 4.01, section 7.1.
#[derive(Clone, Debug, Default)]
pub struct FlagSet {
    bits: i64,
    unrecognized: Vec<Box<str>>,
    /// What was read, if it was; written back as long as nothing changes it.
    text: Option<Box<str>>,
}

impl FlagSet {
    /// For generated code: a set of the members whose values make up `bits`.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_bits(bits: i64) -> Self {
        Self { bits, unrecognized: Vec::new(), text: None }
    }

    /// For generated code: what `text` says, given the declared `members`.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn parse(text: &str, members: &[(&str, i64)]) -> Self {
        let mut set = Self { text: Some(text.into()), ..Self::default() };
        for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let exact = members.iter().find(|(member, _)| *member == name);
            match exact.or_else(|| members.iter().find(|(member, _)| member.eq_ignore_ascii_case(name))) {
                Some((_, value)) => set.bits |= value,
                None => match name.parse::<i64>() {
                    Ok(value) => set.bits |= value,
                    Err(_) => set.unrecognized.push(name.into()),
                },
            }
        }
        set
    }

    /// The text on the wire, given the declared `members`.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn to_wire(&self, members: &[(&str, i64)]) -> String {
        if let Some(text) = &self.text {
            return text.to_string();
        }
        let mut left = self.bits;
        let mut names: Vec<String> = Vec::new();
        // Members that combine others come with larger values, so they go first.
        let mut sorted: Vec<_> = members.iter().enumerate().collect();
        sorted.sort_unstable_by_key(|(place, (_, value))| (std::cmp::Reverse(*value), *place));
        for (_, (name, value)) in sorted {
            if *value != 0 && left & value == *value {
                left &= !value;
                names.insert(0, (*name).to_owned());
            }
        }
        if left != 0 {
            names.push(left.to_string());
        }
        if names.is_empty() && self.unrecognized.is_empty() {
            let zero = members.iter().find(|(_, value)| *value == 0);
            return zero.map_or_else(|| "0".to_owned(), |(name, _)| (*name).to_owned());
        }
        names.extend(self.unrecognized.iter().map(ToString::to_string));
        names.join(",")
    }

    /// For generated code: what `Debug` shows of a set with the name `name`, given the declared `members`; names that
    /// are not declared are in quotes.
    #[doc(hidden)]
    #[inline]
    pub fn debug(&self, name: &str, members: &[(&str, i64)], formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let declared = Self::from_bits(self.bits).to_wire(members).replace(',', " | ");
        write!(formatter, "{name}({declared}")?;
        for name in &self.unrecognized {
            let name: &dyn fmt::Debug = if values_are_hidden() { &Hidden } else { name };
            write!(formatter, " | {name:?}")?;
        }
        formatter.write_str(")")
    }

    /// The values of the members, combined.
    #[must_use]
    #[inline]
    pub fn bits(&self) -> i64 {
        self.bits
    }

    /// Whether all members of `other` are in this set.
    #[must_use]
    #[inline]
    pub fn contains(&self, other: &Self) -> bool {
        self.bits & other.bits == other.bits && other.unrecognized.iter().all(|name| self.unrecognized.contains(name))
    }

    /// The names that the schema does not declare.
    #[inline]
    pub fn unrecognized(&self) -> impl Iterator<Item = &str> {
        self.unrecognized.iter().map(|name| &**name)
    }

    /// This set and the members of `other`.
    #[must_use]
    #[inline]
    pub fn union(mut self, other: &Self) -> Self {
        self.text = None;
        self.bits |= other.bits;
        for name in &other.unrecognized {
            if !self.unrecognized.contains(name) {
                self.unrecognized.push(name.clone());
            }
        }
        self
    }
}

impl PartialEq for FlagSet {
    /// The same members; how they were written does not matter.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.contains(other) && other.contains(self)
    }
}

impl Eq for FlagSet {}

impl Hash for FlagSet {
    /// Of the declared members alone: the others have no order.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::FlagSet;

    const MEMBERS: &[(&str, i64)] = &[("none", 0), ("audio", 1), ("video", 2), ("both", 3), ("data", 4)];

    #[test]
    fn texts_and_sets() {
        for (text, bits, unrecognized, fresh) in [
            ("audio,data", 5, 0, "audio,data"),
            ("Audio, DATA", 5, 0, "audio,data"),
            ("audio,video", 3, 0, "both"),
            ("none", 0, 0, "none"),
            ("", 0, 0, "none"),
            ("audio,smell", 1, 1, "audio,smell"),
            ("9", 9, 0, "audio,8"),
        ] {
            let set = FlagSet::parse(text, MEMBERS);
            assert_eq!((set.bits(), set.unrecognized().count()), (bits, unrecognized), "{text}");
            assert_eq!(set.to_wire(MEMBERS), text);
            assert_eq!(FlagSet::default().union(&set).to_wire(MEMBERS), fresh, "{text}");
        }
        assert!(FlagSet::parse("both", MEMBERS).contains(&FlagSet::from_bits(1)));
        assert_eq!(FlagSet::parse("video,audio", MEMBERS), FlagSet::from_bits(3));
    }
}
