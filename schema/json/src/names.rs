//! Noticing a member name that comes twice in one object.

use std::{borrow::Cow, collections::HashSet};

use crate::unescape::unescape;

/// Up to this many names are compared one by one; beyond it, a set keeps the cost of each in bounds.
const FEW: usize = 24;

/// The names seen so far in one object.
#[derive(Debug, Default)]
pub struct Names<'a> {
    few: Vec<(u64, &'a str)>,
    many: Option<HashSet<Cow<'a, str>>>,
}

impl<'a> Names<'a> {
    /// Adds the name whose raw text (between the quotes) is `raw`; `false` if it was there already, escapes resolved.
    #[inline]
    pub fn insert(&mut self, raw: &'a str, escaped: bool) -> bool {
        if let Some(many) = &mut self.many {
            return many.insert(unescape(raw));
        }
        let hash = if escaped { hash(unescape(raw).as_bytes()) } else { hash(raw.as_bytes()) };
        if self.few.iter().any(|(other, name)| *other == hash && same(name, raw)) {
            return false;
        }
        self.few.push((hash, raw));
        if self.few.len() > FEW {
            self.many = Some(self.few.iter().map(|(_, name)| unescape(name)).collect());
        }
        true
    }
}

fn same(left: &str, right: &str) -> bool {
    left == right || unescape(left) == unescape(right)
}

/// A quick hash of a short name, from its length and its first and last bytes. Names that differ only in the middle
/// collide; whoever uses it compares the names themselves.
#[inline]
fn hash(name: &[u8]) -> u64 {
    let (first, last) = match (name.first_chunk::<8>(), name.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (name.first_chunk::<4>(), name.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last))),
            _ => (name.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0),
        },
    };
    let mixed = (first ^ last.rotate_left(29) ^ name.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn finds_repeated_names() {
        let mut names = Names::default();
        assert!(names.insert("state", false));
        assert!(names.insert("stats", false));
        assert!(!names.insert("state", false));
        assert!(!names.insert(r"st\u0061te", true));
        let others: Vec<String> = (0..100).map(|number| format!("name{number}")).collect();
        assert!(others.iter().all(|name| names.insert(name, false)));
        assert!(others.iter().all(|name| !names.insert(name, false)));
        assert!(!names.insert("stats", false));
    }
}
