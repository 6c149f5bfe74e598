//! A payload as it may be shown: the part around a place, with nothing in it that would be read as something else, and
//! without values where those are hidden.

use std::ops::Range;

use odatype_json::{Reader, visible};

use super::{
    privacy::values_are_hidden,
    token::{string_length, token_end},
};

/// The most characters of a line that are shown.
const WIDTH: usize = 120;
/// How many of them stand before a mark in a line that is longer.
const LEAD: usize = 40;

/// A payload that is shown in parts.
pub(crate) struct Sheet<'t> {
    text: &'t str,
    /// The values in it that are hidden, in order.
    hidden: Vec<Range<usize>>,
}

/// A part of a payload.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// Whole lines, or what is shown of them.
    pub(crate) text: String,
    /// The number of the first line.
    pub(crate) first_line: usize,
    /// What is marked in `text`.
    pub(crate) mark: Range<usize>,
}

impl<'t> Sheet<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, hidden: if values_are_hidden() { values(text) } else { Vec::new() } }
    }

    /// The line with what is at `span`, which is line number `line`, between the line before it and the one after it.
    /// What it takes does not depend on how long the payload is or its lines are.
    pub(crate) fn excerpt(&self, span: &Range<usize>, line: u32) -> Excerpt {
        let mut out = Excerpt { text: String::new(), first_line: line as usize, mark: 0..0 };
        let shown = self.line(span.start);
        if shown.is_from_start
            && let Some(before) = shown.bytes.start.checked_sub(1)
        {
            let before = self.line_before(before);
            out.first_line = out.first_line.saturating_sub(1);
            self.show(&before, None, &mut out);
            out.text.push('\n');
        }
        self.show(&shown, Some(span), &mut out);
        // The line break is not of the line.
        let after = shown.bytes.end + 1;
        if shown.is_to_end && after < self.text.len() {
            out.text.push('\n');
            self.show(&self.line_from(after, after, WIDTH), None, &mut out);
        }
        out
    }

    /// The line that holds the byte `at`, or so much around it as is shown.
    fn line(&self, at: usize) -> Line {
        let (start, is_from_start) = self.back(at, WIDTH);
        let whole = self.line_from(start, at, WIDTH);
        if is_from_start && whole.is_to_end {
            return Line { is_from_start, ..whole };
        }
        let (start, is_from_start) = self.back(at, LEAD);
        Line { is_from_start, ..self.line_from(start, at, WIDTH) }
    }

    /// The line that ends at the byte `end`, or its end.
    fn line_before(&self, end: usize) -> Line {
        let (start, is_from_start) = self.back(end, WIDTH);
        Line { bytes: start..end, is_from_start, is_to_end: true }
    }

    /// The start of the line that holds the byte `at`, at most `most` characters before it; and whether it is that.
    fn back(&self, at: usize, most: usize) -> (usize, bool) {
        let before = self.text.get(..at).unwrap_or("");
        let mut start = at;
        for (index, character) in before.char_indices().rev().take(most) {
            if character == '\n' {
                return (start, true);
            }
            start = index;
        }
        (start, start == 0 || before.as_bytes().get(start.wrapping_sub(1)) == Some(&b'\n'))
    }

    /// What is shown from the byte `start` on of a line that holds `at`: `most` characters, or all there are.
    fn line_from(&self, start: usize, at: usize, most: usize) -> Line {
        let rest = self.text.get(start..).unwrap_or("");
        for (count, (index, character)) in rest.char_indices().enumerate() {
            if character == '\n' && start + index >= at {
                return Line { bytes: start..start + index, is_from_start: true, is_to_end: true };
            }
            if count == most {
                return Line { bytes: start..start + index, is_from_start: true, is_to_end: false };
            }
        }
        Line { bytes: start..self.text.len(), is_from_start: true, is_to_end: true }
    }

    /// Writes what is shown of a line, and where `mark` is in it.
    fn show(&self, line: &Line, mark: Option<&Range<usize>>, out: &mut Excerpt) {
        if !line.is_from_start {
            out.text.push('…');
        }
        let mark = mark.map_or(usize::MAX..usize::MAX, |mark| mark.start..mark.end.min(line.bytes.end).max(mark.start));
        let mut end = line.bytes.end;
        if self.text.get(..end).is_some_and(|text| text.ends_with('\r')) && line.is_to_end {
            end -= 1;
        }
        let mut at = line.bytes.start;
        while at < end {
            let Some(character) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            let (next, shown) = match self.hidden_at(at) {
                Some(hidden) => {
                    let is_text = self.text.get(hidden.clone()).is_some_and(|value| value.starts_with('"'));
                    (hidden.end, if is_text { "\"…\"" } else { "…" }.into())
                }
                None if character == '\t' => (at + 1, "\t".into()),
                None => (at + character.len_utf8(), shown(character)),
            };
            if (at..next).contains(&mark.start) {
                out.mark.start = out.text.len();
            }
            out.text.push_str(&shown);
            if (at + 1..=next).contains(&mark.end) {
                out.mark.end = out.text.len();
            }
            at = next;
        }
        if mark.start != usize::MAX && mark.start >= end {
            out.mark = out.text.len()..out.text.len();
        }
        if mark.end == mark.start && mark.start < end {
            out.mark.end = out.mark.start;
        }
        if !line.is_to_end {
            out.text.push('…');
        }
    }

    /// The hidden value that the byte `at` is in.
    fn hidden_at(&self, at: usize) -> Option<Range<usize>> {
        let after = self.hidden.partition_point(|hidden| hidden.end <= at);
        self.hidden.get(after).filter(|hidden| hidden.start <= at).cloned()
    }
}

