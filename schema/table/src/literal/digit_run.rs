//! Digits that follow each other.

use std::{cmp::Ordering, fmt};

/// How many digits are always a number of 64 bits.
const SHORT: usize = 19;

/// ASCII digits that follow each other in a text; there may be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigitRun<'t>(&'t [u8]);

impl<'t> DigitRun<'t> {
    /// No digits.
    pub(super) const NONE: Self = Self(&[]);

    /// Those that `text` begins with, and what comes after them.
    #[inline]
    pub(super) fn split(text: &'t [u8]) -> (Self, &'t [u8]) {
        let count = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at_checked(count).unwrap_or((text, &[]));
        (Self(digits), rest)
    }

    /// How many there are.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    #[inline]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Whether the first is a zero.
    #[inline]
    pub(super) fn has_leading_zero(self) -> bool {
        self.0.first() == Some(&b'0')
    }

    /// The number; 0 of none, and `None` if 128 bits have no room for it.
    #[inline]
    pub(super) fn number(self) -> Option<u128> {
        self.times(1)
    }

    /// The number, times `factor`; `None` if 128 bits have no room for that.
    #[inline]
    pub(super) fn times(self, factor: u64) -> Option<u128> {
        if self.len() <= SHORT {
            return Some(u128::from(self.low()) * u128::from(factor));
        }
        self.long_number()?.checked_mul(factor.into())
    }

    #[cold]
    fn long_number(self) -> Option<u128> {
        self.0.iter().try_fold(0_u128, |all, digit| all.checked_mul(10)?.checked_add(value(*digit).into()))
    }

    /// The number that the last digits are, as many as 64 bits have room for.
    #[inline]
    pub(super) fn low(self) -> u64 {
        let digits = self.0.get(self.len().saturating_sub(SHORT)..).unwrap_or_default();
        digits.iter().fold(0, |all, digit| all * 10 + value(*digit))
    }

    /// As digits after the point of a second: the nanoseconds, those past the ninth cut off.
    #[inline]
    pub(super) fn nanoseconds(self) -> u32 {
        /// How many nanoseconds the last of so many digits counts, from none on.
        const SIZES: [u32; 10] = [0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
        let digits = self.0.get(..9).unwrap_or(self.0);
        let count = digits.iter().fold(0, |all: u32, digit| all * 10 + u32::from(*digit - b'0'));
        SIZES.get(digits.len()).map_or(0, |size| count * size)
    }

    /// The same without zeros at the end, which say nothing after a point.
    #[must_use]
    pub fn without_trailing_zeros(self) -> Self {
        let last = self.0.iter().rposition(|digit| *digit != b'0');
        Self(self.0.get(..last.map_or(0, |last| last + 1)).unwrap_or_default())
    }

    /// Which is the greater, of digits after a point.
    pub(super) fn compare_as_fractions(self, other: Self) -> Ordering {
        self.without_trailing_zeros().0.cmp(other.without_trailing_zeros().0)
    }
}

impl fmt::Display for DigitRun<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&String::from_utf8_lossy(self.0))
    }
}

#[inline]
fn value(digit: u8) -> u64 {
    u64::from(digit.wrapping_sub(b'0'))
}

#[cfg(test)]
mod tests {
    use super::DigitRun;

    fn run(text: &str) -> DigitRun<'_> {
        let (run, rest) = DigitRun::split(text.as_bytes());
        assert!(rest.is_empty());
        run
    }

    #[test]
    fn numbers() {
        for text in
            ["0", "007", "9999999999999999999", "10000000000000000000", "340282366920938463463374607431768211455"]
        {
            assert_eq!(run(text).number(), text.parse().ok());
        }
        assert_eq!(run("").number(), Some(0));
        assert_eq!(run("340282366920938463463374607431768211456").number(), None);
        assert_eq!(run("0000000000000000000000000000000000000000000007").number(), Some(7));
        assert_eq!(run("10000000000000000000").times(86_400), Some(864_000_000_000_000_000_000_000));
        assert_eq!(run("340282366920938463463374607431768211455").times(2), None);
        assert_eq!(run("12345678901234567890123").low(), 5_678_901_234_567_890_123);
    }

    #[test]
    fn after_a_point() {
        for (text, nanoseconds) in [("", 0), ("5", 500_000_000), ("000000001", 1), ("9999999999", 999_999_999)] {
            assert_eq!(run(text).nanoseconds(), nanoseconds);
        }
        assert!(run("50").compare_as_fractions(run("5")).is_eq());
        assert!(run("05").compare_as_fractions(run("5")).is_lt());
        assert_eq!(run("000").without_trailing_zeros(), DigitRun::NONE);
    }

    #[test]
    fn what_comes_after() {
        let (digits, rest) = DigitRun::split("12é".as_bytes());
        assert_eq!((digits.to_string().as_str(), rest), ("12", "é".as_bytes()));
    }
}
