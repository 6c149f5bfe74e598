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

/// The digits alone, in one alphabet and without padding.
pub(super) fn plain(text: &str) -> String {
    let url = |letter| match letter {
        '+' => '-',
        '/' => '_',
        other => other,
    };
    text.chars().filter(|letter| *letter != '=').map(url).collect()
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte)).count()
}
