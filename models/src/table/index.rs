//! Finding a name among those of a table.

use odatype_json::hash;

/// A place that holds no name.
const EMPTY: Entry = Entry { mark: 0, place: u16::MAX };

/// An open-addressed index over names that are kept elsewhere.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    entries: Box<[Entry]>,
    mask: usize,
}

/// A name's place, and some bits of its hash, which tell most other names apart without looking at them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Entry {
    mark: u16,
    place: u16,
}

impl NameIndex {
    /// An index of `names`, each of which is found under its place. The first of equal names wins.
    pub(crate) fn new<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Self {
        let size = (names.len() * 3 + 1).next_power_of_two();
        let mut index = Self { entries: vec![EMPTY; size].into(), mask: size - 1 };
        for (place, name) in (0..u16::MAX).zip(names) {
            let (mut at, mark) = index.start(name.as_bytes());
            while index.entries[at] != EMPTY {
                at = (at + 1) & index.mask;
            }
            index.entries[at] = Entry { mark, place };
        }
        index
    }

    /// The place for which `is` says that it is `name`'s.
    #[inline]
    pub(crate) fn find(&self, name: &[u8], is: impl Fn(usize) -> bool) -> Option<usize> {
        let (mut at, mark) = self.start(name);
        loop {
            let entry = *self.entries.get(at)?;
            if entry == EMPTY {
                return None;
            }
            if entry.mark == mark && is(usize::from(entry.place)) {
                return Some(usize::from(entry.place));
            }
            at = (at + 1) & self.mask;
        }
    }

    /// Where to start looking, and the mark to look for.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "only some bits of a hash are wanted")]
    fn start(&self, name: &[u8]) -> (usize, u16) {
        let hash = hash(name);
        (hash as usize & self.mask, (hash >> 48) as u16)
    }
}