/// What is shown of a line.
struct Line {
    bytes: Range<usize>,
    /// Whether it is shown from its start on.
    is_from_start: bool,
    /// Whether it is shown to its end.
    is_to_end: bool,
}

fn shown(character: char) -> String {
    visible(character.encode_utf8(&mut [0; 4]))
}

/// Where the values are in `text`; of a text that is no JSON also the names, since no one knows what is what.
fn values(text: &str) -> Vec<Range<usize>> {
    let mut reader = Reader::new(text);
    let is_json = reader.skip(&mut |_| {}).is_ok() && reader.end().is_ok();
    let (mut values, mut at) = (Vec::new(), 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let end = match rest.as_bytes().first() {
            Some(b'"') if is_json => at + string_length(rest),
            Some(b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n') => {
                at += 1;
                continue;
            }
            _ => token_end(text, at),
        };
        let is_name = is_json && text.get(end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
        if !is_name && end > at && text.get(at..end) != Some("null") {
            values.push(at..end);
        }
        at = end.max(at + 1);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::{Sheet, WIDTH, values};

    #[test]
    fn names_are_told_and_values_are_not() {
        let hidden = |text: &str| values(text).into_iter().map(|of| text[of].to_owned()).collect::<Vec<_>>();
        assert_eq!(hidden(r#"{"a:" : ["x\"", -1, true, null], "b":{}}"#), [r#""x\"""#, "-1", "true"]);
        assert_eq!(hidden(r#"{"a": "b c"#), [r#""a""#, r#""b c"#], "no JSON");
        assert_eq!(hidden("{a: +49 170}"), ["a", "+49", "170"]);
    }

    #[test]
    fn excerpts() {
        let shown = |text: &str, from: usize, to: usize, line| {
            let excerpt = Sheet::new(text).excerpt(&(from..to), line);
            (excerpt.text[excerpt.mark.clone()].to_owned(), excerpt.text, excerpt.first_line)
        };
        let told = |mark: &str, text: &str, line| (mark.to_owned(), text.to_owned(), line);
        assert_eq!(shown("", 0, 0, 1), told("", "", 1));
        assert_eq!(shown("a\r\nbcd\r\ne", 4, 5, 2), told("c", "a\nbcd\ne", 1));
        assert_eq!(shown("a\nb\n", 2, 3, 2), told("b", "a\nb", 1));
        assert_eq!(shown("a\u{202e}b\u{7}", 1, 4, 1), told("\\u202e", "a\\u202eb\\u0007", 1));
        assert_eq!(shown("a\n", 2, 2, 2), told("", "a\n", 1));
        let long = format!("{}X{}\nz", "é".repeat(500), "y".repeat(500));
        let (mark, text, line) = shown(&long, 1000, 1001, 1);
        assert_eq!((mark.as_str(), line, text.chars().count()), ("X", 1, WIDTH + 2));
        assert!(text.starts_with('…') && text.ends_with('…'));
    }
}
