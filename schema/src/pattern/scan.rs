//! Reading a pattern's text character by character.

use super::error::PatternError;

/// A pattern's characters, and how far they are read.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    text: Vec<char>,
    at: usize,
}

impl Scan {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.chars().collect(), at: 0 }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    /// Reads the last character again.
    pub(super) fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Reads `text` if it comes next.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let is_next = self.text[self.at..].iter().copied().take(text.chars().count()).eq(text.chars());
        if is_next {
            self.at += text.chars().count();
        }
        is_next
    }

    /// What `read` makes of what comes next; nothing is read where it makes nothing.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let made = read(self);
        if made.is_none() {
            self.at = start;
        }
        made
    }

    /// The digits of `radix` that come next, at most `most`; `None` if there are fewer than `least`.
    pub(super) fn digits(&mut self, radix: u32, least: usize, most: usize) -> Option<u32> {
        self.attempt(|scan| {
            let (mut value, mut count) = (0_u32, 0);
            while count < most
                && let Some(digit) = scan.peek().and_then(|next| next.to_digit(radix))
            {
                value = value.saturating_mul(radix).saturating_add(digit);
                scan.at += 1;
                count += 1;
            }
            (count >= least).then_some(value)
        })
    }

    /// The error `message` here.
    pub(super) fn error(&self, message: &'static str) -> PatternError {
        PatternError { message, at: self.at }
    }
}
