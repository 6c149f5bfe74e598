//! Base64url, and base64 as some services write it.

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The bytes that `text` stands for.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let url_safe: String = text
        .chars()
        .map(|character| match character {
            '+' => '-',
            '/' => '_',
            other => other,
        })
        .collect();
    ENGINE.decode(url_safe).ok()
}

/// The text of `bytes`: base64url without padding.
pub(crate) fn encode(bytes: &[u8]) -> String {
    ENGINE.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xFB, 0xFF, 0xBF], "-_-_"),
            (&[0, 0x10, 0x83, 0x10, 0x51, 0x87], "ABCDEFGH"),
        ] {
            assert_eq!(encode(bytes), text);
            assert_eq!(decode(text).as_deref(), Some(bytes), "{text}");
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
    }

    #[test]
    fn how_others_write() {
        for (text, expected) in [
            ("Zg==", Some(&b"f"[..])),
            ("Zm8=", Some(b"fo")),
            ("+/-_", Some(&[0xFB, 0xFF, 0xBF])),
            // Bits that are left over.
            ("Zh", Some(b"f")),
            ("Zm9=", Some(b"fo")),
            ("Z", None),
            ("Zg===", None),
            ("Z===", None),
            ("=", None),
            ("====", None),
            ("Zm9v=", None),
            ("Z g", None),
            ("Zg=A", None),
            ("é", None),
        ] {
            assert_eq!(decode(text).as_deref(), expected, "{text}");
        }
    }
}
