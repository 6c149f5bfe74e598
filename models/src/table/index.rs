//! Finding a name among those of a table.

use odatype_json::hash;

const EMPTY: u16 = u16::MAX;

/// An open-addressed index over names that are kept elsewhere.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    places: Box<[u16]>,
    mask: usize,
}

impl NameIndex {
    /// An index of `names`, each of which is found under its place. The first of equal names wins.
    pub(crate) fn new<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Self {
        let size = (names.len() * 2 + 1).next_power_of_two();
        let mut index = Self { places: vec![EMPTY; size].into(), mask: size - 1 };
        for (place, name) in names.enumerate() {
            let mut at = index.start(name.as_bytes());
            while index.places[at] != EMPTY {
                at = (at + 1) & index.mask;
            }
            index.places[at] = u16::try_from(place).unwrap_or(EMPTY);
        }
        index
    }

    /// The place for which `is` says that it is `name`'s.
    #[inline]
    pub(crate) fn find(&self, name: &[u8], is: impl Fn(usize) -> bool) -> Option<usize> {
        if self.places.is_empty() {
            return None;
        }
        let mut at = self.start(name);
        loop {
            let place = usize::from(*self.places.get(at)?);
            if place == usize::from(EMPTY) {
                return None;
            }
            if is(place) {
                return Some(place);
            }
            at = (at + 1) & self.mask;
        }
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "only the low bits of a hash are wanted")]
    fn start(&self, name: &[u8]) -> usize {
        hash(name) as usize & self.mask
    }
}
