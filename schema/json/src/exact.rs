//! Decimal numbers as they are written, compared by what they stand for: digit by digit, never through a float.

use std::cmp::Ordering;

/// A number's value, borrowed from its text: `0.digits × 10^point`, where the digits neither begin nor end with zero, but are
/// in two parts. Zero has no digits.
///
/// Exponents beyond those of 63 bits count as the greatest or least of them, which no number with digits of its own reaches.
#[derive(Clone, Copy, Debug)]
pub struct Exact<'t> {
    negative: bool,
    point: i64,
    whole: &'t str,
    fraction: &'t str,
}

impl<'t> Exact<'t> {
    /// The number that `text` stands for: an optional sign, digits, optionally a point and digits, optionally `e` or `E`, a
    /// sign and digits. Zeros may stand before the digits.
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
            // The digits do not end with zero, so that a division by a power of ten leaves a fraction, and a multiple of an
            // integer has none.
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

/// The number with these digits modulo `size`.
fn remainder(digits: impl Iterator<Item = u8>, size: u64) -> u64 {
    digits.fold(0, |rest, digit| add(times(rest, 10, size), u64::from(digit - b'0'), size))
}

/// 10^`power` modulo `size`.
fn power_of_ten(mut power: u64, size: u64) -> u64 {
    let (mut result, mut base) = (1 % size, 10 % size);
    while power > 0 {
        if power & 1 == 1 {
            result = times(result, base, size);
        }
        base = times(base, base, size);
        power >>= 1;
    }
    result
}

#[expect(clippy::cast_possible_truncation, reason = "a remainder is less than `size`")]
fn times(left: u64, right: u64, size: u64) -> u64 {
    (u128::from(left) * u128::from(right) % u128::from(size)) as u64
}

#[expect(clippy::cast_possible_truncation, reason = "a remainder is less than `size`")]
fn add(left: u64, right: u64, size: u64) -> u64 {
    ((u128::from(left) + u128::from(right)) % u128::from(size)) as u64
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::Exact;

    fn exact(text: &str) -> Exact<'_> {
        Exact::parse(text).unwrap()
    }

    #[test]
    fn what_is_a_number() {
        for text in ["", "-", "+", ".5", "1.", "1e", "1e+", "e1", "1e1.0", "0x1", " 1", "1 ", "--1", "INF", "1_0"] {
            assert!(Exact::parse(text).is_none(), "{text:?}");
        }
        for text in ["0", "-0", "+7", "007", "1.50", "1e5", "1E-05", "-0.0e99999999999999999999999"] {
            assert!(Exact::parse(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn order() {
        let ascending = [
            "-1e99999999999999999999",
            "-9007199254740993",
            "-9007199254740992",
            "-1.5",
            "-1",
            "-0.1",
            "-1e-9",
            "0",
            "1e-400",
            "0.1",
            "0.11",
            "0.9",
            "1",
            "1.0000000000000000000001",
            "1.5",
            "9",
            "10",
            "9007199254740992",
            "9007199254740993",
            "9e18",
            "9223372036854775807",
            "1e300",
            "1e99999999999999999999",
        ];
        for (left_place, left) in ascending.iter().enumerate() {
            for (right_place, right) in ascending.iter().enumerate() {
                assert_eq!(exact(left).cmp(&exact(right)), left_place.cmp(&right_place), "{left} {right}");
            }
        }
        for (left, right) in [("1.50", "15e-1"), ("0", "-0.000e7"), ("+007", "7"), ("100", "1e2"), ("0.001", "1e-3")] {
            assert_eq!(exact(left).cmp(&exact(right)), Ordering::Equal, "{left} {right}");
        }
    }

    #[test]
    fn digits_by_value() {
        for (text, whole, fraction, significant) in [
            ("0", 0, 0, 0),
            ("1.50", 1, 1, 2),
            ("100", 3, 0, 1),
            ("0.05", 0, 2, 1),
            ("123.456", 3, 3, 6),
            ("1e3", 4, 0, 1),
            ("15e-1", 1, 1, 2),
            ("-12.30", 2, 1, 3),
            ("1.0", 1, 0, 1),
            ("1e-3", 0, 3, 1),
        ] {
            let number = exact(text);
            let digits = (number.whole_digits(), number.fraction_digits(), number.significant_digits());
            assert_eq!(digits, (whole, fraction, significant), "{text}");
        }
    }

    #[test]
    fn multiples() {
        for (number, unit, expected) in [
            ("10", "5", true),
            ("7", "5", false),
            ("0", "3", true),
            ("0.3", "0.1", true),
            ("0.35", "0.1", false),
            ("1e300", "7", false),
            ("7e300", "7", true),
            ("-21", "7", true),
            ("1.5", "0.5", true),
            ("1.5", "1", false),
            ("100", "20", true),
            ("30", "20", false),
            ("0.5", "0.25", true),
            ("1", "0.125", true),
            ("123456789012345678901234567890", "10", true),
            ("4.5", "1.5", true),
            ("5", "10", false),
            ("2.5", "5", false),
            ("20", "1e1", true),
        ] {
            assert_eq!(exact(number).is_multiple_of(&exact(unit)), Some(expected), "{number} {unit}");
        }
        assert_eq!(exact("1").is_multiple_of(&exact("0")), None);
        assert_eq!(exact("1").is_multiple_of(&exact("123456789012345678901")), None);
    }
}
