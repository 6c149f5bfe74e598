//! Numbers of a text that `serde_json` reads exactly, whatever features it has.

/// Whether every number of the JSON text `bytes` is an integer of 64 bits, or has so few digits that its nearest float
/// has all of them.
pub(crate) fn has_plain_numbers(bytes: &[u8]) -> bool {
    let (mut rest, mut is_text) = (bytes, false);
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'"' => is_text = !is_text,
            b'\\' if is_text => rest = rest.get(1..).unwrap_or_default(),
            b'-' | b'0'..=b'9' if !is_text => {
                let end = rest.iter().position(|byte| !b"0123456789+-.eE".contains(byte)).unwrap_or(rest.len());
                let number = &bytes[bytes.len() - rest.len() - 1..bytes.len() - rest.len() + end];
                if !is_plain(&String::from_utf8_lossy(number)) {
                    return false;
                }
                rest = &rest[end..];
            }
            _ => {}
        }
    }
    true
}

fn is_plain(number: &str) -> bool {
    let is_integer = number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok();
    is_integer || (number.len() < 17 && !number.contains(['e', 'E']))
}

#[cfg(test)]
mod tests {
    use super::has_plain_numbers;

    #[test]
    fn numbers_outside_of_texts() {
        for (text, expected) in [
            (r#"{"e\"1e5":[1,-2.50,"1e5",18446744073709551615]}"#, true),
            ("[1e5]", false),
            ("1.2345678901234567", false),
            ("[0,18446744073709551616]", false),
            ("-9223372036854775808", true),
        ] {
            assert_eq!(has_plain_numbers(text.as_bytes()), expected, "{text}");
        }
    }
}
