//! From byte offsets to places, many times for one text, without counting from its start each time.

use std::sync::Arc;

use odatype_json::advance;

use crate::model::Location;

/// Distance in bytes between two remembered places. A schema may be one line of megabytes, so lines alone do not do.
const STEP: usize = 256;

/// A text with a remembered line and column at every [`STEP`] bytes.
pub(crate) struct Places<'a> {
    file: Arc<str>,
    text: &'a str,
    marks: Vec<(u32, u32)>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(file: &Arc<str>, text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut place = (1, 1);
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(place);
            place = advance(place, chunk);
        }
        Self { file: Arc::clone(file), text, marks }
    }

    /// The place of the byte at `offset`, which is cut to the text's length.
    pub(crate) fn at(&self, offset: usize) -> Location {
        let offset = offset.min(self.text.len());
        let index = (offset / STEP).min(self.marks.len().saturating_sub(1));
        let mark = self.marks.get(index).copied().unwrap_or((1, 1));
        let (line, column) = advance(mark, &self.text.as_bytes()[index * STEP..offset]);
        Location { file: Arc::clone(&self.file), line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let long = format!("é\n{}\n{}x", "ä".repeat(3000), "line\r\n".repeat(500));
        for text in ["", "ab", "a\nb", &long] {
            let places = Places::new(&"f".into(), text);
            for offset in (0..=text.len() + 2).filter(|offset| offset % 7 == 0 || *offset < 20) {
                let at = places.at(offset);
                assert_eq!((at.line, at.column), odatype_json::line_column(text, offset), "offset {offset}");
            }
        }
    }
}
