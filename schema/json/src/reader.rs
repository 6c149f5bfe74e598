//! A pull reader over a text.

use crate::{
    error::{Problem, SyntaxError},
    names::Names,
    scan::plain_run,
    unescape::unicode_escape,
};

/// How deep objects and arrays may nest: as deep as `serde_json` lets them, so that what is read can be had as its value.
pub const MAX_DEPTH: u32 = 127;

/// A part of the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it starts.
    pub start: usize,
    /// Just after its last byte.
    pub end: usize,
}

/// The inside of a string: without its quotes, escapes as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Between the quotes.
    pub span: Span,
    /// Whether there is a backslash in it.
    pub escaped: bool,
}

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its text.
    pub span: Span,
    /// Whether it is written without fraction and exponent.
    pub integer: bool,
}

/// Walks a text, value by value.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    position: usize,
    depth: u32,
}

type Result<T> = std::result::Result<T, SyntaxError>;

impl<'a> Reader<'a> {
    /// A reader at the start of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, position: 0, depth: 0 }
    }

    /// The whole text.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where the reader stands, in bytes.
    #[inline]
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// The part of the text at `span`; empty if `span` is not a span of this text.
    #[inline]
    #[must_use]
    pub fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// An error at the place where the reader stands.
    #[cold]
    #[must_use]
    pub fn error(&self, problem: Problem) -> SyntaxError {
        let problem = if self.position >= self.text.len() { Problem::UnexpectedEnd } else { problem };
        SyntaxError { offset: self.position, problem }
    }

    /// Skips white space and gives the next byte without consuming it; 0 at the end of the text, which no value starts
    /// with.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.position) {
                Some(byte) if *byte > b' ' => return *byte,
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.position += 1,
                Some(other) => return *other,
                None => return 0,
            }
        }
    }

    /// Consumes the byte that [`Self::peek`] gave.
    #[inline]
    pub fn bump(&mut self) {
        self.position += 1;
    }

    /// Goes back to `position`, which [`Self::position`] gave before, at the same depth.
    #[inline]
    pub fn rewind(&mut self, position: usize) {
        self.position = position;
    }

    /// Enters an object or array, whose opening character [`Self::peek`] gave.
    #[inline]
    pub fn enter(&mut self) -> Result<()> {
        if self.depth >= MAX_DEPTH {
            return Err(self.error(Problem::TooDeep));
        }
        self.depth += 1;
        self.position += 1;
        Ok(())
    }

    /// Leaves an object or array, whose closing character [`Self::peek`] gave.
    #[inline]
    pub fn leave(&mut self) {
        self.depth -= 1;
        self.position += 1;
    }

    /// The next member's name, its colon consumed; `None` at the closing brace, which is consumed. `first` says that no
    /// member came before.
    #[expect(clippy::inline_always, reason = "a decoder spends most of its time here; a call costs it a third more")]
    #[inline(always)]
    pub fn next_name(&mut self, first: bool) -> Result<Option<Text>> {
        match self.peek() {
            b'}' => {
                self.leave();
                return Ok(None);
            }
            b',' if !first => {
                self.bump();
                if self.peek() != b'"' {
                    return Err(self.error(Problem::ExpectedName));
                }
            }
            b'"' if first => {}
            _ if first => return Err(self.error(Problem::ExpectedName)),
            _ => return Err(self.error(Problem::ExpectedCommaOrBrace)),
        }
        let name = self.string()?;
        if self.peek() != b':' {
            return Err(self.error(Problem::ExpectedColon));
        }
        self.bump();
        Ok(Some(name))
    }

    /// Whether there is another item; the closing bracket is consumed. `first` says that no item came before.
    #[inline]
    pub fn next_item(&mut self, first: bool) -> Result<bool> {
        match self.peek() {
            b']' => {
                self.leave();
                Ok(false)
            }
            b',' if !first => {
                self.bump();
                Ok(true)
            }
            _ if first => Ok(true),
            _ => Err(self.error(Problem::ExpectedCommaOrBracket)),
        }
    }

    /// The string that starts here, at its opening quote.
    #[inline]
    pub fn string(&mut self) -> Result<Text> {
        let start = self.position + 1;
        let end = plain_run(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.position = end + 1;
            return Ok(Text { span: Span { start, end }, escaped: false });
        }
        self.escaped_string(start, end)
    }

    /// The rest of a string from the first byte, at `at`, that is not plain.
    #[cold]
    fn escaped_string(&mut self, start: usize, mut at: usize) -> Result<Text> {
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        loop {
            self.position = at;
            match bytes.get(at) {
                Some(b'"') => {
                    self.position = at + 1;
                    return Ok(Text { span: Span { start, end: at }, escaped });
                }
                Some(b'\\') => {
                    escaped = true;
                    at += self.escape(at)?;
                }
                Some(_) => return Err(self.error(Problem::ControlCharacter)),
                None => return Err(self.error(Problem::UnexpectedEnd)),
            }
            at = plain_run(bytes, at);
        }
    }

    /// How many bytes the escape at `at` takes.
    fn escape(&mut self, at: usize) -> Result<usize> {
        let bytes = self.text.as_bytes();
        match bytes.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
            Some(b'u') => match unicode_escape(&bytes[at + 2..]) {
                (Some(_), used) => Ok(2 + used),
                (None, 0) => Err(self.error(Problem::InvalidEscape)),
                (None, _) => Err(self.error(Problem::LoneSurrogate)),
            },
            Some(_) => Err(self.error(Problem::InvalidEscape)),
            None => Err(SyntaxError { offset: bytes.len(), problem: Problem::UnexpectedEnd }),
        }
    }

    /// The number that starts here.
    #[inline]
    pub fn number(&mut self) -> Result<Number> {
        let bytes = self.text.as_bytes();
        let start = self.position;
        let mut at = start + usize::from(bytes.get(start) == Some(&b'-'));
        let digits =
            |from: usize| bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
        let whole = digits(at);
        if whole == 0 || (whole > 1 && bytes.get(at) == Some(&b'0')) {
            self.position = at;
            return Err(self.error(Problem::InvalidNumber));
        }
        at += whole;
        let mut integer = true;
        if bytes.get(at) == Some(&b'.') {
            integer = false;
            let fraction = digits(at + 1);
            at += 1 + fraction;
            if fraction == 0 {
                self.position = at;
                return Err(self.error(Problem::InvalidNumber));
            }
        }
        let mut exponent = false;
        if let Some(b'e' | b'E') = bytes.get(at) {
            (integer, exponent) = (false, true);
            at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
            let count = digits(at);
            at += count;
            if count == 0 {
                self.position = at;
                return Err(self.error(Problem::InvalidNumber));
            }
        }
        // Without an exponent it takes more than 308 digits to leave the range of a float.
        if (exponent || whole > 308) && !self.text[start..at].parse::<f64>().is_ok_and(f64::is_finite) {
            return Err(SyntaxError { offset: start, problem: Problem::NumberOutOfRange });
        }
        self.position = at;
        Ok(Number { span: Span { start, end: at }, integer })
    }

    /// Consumes `true`, `false` or `null`, whichever `word` is.
    #[inline]
    pub fn word(&mut self, word: &str) -> Result<()> {
        if self.text.as_bytes().get(self.position..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            self.position += word.len();
            return Ok(());
        }
        let rest = &self.text.as_bytes()[self.position..];
        if word.as_bytes().starts_with(rest) {
            self.position = self.text.len();
        }
        Err(self.error(Problem::ExpectedValue))
    }

    /// Checks and passes over the value that starts here and gives its span. `repeated` is told the name of each member
    /// that its object had already.
    pub fn skip(&mut self, repeated: &mut dyn FnMut(Text)) -> Result<Span> {
        let first = self.peek();
        let start = self.position;
        match first {
            b'"' => drop(self.string()?),
            b'{' => {
                self.enter()?;
                let mut names = Names::default();
                let mut first = true;
                while let Some(name) = self.next_name(first)? {
                    if !names.insert(self.slice(name.span), name.escaped) {
                        repeated(name);
                    }
                    self.skip(repeated)?;
                    first = false;
                }
            }
            b'[' => {
                self.enter()?;
                let mut first = true;
                while self.next_item(first)? {
                    self.skip(repeated)?;
                    first = false;
                }
            }
            b't' => self.word("true")?,
            b'f' => self.word("false")?,
            b'n' => self.word("null")?,
            b'-' | b'0'..=b'9' => drop(self.number()?),
            _ => return Err(self.error(Problem::ExpectedValue)),
        }
        Ok(Span { start, end: self.position })
    }

    /// Checks that only white space is left.
    pub fn end(&mut self) -> Result<()> {
        self.peek();
        if self.position < self.text.len() {
            return Err(self.error(Problem::TrailingText));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
