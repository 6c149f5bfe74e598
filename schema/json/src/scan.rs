//! Finding the end of a run of plain string bytes, eight at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;
const QUOTE: u64 = 0x22;
const BACKSLASH: u64 = 0x5C;

/// The offset, at or after `from`, of the first byte that cannot stand in a string as itself: `"`, `\` or a control
/// character; the length of `bytes` if there is none.
#[inline]
pub(crate) fn plain_run(bytes: &[u8], mut from: usize) -> usize {
    while let Some(chunk) = bytes.get(from..).and_then(|rest| rest.first_chunk::<8>()) {
        let found = special(u64::from_le_bytes(*chunk));
        if found != 0 {
            return from + (found.trailing_zeros() / 8) as usize;
        }
        from += 8;
    }
    while let Some(byte) = bytes.get(from) {
        if *byte < 0x20 || *byte == b'"' || *byte == b'\\' {
            break;
        }
        from += 1;
    }
    from
}

/// The high bit of each byte of `word` that is special; bytes after the first such may be marked wrongly.
#[inline]
fn special(word: u64) -> u64 {
    let quote = word ^ (ONES * QUOTE);
    let backslash = word ^ (ONES * BACKSLASH);
    let control = word.wrapping_sub(ONES * 0x20);
    ((quote.wrapping_sub(ONES) & !quote) | (backslash.wrapping_sub(ONES) & !backslash) | (control & !word)) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::plain_run;

    #[test]
    fn agrees_with_a_plain_loop() {
        for special in 0..=255_u8 {
            for at in 0..20 {
                let mut bytes = vec![b'a'; 20];
                bytes[at] = special;
                let expected = bytes.iter().position(|b| *b < 0x20 || *b == b'"' || *b == b'\\').unwrap_or(20);
                for from in 0..=at {
                    assert_eq!(plain_run(&bytes, from), expected, "byte {special} at {at} from {from}");
                }
            }
        }
    }
}
