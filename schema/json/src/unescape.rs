//! String escapes, both ways.

use std::borrow::Cow;

/// The text that `raw`, the inside of a JSON string that a [`crate::Reader`] accepted, stands for.
#[must_use]
pub fn unescape(raw: &str) -> Cow<'_, str> {
    // As bytes, since names are short and searching for a character is made for long texts.
    if !raw.as_bytes().contains(&b'\\') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    unescape_into(raw, &mut text);
    Cow::Owned(text)
}

/// Appends to `out` the text that `raw` stands for. Escapes that JSON does not have, which a reader has refused before,
/// are dropped.
pub fn unescape_into(raw: &str, out: &mut String) {
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(kind) = rest.chars().next() else { return };
        rest = &rest[kind.len_utf8()..];
        match kind {
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'u' => {
                let (character, used) = unicode_escape(rest.as_bytes());
                out.extend(character);
                rest = rest.get(used..).unwrap_or("");
            }
            other => out.push(other),
        }
    }
    out.push_str(rest);
}

/// The character of the escape whose hexadecimal digits start `bytes`, and how many bytes it takes; `None` for half of
/// a surrogate pair.
pub(crate) fn unicode_escape(bytes: &[u8]) -> (Option<char>, usize) {
    let Some(high) = hex4(bytes) else { return (None, 0) };
    if !(0xD800..0xDC00).contains(&high) {
        return (char::from_u32(high), 4);
    }
    let low = bytes.get(4..).filter(|rest| rest.starts_with(b"\\u")).and_then(|rest| hex4(&rest[2..]));
    match low {
        Some(low) if (0xDC00..0xE000).contains(&low) => {
            (char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)), 10)
        }
        _ => (None, 4),
    }
}

fn hex4(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk::<4>()?.iter().try_fold(0, |value, byte| Some(value << 4 | char::from(*byte).to_digit(16)?))
}

/// Appends `text` to `out` as the inside of a JSON string.
pub fn escape_into(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + crate::scan::plain_run(&bytes[from..]);
        out.extend_from_slice(&bytes[from..at]);
        let Some(byte) = bytes.get(at) else { return };
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x8 => out.extend_from_slice(b"\\b"),
            0xC => out.extend_from_slice(b"\\f"),
            other => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                out.extend_from_slice(b"\\u00");
                out.extend_from_slice(&[HEX[usize::from(other >> 4)], HEX[usize::from(other & 15)]]);
            }
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{escape_into, unescape};

    #[test]
    fn both_ways() {
        for (raw, text) in [
            ("", ""),
            ("plain é", "plain é"),
            (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r"\u0041\u00e9\u20ac", "Aé€"),
            (r"\ud83d\ude00!", "😀!"),
            (r"\u0000", "\0"),
        ] {
            assert_eq!(unescape(raw), text, "{raw}");
            let mut escaped = Vec::new();
            escape_into(text, &mut escaped);
            assert_eq!(unescape(std::str::from_utf8(&escaped).unwrap()), text, "{raw}");
        }
    }
}
