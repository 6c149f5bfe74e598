//! A cursor over the bytes of a text.

use super::digit_run::DigitRun;

/// What was not read yet.
#[derive(Clone, Copy)]
pub(super) struct Scan<'t>(&'t [u8]);

impl<'t> Scan<'t> {
    /// Of `text`, nothing read.
    #[inline]
    pub(super) fn new(text: &'t str) -> Self {
        Self(text.as_bytes())
    }

    /// Takes `letter`, in either case, if it is next.
    #[inline]
    pub(super) fn take(&mut self, letter: u8) -> bool {
        match self.0 {
            [next, rest @ ..] if next.eq_ignore_ascii_case(&letter) => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Takes all the digits that follow.
    #[inline]
    pub(super) fn digits(&mut self) -> DigitRun<'t> {
        let (digits, rest) = DigitRun::split(self.0);
        self.0 = rest;
        digits
    }

    /// Takes exactly two digits up to `most`.
    #[inline]
    pub(super) fn two(&mut self, most: u8) -> Option<u8> {
        let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] = self.0 else { return None };
        self.0 = rest;
        let value = (tens - b'0') * 10 + (ones - b'0');
        (value <= most).then_some(value)
    }

    /// Whether all was read.
    #[inline]
    pub(super) fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}
