//! `Edm.Binary`: base64url text.

/// Whether `text` is base64 text: of either alphabet, padded or not.
pub(super) fn is_binary(text: &str) -> bool {
    let digits = digits(text);
    matches!((digits % 4, text.get(digits..)), (0 | 2 | 3, Some("")) | (2, Some("==")) | (3, Some("=")))
}

/// How many bytes `text` stands for.
pub(super) fn length(text: &str) -> usize {
    digits(text) * 3 / 4
}

/// Whether two texts have the same digits, whichever the alphabet and the padding.
pub(super) fn is_same(left: &str, right: &str) -> bool {
    let plain = |text: &str| {
        let url = |byte| match byte {
            b'+' => b'-',
            b'/' => b'_',
            other => other,
        };
        text.bytes().filter(|byte| *byte != b'=').map(url).collect::<Vec<u8>>()
    };
    plain(left) == plain(right)
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte)).count()
}
