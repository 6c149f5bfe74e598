//! Decimal numbers at equal distances between two ends: integers, multiples, seconds with some digits.

use odatype_json::Exact;
use proptest::strategy::{Just, SBoxedStrategy, Strategy};

use super::chance::weighted;

/// A decimal number: so many times ten to the minus `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) count: i128,
    pub(super) scale: u32,
}

/// What numbers are asked for, all at one scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    pub(super) scale: u32,
    /// What numbers are multiples of.
    pub(super) unit: i128,
    pub(super) least: i128,
    pub(super) greatest: i128,
    /// Most are not further than this from zero, if any of them is not.
    pub(super) near: i128,
}

impl Grid {
    /// The numbers, the ends more often than others; nothing if there are none.
    pub(super) fn numbers(self) -> Option<SBoxedStrategy<Number>> {
        let unit = self.unit.max(1);
        let first = -(self.least.checked_neg()?.div_euclid(unit));
        let last = self.greatest.div_euclid(unit);
        if first > last {
            return None;
        }
        let mut ranges = vec![(3, (first..=last).sboxed()), (1, Just(first).sboxed()), (1, Just(last).sboxed())];
        let near = (self.near / unit).max(8);
        if first <= near && last >= -near {
            ranges.push((8, (first.max(-near)..=last.min(near)).sboxed()));
        }
        let scale = self.scale;
        Some(weighted(ranges).prop_map(move |steps| Number { count: steps * unit, scale }).sboxed())
    }
}

/// `text` times ten to `scale`, rounded down, and whether that is all of it; nothing if it is no number or too great.
pub(super) fn scaled(text: &str, scale: u32) -> Option<(i128, bool)> {
    let value = Exact::parse(text)?;
    let mut size: i128 = 0;
    for digit in value.digits() {
        size = size.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    let length = i64::try_from(value.digits().count()).ok()?;
    let power = value.point().checked_sub(length)?.checked_add(i64::from(scale))?;
    let size = if value.is_negative() { -size } else { size };
    if power >= 0 {
        let times = 10_i128.checked_pow(u32::try_from(power).ok()?)?;
        return Some((size.checked_mul(times)?, true));
    }
    // Beyond all digits only the sign is left.
    let part = u32::try_from(power.unsigned_abs()).ok().and_then(|power| 10_i128.checked_pow(power));
    match part {
        Some(part) => Some((size.div_euclid(part), size.rem_euclid(part) == 0)),
        None => Some((if size < 0 { -1 } else { 0 }, size == 0)),
    }
}

/// The least number that both are divisors of.
pub(super) fn common(left: i128, right: i128) -> Option<i128> {
    let (mut a, mut b) = (left, right);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { None } else { (left / a).checked_mul(right) }
}

impl Number {
    /// The number's text, zeros at the end of a fraction left out.
    pub(super) fn text(self) -> String {
        let scale = usize::try_from(self.scale).unwrap_or_default();
        let digits = format!("{:0>width$}", self.count.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let fraction = fraction.trim_end_matches('0');
        let (sign, point) = (if self.count < 0 { "-" } else { "" }, if fraction.is_empty() { "" } else { "." });
        format!("{sign}{whole}{point}{fraction}")
    }

    /// Whole units, and the billionths after them.
    pub(super) fn parts(self) -> Option<(i64, u32)> {
        let one = 10_i128.checked_pow(self.scale)?;
        let billionths = self.count.rem_euclid(one).checked_mul(1_000_000_000)? / one;
        Some((i64::try_from(self.count.div_euclid(one)).ok()?, u32::try_from(billionths).ok()?))
    }
}
