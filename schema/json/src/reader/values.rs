//! Numbers, words and whole values.

use super::{Number, Reader, Result, Span, Text};
use crate::{
    error::{Problem, SyntaxError},
    names::Names,
};

impl Reader<'_> {
    /// The number that starts here.
    #[inline]
    pub fn number(&mut self) -> Result<Number> {
        let bytes = self.text.as_bytes();
        let start = self.position();
        let mut at = start + usize::from(bytes.get(start) == Some(&b'-'));
        let digits =
            |from: usize| bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
        let whole = digits(at);
        if whole == 0 || (whole > 1 && bytes.get(at) == Some(&b'0')) {
            self.rewind(at);
            return Err(self.error(Problem::InvalidNumber));
        }
        at += whole;
        let mut integer = true;
        if bytes.get(at) == Some(&b'.') {
            integer = false;
            let fraction = digits(at + 1);
            at += 1 + fraction;
            if fraction == 0 {
                self.rewind(at);
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
                self.rewind(at);
                return Err(self.error(Problem::InvalidNumber));
            }
        }
        // Without an exponent it takes more than 308 digits to leave the range of a float.
        if (exponent || whole > 308) && !self.text[start..at].parse::<f64>().is_ok_and(f64::is_finite) {
            return Err(SyntaxError { offset: start, problem: Problem::NumberOutOfRange });
        }
        self.rewind(at);
        Ok(Number { span: Span { start, end: at }, integer })
    }

    /// Consumes `true`, `false` or `null`, whichever `word` is.
    #[inline]
    pub fn word(&mut self, word: &str) -> Result<()> {
        if self.rest.starts_with(word.as_bytes()) {
            self.bump(word.len());
            return Ok(());
        }
        if word.as_bytes().starts_with(self.rest) {
            self.rest = &[];
        }
        Err(self.error(Problem::ExpectedValue))
    }

    /// Checks and passes over the value that starts here and gives its span. `repeated` is told the name of each member
    /// that its object had already.
    pub fn skip(&mut self, repeated: &mut dyn FnMut(Text)) -> Result<Span> {
        let first = self.peek();
        let start = self.position();
        match first {
            b'"' => drop(self.string()?),
            b'{' => {
                self.enter()?;
                let mut names = Names::default();
                let mut first = true;
                while self.next_member(first)? {
                    let name = self.name()?;
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
        Ok(Span { start, end: self.position() })
    }
}
