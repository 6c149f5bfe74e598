//! Sets of characters.

/// Ranges of scalar values, sorted, none touching another. Surrogates are in none: no text has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Set(Vec<(char, char)>);

/// `\s`: white space and line terminators.
const SPACES: [(char, char); 10] = [
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

impl Set {
    /// What is in one of `ranges`.
    pub(super) fn of(ranges: impl IntoIterator<Item = (char, char)>) -> Self {
        let mut ranges: Vec<(char, char)> = ranges.into_iter().filter(|(low, high)| low <= high).collect();
        ranges.sort_unstable();
        let mut merged: Vec<(char, char)> = Vec::with_capacity(ranges.len());
        for (low, high) in ranges {
            match merged.last_mut() {
                Some((_, end)) if low <= *end || next(*end) == Some(low) => *end = high.max(*end),
                _ => merged.push((low, high)),
            }
        }
        Self(merged)
    }

    /// One character.
    pub(super) fn one(character: char) -> Self {
        Self(vec![(character, character)])
    }

    /// The code points from `low` to `high`, as far as they are characters.
    pub(super) fn code_points(low: u32, high: u32) -> Self {
        let low = (low..=high).find_map(char::from_u32);
        let high = (0..=high).rev().find_map(char::from_u32);
        Self::of(low.zip(high))
    }

    /// `\d`.
    pub(super) fn digits() -> Self {
        Self::of([('0', '9')])
    }

    /// `\w`.
    pub(super) fn word() -> Self {
        Self::of([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
    }

    /// `\s`.
    pub(super) fn spaces() -> Self {
        Self::of(SPACES)
    }

    /// `.`: everything but line terminators.
    pub(super) fn dot() -> Self {
        Self::of([('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]).complement()
    }

    /// What is in this or in the other.
    pub(super) fn with(self, other: Self) -> Self {
        Self::of(self.0.into_iter().chain(other.0))
    }

    /// Every character that is not in it.
    pub(super) fn complement(&self) -> Self {
        let mut ranges = Vec::with_capacity(self.0.len() + 1);
        let mut start = Some('\0');
        for (low, high) in &self.0 {
            if let (Some(start), Some(end)) = (start, previous(*low)) {
                ranges.push((start, end));
            }
            start = next(*high);
        }
        ranges.extend(start.map(|start| (start, char::MAX)));
        Self::of(ranges)
    }

    /// Whether `character` is in it.
    pub(super) fn has(&self, character: char) -> bool {
        self.0.iter().any(|(low, high)| (*low..=*high).contains(&character))
    }

    /// Its ranges in order.
    pub(super) fn ranges(&self) -> &[(char, char)] {
        &self.0
    }
}

fn next(character: char) -> Option<char> {
    match character {
        '\u{d7ff}' => Some('\u{e000}'),
        other => char::from_u32(u32::from(other) + 1),
    }
}

fn previous(character: char) -> Option<char> {
    match character {
        '\u{e000}' => Some('\u{d7ff}'),
        other => u32::from(other).checked_sub(1).and_then(char::from_u32),
    }
}

#[cfg(test)]
mod tests {
    use super::Set;

    #[test]
    fn sets() {
        let set = Set::of([('b', 'd'), ('a', 'a'), ('x', 'z'), ('c', 'e')]);
        assert_eq!(set.ranges(), [('a', 'e'), ('x', 'z')]);
        assert_eq!(set.complement().complement(), set);
        assert_eq!(Set::default().complement().ranges(), [('\0', char::MAX)]);
        assert_eq!(Set::default().complement().complement(), Set::default());
        assert_eq!(Set::code_points(0xd800, 0xdfff), Set::default());
        assert_eq!(Set::code_points(0xd000, 0xe000).ranges(), [('\u{d000}', '\u{e000}')]);
    }
}
