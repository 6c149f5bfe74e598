//! Arithmetic with remainders, of numbers of any length.

/// The number with these digits modulo `size`.
pub(super) fn remainder(digits: impl Iterator<Item = u8>, size: u64) -> u64 {
    digits.fold(0, |rest, digit| add(times(rest, 10, size), u64::from(digit - b'0'), size))
}

/// 10^`power` modulo `size`.
pub(super) fn power_of_ten(mut power: u64, size: u64) -> u64 {
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

/// The product modulo `size`.
#[expect(clippy::cast_possible_truncation, reason = "a remainder is less than `size`")]
pub(super) fn times(left: u64, right: u64, size: u64) -> u64 {
    (u128::from(left) * u128::from(right) % u128::from(size)) as u64
}

#[expect(clippy::cast_possible_truncation, reason = "a remainder is less than `size`")]
fn add(left: u64, right: u64, size: u64) -> u64 {
    ((u128::from(left) + u128::from(right)) % u128::from(size)) as u64
}
