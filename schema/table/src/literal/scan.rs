//! A cursor over the bytes of a text.

/// What was not read yet.
#[derive(Clone, Copy)]
pub(super) struct Scan<'t>(pub(super) &'t str);

impl<'t> Scan<'t> {
    /// Takes one of `letters`, in either case, if it is next.
    #[inline]
    pub(super) fn take(&mut self, letter: u8) -> bool {
        let next = self.0.as_bytes().first().is_some_and(|byte| byte.eq_ignore_ascii_case(&letter));
        if next {
            self.skip(1);
        }
        next
    }

    /// Takes all the digits that follow.
    #[inline]
    pub(super) fn digits(&mut self) -> &'t str {
        let count = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.0.get(..count).unwrap_or("");
        self.skip(count);
        digits
    }

    /// Takes exactly two digits up to `most`.
    #[inline]
    pub(super) fn two(&mut self, most: u8) -> Option<u8> {
        let [tens, ones] = *self.0.as_bytes().first_chunk::<2>()?;
        if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return None;
        }
        self.skip(2);
        let value = (tens - b'0') * 10 + (ones - b'0');
        (value <= most).then_some(value)
    }

    /// Whether all was read.
    #[inline]
    pub(super) fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// What was read was ASCII, so that this cuts no character.
    #[inline]
    fn skip(&mut self, count: usize) {
        self.0 = self.0.get(count..).unwrap_or("");
    }
}
