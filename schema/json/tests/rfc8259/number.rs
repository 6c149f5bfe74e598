//! Makes numbers as JSON writes them: most where integers end, and where floats are rounded, overflow and vanish.

use std::iter;

use super::random::Random;

/// Where integers and floats have an end, and what is next to it.
const EDGES: [u64; 6] = [0, 1 << 53, (1 << 63) - 2, 1 << 63, u64::MAX - 1, 10_000_000_000_000_000_000];

/// A number's text.
pub(super) fn number(random: &mut Random) -> String {
    let sign = if random.one_in(2) { "-" } else { "" };
    let digits = match random.below(6) {
        0 => edge(random),
        1 => return format!("{sign}{}", float(random)),
        2 => halfway(random),
        _ => plain(random),
    };
    let exponent = if random.one_in(2) { exponent(random) } else { String::new() };
    format!("{sign}{digits}{exponent}")
}

fn edge(random: &mut Random) -> String {
    let edge = EDGES[random.below(EDGES.len())];
    (u128::from(edge) + u128::from(random.bits() % 4)).to_string()
}

/// Any float, as its shortest text or with all its digits.
fn float(random: &mut Random) -> String {
    let any = f64::from_bits(random.bits() >> 1);
    let float = if any.is_finite() { any } else { f64::MAX };
    if random.one_in(2) { format!("{float:e}") } else { format!("{float}") }
}

/// A number just between two floats, or a hair beside it.
fn halfway(random: &mut Random) -> String {
    let between = (1 << 53) | (random.bits() >> 11) | 1;
    let beside = match random.below(4) {
        0 => String::new(),
        1 => ".0".to_owned(),
        2 => format!(".{}", "0".repeat(random.below(40))) + "1",
        _ => format!(".{}", "9".repeat(1 + random.below(40))),
    };
    format!("{between}{beside}")
}

/// Digits as they come, with a fraction or without.
fn plain(random: &mut Random) -> String {
    let most = if random.one_in(20) { 320 } else { 24 };
    let whole = if random.one_in(3) { "0".to_owned() } else { digits(random, most) };
    if random.one_in(2) {
        return whole;
    }
    let zeros = if random.one_in(4) { random.below(330) } else { 0 };
    format!("{whole}.{}{}", "0".repeat(zeros), digits(random, most))
}

/// Some digits, the first of them no zero.
fn digits(random: &mut Random, most: usize) -> String {
    let rest = random.below(most);
    let first = char::from(b"123456789"[random.below(9)]);
    iter::once(first).chain((0..rest).map(|_| char::from(b"00001234567899"[random.below(14)]))).collect()
}

fn exponent(random: &mut Random) -> String {
    let (letter, sign) = (random.pick(&["e", "E"]), random.pick(&["", "+", "-", "-"]));
    let value = match random.below(8) {
        0 => format!("{:03}", random.below(40)),
        1 => random.below(500).to_string(),
        2 => random.pick(&["9999999999", "2147483647", "2147483648", "99999999999999999999999"]).to_owned(),
        3 | 4 => (285 + random.below(50)).to_string(),
        _ => random.below(30).to_string(),
    };
    format!("{letter}{sign}{value}")
}
