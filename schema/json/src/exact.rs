//! Decimal numbers as they are written, compared by what they stand for: digit by digit, never through a float.

mod modular;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use modular::{power_of_ten, remainder, times};

/// A number's value, borrowed from its text: `0.digits × 10^point`, where the digits neither begin nor end with zero,
/// but are in two parts. Zero has no digits.
///
/// Exponents beyond those of 63 bits count as the greatest or least of them, which no number with digits of its own
/// reaches.
#[derive(Clone, Copy, Debug)]
pub struct Exact<'t> {
    negative: bool,
    point: i64,
    whole: &'t str,
    fraction: &'t str,
}

impl<'t> Exact<'t> {
    /// The number that `text` stands for: an optional sign, digits, optionally a point and digits, optionally `e` or
    /// `E`, a sign and digits. Zeros may stand before the digits.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let (negative, unsigned) = sign(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (unsigned, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        if !is_digits(whole) || !fraction.is_none_or(is_digits) {
            return None;
        }
        let exponent = exponent.map_or(Some(0), power)?;
        Some(Self::normal(negative, whole, fraction.unwrap_or(""), exponent))
    }

    fn normal(negative: bool, whole: &'t str, fraction: &'t str, exponent: i64) -> Self {
        let mut whole = whole.trim_start_matches('0');
        let mut fraction = fraction.trim_end_matches('0');
        let mut point = length(whole);
        if whole.is_empty() {
            let all = fraction.len();
            fraction = fraction.trim_start_matches('0');
            point -= i64::try_from(all - fraction.len()).unwrap_or(i64::MAX);
        } else if fraction.is_empty() {
            whole = whole.trim_end_matches('0');
        }
        if whole.is_empty() && fraction.is_empty() {
            return Self { negative: false, point: 0, whole, fraction };
        }
        Self { negative, point: point.saturating_add(exponent), whole, fraction }
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.is_empty()
    }

    /// Whether it is less than zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether it has no fraction: `1.0` and `10e-1` have none.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.fraction_digits() == 0
    }

    /// How many digits it has before the point when it is written without an exponent; a zero alone does not count.
    #[must_use]
    pub fn whole_digits(&self) -> u64 {
        // A point before the first digit has none before it.
        u64::try_from(self.point).unwrap_or(0)
    }

    /// How many digits it needs after the point when it is written without an exponent: `1.50` needs one.
    #[must_use]
    pub fn fraction_digits(&self) -> u64 {
        // A point after the last digit has none after it.
        u64::try_from(self.length().saturating_sub(self.point)).unwrap_or(0)
    }

    /// How many digits there are from the first to the last that is not zero.
    #[must_use]
    pub fn significant_digits(&self) -> u64 {
        u64::try_from(self.length()).unwrap_or(0)
    }

    /// Its digits, the first of them not zero.
    pub fn digits(&self) -> impl Iterator<Item = u8> + use<'t> {
        self.whole.bytes().chain(self.fraction.bytes())
    }

    /// Where the point is among the digits.
    #[must_use]
    pub fn point(&self) -> i64 {
        self.point
    }

    /// Whether it is an integer multiple of `unit`; `None` if `unit` is zero, or its digits do not fit 64 bits.
    #[must_use]
    pub fn is_multiple_of(&self, unit: &Exact<'_>) -> Option<bool> {
        if unit.is_zero() {
            return None;
        }
        let mut size: u64 = 0;
        for digit in unit.digits() {
            size = size.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        if self.is_zero() {
            return Some(true);
        }
        // Both as integers times a power of ten: digits × 10^shift has to be a multiple of `size`.
        let shift = (self.point - self.length()).saturating_sub(unit.point - unit.length());
        if shift < 0 {
            // The digits do not end with zero, so that a division by a power of ten leaves a fraction, and a multiple
            // of an integer has none.
            return Some(false);
        }
        let mut rest = remainder(self.digits(), size);
        rest = times(rest, power_of_ten(shift.unsigned_abs(), size), size);
        Some(rest == 0)
    }

    fn length(&self) -> i64 {
        length(self.whole).saturating_add(length(self.fraction))
    }

    /// Which is farther from zero.
    fn compare_sizes(&self, other: &Exact<'_>) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (false, false) => self.point.cmp(&other.point).then_with(|| self.digits().cmp(other.digits())),
            (mine, others) => others.cmp(&mine),
        }
    }
}

impl Ord for Exact<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.compare_sizes(other),
            (true, true) => other.compare_sizes(self),
            (mine, others) => others.cmp(&mine),
        }
    }
}

impl PartialOrd for Exact<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact<'_> {}

/// Whether there is a minus, and what follows the sign.
fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The exponent `text`; the greatest or least that there is where it is beyond.
fn power(text: &str) -> Option<i64> {
    /// Digits move the point by less than this, so that nothing overflows.
    const MOST: i64 = i64::MAX / 4;
    let (negative, digits) = sign(text);
    if !is_digits(digits) {
        return None;
    }
    let size = digits.parse::<i64>().map_or(MOST, |size| size.min(MOST));
    Some(if negative { -size } else { size })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn length(digits: &str) -> i64 {
    i64::try_from(digits.len()).unwrap_or(i64::MAX)
}
