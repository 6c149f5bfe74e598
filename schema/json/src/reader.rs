//! A pull reader over a text.

mod escaped;
mod span;
#[cfg(test)]
mod tests;
mod values;

use crate::{
    error::{Problem, SyntaxError},
    scan::plain_run,
};
use escaped::{error_at, escaped_string};
pub use span::{Number, Span, Text};

/// How deep objects and arrays may nest: as deep as `serde_json` lets them, so that what is read can be had as its
/// value.
pub const MAX_DEPTH: usize = 127;

/// Walks a text, value by value.
///
/// Its methods are meant to be called where they say that they may be; called anywhere else, they give some span of the
/// text or an error, and never more than that: no order of calls panics, or goes on without end.
///
/// It is small and can be copied: a loop that reads much keeps a copy of its own, which stays in registers because
/// nothing that such a loop calls takes its address.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    text: &'a str,
    /// What was not read yet.
    rest: &'a [u8],
    /// How deep it stands, and [`NOT_SHORTEST`]: one field, as the copies that loops keep should be small.
    depth: usize,
}

/// See [`Reader::is_shortest`].
const NOT_SHORTEST: usize = 1 << 8;

type Result<T> = std::result::Result<T, SyntaxError>;

impl<'a> Reader<'a> {
    /// A reader at the start of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, rest: text.as_bytes(), depth: 0 }
    }

    /// The whole text.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// What was not read yet.
    #[inline]
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Where the reader stands, in bytes.
    #[inline]
    #[must_use]
    pub fn position(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// Whether there was no white space between values so far, and no escape in a name.
    #[inline]
    #[must_use]
    pub fn is_shortest(&self) -> bool {
        self.depth & NOT_SHORTEST == 0
    }

    /// The part of the text at `span`; empty if `span` is not a span of this text.
    #[inline]
    #[must_use]
    pub fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// An error at the place where the reader stands.
    #[inline]
    #[must_use]
    pub fn error(self, problem: Problem) -> SyntaxError {
        error_at(self.text, self.position(), problem)
    }

    /// Skips white space and gives the next byte without consuming it; 0 at the end of the text, which no value starts
    /// with.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        match self.rest {
            [byte, ..] if *byte > b' ' => *byte,
            _ => {
                let length = self.rest.len();
                self.rest = after_space(self.rest);
                if self.rest.len() < length {
                    self.depth |= NOT_SHORTEST;
                }
                self.rest.first().copied().unwrap_or(0)
            }
        }
    }

    /// Consumes the next `count` bytes, which were looked at.
    #[inline]
    pub fn bump(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or(&[]);
    }

    /// Goes back to `position`, which [`Self::position`] gave before, at the same depth.
    #[inline]
    pub fn rewind(&mut self, position: usize) {
        self.rest = self.text.as_bytes().get(position..).unwrap_or(&[]);
    }

    /// Enters an object or array, whose opening character [`Self::peek`] gave.
    #[inline]
    pub fn enter(&mut self) -> Result<()> {
        if self.depth % NOT_SHORTEST >= MAX_DEPTH {
            return Err(self.error(Problem::TooDeep));
        }
        self.depth += 1;
        self.bump(1);
        Ok(())
    }

    /// Leaves an object or array, whose closing character [`Self::peek`] gave.
    #[inline]
    fn leave(&mut self) -> Result<()> {
        if self.depth.is_multiple_of(NOT_SHORTEST) {
            // Nobody entered it.
            return Err(self.error(Problem::TrailingText));
        }
        self.depth -= 1;
        self.bump(1);
        Ok(())
    }

    /// Whether there is another member, at whose name the reader stands then; the closing brace is consumed. `first`
    /// says that no member came before.
    #[expect(clippy::inline_always, reason = "a call would take the address of the copy that a decoder's loop keeps")]
    #[inline(always)]
    pub fn next_member(&mut self, first: bool) -> Result<bool> {
        if !first && self.rest.starts_with(b",\"") {
            self.bump(1);
            return Ok(true);
        }
        match self.peek() {
            b'}' => {
                self.leave()?;
                return Ok(false);
            }
            b',' if !first => self.bump(1),
            _ if first => {}
            _ => return Err(self.error(Problem::ExpectedCommaOrBrace)),
        }
        if self.peek() == b'"' { Ok(true) } else { Err(self.error(Problem::ExpectedName)) }
    }

    /// The member's name that starts here, at its opening quote; the colon is consumed.
    #[expect(clippy::inline_always, reason = "a decoder spends most of its time here; a call costs it a third more")]
    #[inline(always)]
    pub fn name(&mut self) -> Result<Text> {
        self.bump(1);
        let start = self.position();
        let length = plain_run(self.rest);
        if let Some([b'"', b':', rest @ ..]) = self.rest.get(length..) {
            self.rest = rest;
            return Ok(Text { span: Span { start, end: start + length }, escaped: false });
        }
        let name = self.string_from(start, length)?;
        if name.escaped {
            self.depth |= NOT_SHORTEST;
        }
        if self.peek() != b':' {
            return Err(self.error(Problem::ExpectedColon));
        }
        self.bump(1);
        Ok(name)
    }

    /// The member's name that starts here, which was looked at: `length` bytes in quotes, and a colon.
    #[inline]
    pub fn known_name(&mut self, length: usize) -> Text {
        let start = self.position() + 1;
        self.bump(length + 3);
        Text { span: Span { start, end: start + length }, escaped: false }
    }

    /// Whether there is another item; the closing bracket is consumed. `first` says that no item came before.
    #[inline]
    pub fn next_item(&mut self, first: bool) -> Result<bool> {
        match self.peek() {
            b']' => {
                self.leave()?;
                Ok(false)
            }
            b',' if !first => {
                self.bump(1);
                Ok(true)
            }
            _ if first => Ok(true),
            _ => Err(self.error(Problem::ExpectedCommaOrBracket)),
        }
    }

    /// The string that starts here, at its opening quote.
    #[inline]
    pub fn string(&mut self) -> Result<Text> {
        self.bump(1);
        self.string_from(self.position(), plain_run(self.rest))
    }

    /// The string whose first byte is here, at `start`; the first `plain` bytes of it are plain.
    #[inline]
    fn string_from(&mut self, start: usize, plain: usize) -> Result<Text> {
        if let Some([b'"', rest @ ..]) = self.rest.get(plain..) {
            self.rest = rest;
            return Ok(Text { span: Span { start, end: start + plain }, escaped: false });
        }
        let end = escaped_string(self.text, start + plain)?;
        self.rewind(end + 1);
        Ok(Text { span: Span { start, end }, escaped: true })
    }

    /// Checks that only white space is left.
    pub fn end(&mut self) -> Result<()> {
        self.peek();
        if !self.rest.is_empty() {
            return Err(self.error(Problem::TrailingText));
        }
        Ok(())
    }
}

/// What comes after white space.
#[inline(never)]
fn after_space(mut rest: &[u8]) -> &[u8] {
    while let [b' ' | b'\n' | b'\r' | b'\t', after @ ..] = rest {
        rest = after;
    }
    rest
}
