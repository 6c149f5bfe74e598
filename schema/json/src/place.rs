//! From offsets to lines and columns, both from 1; columns count characters.

/// The line and the column of byte `offset` in `text`. An offset past the end gives the place just after the last
/// character.
#[must_use]
pub fn line_column(text: &str, offset: usize) -> (u32, u32) {
    Lines::new(text).at(offset)
}

/// The place after `bytes` that start at `place`. Neither lines nor columns are counted beyond 32 bits.
#[must_use]
pub fn advance(place: (u32, u32), bytes: &[u8]) -> (u32, u32) {
    let (mut line, mut column) = place;
    let mut last = bytes;
    if let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n') {
        let (lines, rest) = bytes.split_at(end + 1);
        line = add(line, lines.iter().filter(|byte| **byte == b'\n').count());
        (column, last) = (1, rest);
    }
    // Counting what is not a continuation byte counts characters, also where a part ends inside one.
    (line, add(column, last.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()))
}

fn add(number: u32, more: usize) -> u32 {
    number.saturating_add(u32::try_from(more).unwrap_or(u32::MAX))
}

/// Lines and columns of many offsets in one text, which take one pass over it where each is behind the one before.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    offset: usize,
    place: (u32, u32),
}

impl<'t> Lines<'t> {
    /// At the start of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, offset: 0, place: (1, 1) }
    }

    /// The line and the column of byte `offset`; see [`line_column`].
    #[must_use]
    pub fn at(&mut self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.text.len());
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        let between = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        self.place = advance(self.place, between);
        self.offset = offset;
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, line_column};

    #[test]
    fn places() {
        for (text, offset, place) in
            [("", 0, (1, 1)), ("ab", 1, (1, 2)), ("a\nb", 2, (2, 1)), ("é\néx", 5, (2, 2)), ("x", 9, (1, 2))]
        {
            assert_eq!(line_column(text, offset), place, "{text:?} at {offset}");
        }
    }

    #[test]
    fn one_after_the_other_as_each_alone() {
        let text = "é\n\nab\r\nä\u{1f600}x\n";
        let mut lines = Lines::new(text);
        for offset in (0..=text.len() + 1).chain([3, 1, 9]) {
            assert_eq!(lines.at(offset), line_column(text, offset), "offset {offset}");
        }
        assert_eq!((line_column(text, 8), line_column(text, 14)), ((4, 1), (4, 3)));
    }
}
