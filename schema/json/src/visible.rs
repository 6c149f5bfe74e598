//! Text that a terminal, and a person, sees as it is.

use std::fmt::Write as _;

/// `text` with everything escaped, as JSON escapes it, that could make a reader see something else than what is there,
/// or steer a terminal; so it is one line.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_misread(character) {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

/// Whether `character` is to be escaped: control characters, marks of direction, separators of lines or paragraphs,
/// what takes no room, and the byte order mark.
fn is_misread(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn lines_stay_lines() {
        for (text, expected) in [
            ("plain é", "plain é"),
            ("a\nb", "a\\u000ab"),
            ("\u{1b}[31m", "\\u001b[31m"),
            ("\u{2028}", "\\u2028"),
            ("a\u{202e}b", "a\\u202eb"),
            ("\u{feff}{}", "\\ufeff{}"),
        ] {
            assert_eq!(visible(text), expected);
        }
    }
}
