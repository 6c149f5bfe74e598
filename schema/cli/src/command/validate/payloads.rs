//! The payloads of a file: one, or one a line.

use odatype_json::Reader;

/// Where a payload starts in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    /// How many lines there are before it.
    pub(super) lines: u32,
    /// How many bytes there are before it.
    pub(super) bytes: usize,
    /// Whether it is one of several lines.
    pub(super) is_line: bool,
}

/// The payloads in `text`: each line that is not blank, if the first of several is JSON by itself, after which nothing
/// could follow in a file that is one payload; or else all of it.
pub(super) fn payloads(text: &[u8]) -> impl Iterator<Item = (Start, &[u8])> {
    let is_lines = are_lines(text);
    let mut start = Start { is_line: is_lines, ..Start::default() };
    let whole = (!is_lines).then_some((start, text));
    let lines = is_lines.then(|| text.split_inclusive(|byte| *byte == b'\n')).into_iter().flatten();
    let lines = lines.map(move |line| {
        let here = start;
        start.lines = start.lines.saturating_add(1);
        start.bytes += line.len();
        (here, line.trim_ascii_end())
    });
    whole.into_iter().chain(lines.filter(|(_, line)| !line.trim_ascii().is_empty()))
}

fn are_lines(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let Some(end) = memchr::memchr(b'\n', text) else { return false };
    let first = text.get(..end).and_then(|line| std::str::from_utf8(line).ok());
    first.is_some_and(|line| {
        let mut reader = Reader::new(line);
        reader.skip(&mut |_| ()).and_then(|_| reader.end()).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_payloads_where_the_first_is_one() {
        for (text, expected) in [
            ("", &[(0, 0, "")][..]),
            ("{}", &[(0, 0, "{}")]),
            ("\n{}\n\n", &[(0, 0, "\n{}\n\n")]),
            ("{\n}\n", &[(0, 0, "{\n}\n")]),
            ("{} {}", &[(0, 0, "{} {}")]),
            ("{},\n{}", &[(0, 0, "{},\n{}")]),
            ("{}\n[1]", &[(0, 0, "{}"), (1, 3, "[1]")]),
            ("\r\n 1\r\n \r\n{\n", &[(1, 2, " 1"), (3, 9, "{")]),
        ] {
            let found: Vec<(u32, usize, &str)> = payloads(text.as_bytes())
                .map(|(start, payload)| (start.lines, start.bytes, std::str::from_utf8(payload).unwrap()))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
