//! Finding a name among those of a table.

use odatype_json::Span;

/// A name to look for: its length and its first two words, which up to sixteen bytes are all of it.
#[derive(Clone, Copy)]
pub(crate) struct Name<'n> {
    bytes: &'n [u8],
    words: [u64; 2],
    length: usize,
}

/// How many bytes of a name its words have room for.
pub(super) const ROOM: usize = 16;

impl<'n> Name<'n> {
    /// The name `text`.
    pub(crate) fn new(text: &'n str) -> Self {
        Self::of(text.as_bytes(), text.as_bytes())
    }

    /// The name `text`, told from others by its end: for names that begin alike.
    pub(crate) fn by_end(text: &'n str) -> Self {
        let bytes = text.as_bytes();
        Self::of(bytes, &bytes[bytes.len().saturating_sub(ROOM)..])
    }

    /// The name at `span` of `text`; `None` close to the text's end. Behind most names there is so much more text that
    /// their words can be read whole, without a look at how long they are.
    #[inline]
    pub(crate) fn within(text: &'n str, span: Span) -> Option<Self> {
        let bytes = text.as_bytes().get(span.start..)?;
        Some(Self::masked(bytes, span.end - span.start, *bytes.first_chunk()?))
    }

    #[inline]
    fn hash(&self) -> usize {
        let mixed = self.words[0] ^ self.words[1].rotate_left(29) ^ self.length as u64;
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
    }

    /// The length as entries have it. Names of more than [`ROOM`] bytes are compared whole, so that it may be cut.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "see above")]
    fn short_length(&self) -> u16 {
        self.length as u16
    }

    fn of(bytes: &'n [u8], part: &[u8]) -> Self {
        let mut two = [0; ROOM];
        two.iter_mut().zip(part).for_each(|(to, from)| *to = *from);
        Self::masked(bytes, bytes.len(), two)
    }

    #[inline]
    fn masked(bytes: &'n [u8], length: usize, two: [u8; ROOM]) -> Self {
        let [first, second] = words(two);
        let mask = MASKS[length.min(ROOM)];
        Self { bytes, length, words: [first & mask[0], second & mask[1]] }
    }
}

/// Both halves of sixteen bytes.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the other half is the other word")]
pub(super) const fn words(two: [u8; ROOM]) -> [u64; 2] {
    let whole = u128::from_le_bytes(two);
    [whole as u64, (whole >> 64) as u64]
}

/// For each length, the bytes that belong to a name.
pub(super) const MASKS: [[u64; 2]; ROOM + 1] = {
    let mut masks = [[u64::MAX; 2]; ROOM + 1];
    let mut length = 0;
    while length < ROOM {
        masks[length] = words(((1_u128 << (length * 8)) - 1).to_le_bytes());
        length += 1;
    }
    masks
};

/// An open-addressed index over names that are kept elsewhere.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    entries: Box<[Entry]>,
}

/// What a name is found by, and its place.
#[derive(Clone, Copy, Debug)]
struct Entry {
    words: [u64; 2],
    length: u16,
    place: u16,
}

/// An entry without a name.
const EMPTY: Entry = Entry { words: [0; 2], length: u16::MAX, place: u16::MAX };

impl NameIndex {
    /// An index of `names`, each of which is found under its place. The first of equal names wins.
    pub(crate) fn new<'n>(names: impl ExactSizeIterator<Item = Name<'n>>) -> Self {
        let mut entries = vec![EMPTY; (names.len() * 2 + 1).next_power_of_two()];
        let mask = entries.len() - 1;
        for (place, name) in (0..u16::MAX).zip(names) {
            let mut at = name.hash() & mask;
            while entries[at].place != EMPTY.place {
                at = (at + 1) & mask;
            }
            entries[at] = Entry { words: name.words, length: name.short_length(), place };
        }
        Self { entries: entries.into() }
    }

    /// The place of `name`; `full` gives the whole name at a place.
    #[inline]
    pub(crate) fn find<'n>(&self, name: Name<'_>, full: impl Fn(usize) -> Option<&'n str>) -> Option<usize> {
        let at = name.hash() & self.entries.len().wrapping_sub(1);
        let entry = self.entries.get(at)?;
        if entry.is_like(name) && name.length <= ROOM {
            return Some(usize::from(entry.place));
        }
        if entry.place == EMPTY.place {
            return None;
        }
        // Taken apart, as whoever looks for names would not keep in registers what is passed by its address.
        let Name { bytes, words: [first, second], length } = name;
        self.find_from(at, (first, second), length, bytes, full)
    }

    /// The same, from the entry at `at` on.
    #[inline(never)]
    fn find_from<'n>(
        &self,
        mut at: usize,
        words: (u64, u64),
        length: usize,
        bytes: &[u8],
        full: impl Fn(usize) -> Option<&'n str>,
    ) -> Option<usize> {
        let name = Name { bytes, words: words.into(), length };
        loop {
            let entry = self.entries.get(at).filter(|entry| entry.place != EMPTY.place)?;
            let place = usize::from(entry.place);
            if entry.is_like(name) && (length <= ROOM || full(place).map(str::as_bytes) == bytes.get(..length)) {
                return Some(place);
            }
            at = (at + 1) & (self.entries.len() - 1);
        }
    }
}

impl Entry {
    /// Whether what is kept of its name is as in `name`.
    #[inline]
    fn is_like(&self, name: Name<'_>) -> bool {
        self.words == name.words && self.length == name.short_length()
    }
}

#[cfg(test)]
mod tests {
    use odatype_json::Span;

    use super::{Name, NameIndex};

    #[test]
    fn finds_names_of_every_length_wherever_they_stand() {
        let letters: String = ('a'..='z').collect();
        let names: Vec<&str> = (0..letters.len()).map(|length| &letters[..length]).collect();
        let index = NameIndex::new(names.iter().map(|name| Name::new(name)));
        let full = |place: usize| names.get(place).copied();
        for (length, name) in names.iter().enumerate() {
            assert_eq!(index.find(Name::new(name), full), Some(length), "{name}");
            for after in ["\":1}", "\":1,\"more\":2345}"] {
                let text = format!("{{\"{name}{after}");
                let span = Span { start: 2, end: 2 + length };
                match Name::within(&text, span) {
                    Some(within) => assert_eq!(index.find(within, full), Some(length), "{text}"),
                    None => assert!(text.len() < 2 + 16, "{text}"),
                }
            }
            for at in 0..length {
                let mut other = (*name).to_owned();
                other.replace_range(at..=at, "X");
                assert_eq!(index.find(Name::new(&other), full), None, "{other}");
            }
            assert_eq!(index.find(Name::new(&format!("{name}\0")), full), None, "{name}");
        }
    }

    #[test]
    fn tells_names_that_begin_alike_by_their_ends() {
        let names =
            ["a.quite.long.name.space.one", "a.quite.long.name.space.two", "short", "a.quite.long.name.space.one"];
        let index = NameIndex::new(names.iter().map(|name| Name::by_end(name)));
        let find = |name: &str| index.find(Name::by_end(name), |place| names.get(place).copied());
        assert_eq!((find(names[0]), find(names[1]), find(names[2])), (Some(0), Some(1), Some(2)));
        assert_eq!(find("b.quite.long.name.space.one"), None);
    }
}
