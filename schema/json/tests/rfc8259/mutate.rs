//! Changes to a text, byte by byte and token by token.

use super::random::Random;

/// What is put in: tokens, halves of tokens, and bytes that no JSON has.
const TOKENS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"/",
    b"'",
    b"0",
    b"1",
    b"9",
    b"-",
    b"+",
    b".",
    b"e",
    b"E",
    b"u",
    b" ",
    b"\t",
    b"\n",
    b"\r",
    b"\x0b",
    b"\x0c",
    b"\0",
    b"\x1f",
    b"\x7f",
    b"\x80",
    b"\xbf",
    b"\xc3",
    b"\xe2\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc2\xa0",
    b"\xe2\x80\xa8",
    b"\xf0\x9f\x98\x80",
    b"true",
    b"false",
    b"null",
    b"tru",
    b"NaN",
    b"Infinity",
    b"\\u",
    b"\\u00",
    b"\\u0041",
    b"\\ud800",
    b"\\uDC00",
    b"\\ud83d\\ude00",
    b"\\n",
    b"\\x",
    b"\"\":",
    b"\"a\":1,",
    b"[]",
    b"{}",
    b"[[",
    b"]]",
    b"/**/",
    b"//\n",
    b"1e400",
    b"1e-400",
    b"00",
    b"-0",
    b"1e308",
    b".5",
    b"5.",
    b"e5",
    b"123456789012345678901234567890",
];

/// Changes `text` in one to three places.
pub(super) fn mutate(text: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(3) {
        change(text, random);
    }
}

fn change(text: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(text.len() + 1);
    let end = (at + random.below(8)).min(text.len());
    match random.below(10) {
        0 | 1 => drop(text.drain(at..end)),
        2 => text.truncate(at),
        3 => drop(text.drain(..at)),
        4 if at < text.len() => text[at] ^= 1 << random.below(8),
        5 => {
            let copy = text[at..end].to_vec();
            let to = random.below(text.len() + 1);
            text.splice(to..to, copy);
        }
        6 => wrap(text, random),
        7 => drop(text.splice(at..end, random.pick(TOKENS).iter().copied())),
        _ => drop(text.splice(at..at, random.pick(TOKENS).iter().copied())),
    }
}

/// Puts arrays around the whole, about as many as may nest.
fn wrap(text: &mut Vec<u8>, random: &mut Random) {
    let levels = if random.one_in(2) { 120 + random.below(10) } else { random.below(3) };
    text.splice(0..0, vec![b'['; levels]);
    text.extend(vec![b']'; levels]);
}
