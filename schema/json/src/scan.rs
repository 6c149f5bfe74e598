//! Finding the end of a run of plain string bytes, eight at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES * 0x80;

/// How many bytes there are before the first that cannot stand in a string as itself: `"`, `\` or a control character.
#[inline]
pub(crate) fn plain_run(bytes: &[u8]) -> usize {
    let mut at = 0;
    for word in bytes.as_chunks::<8>().0 {
        let found = special(u64::from_le_bytes(*word));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    plain_rest(bytes, at)
}

/// The same for the last few bytes, which start at `at`.
#[inline(never)]
fn plain_rest(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        if *byte < 0x20 || *byte == b'"' || *byte == b'\\' {
            break;
        }
        at += 1;
    }
    at
}

/// The high bit of each byte of `word` that is special; bytes after the first such may be marked wrongly.
///
/// With their second bit turned over, control characters and the quote, and no other ASCII characters, are below 0x21.
#[inline]
fn special(word: u64) -> u64 {
    let control_or_quote = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !word & HIGHS
}

#[cfg(test)]
mod tests {
    use super::plain_run;

    #[test]
    fn agrees_with_a_plain_loop() {
        for special in 0..=255_u8 {
            for at in 0..20 {
                let mut bytes = [b'a'; 20];
                bytes[at] = special;
                let expected = bytes.iter().position(|b| *b < 0x20 || *b == b'"' || *b == b'\\').unwrap_or(20);
                for from in 0..=at {
                    assert_eq!(plain_run(&bytes[from..]) + from, expected, "byte {special} at {at} from {from}");
                }
            }
        }
    }
}
