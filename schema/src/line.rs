//! Lines of text for people.

use std::fmt::Write as _;

/// `text` without anything that would end the line or steer a terminal: control characters, and those that change the direction
/// of text, as JSON escapes them.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control()
            || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            // Writing to a string does not fail.
            let _ = write!(line, "\\u{:04x}", u32::from(character));
        } else {
            line.push(character);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn lines_stay_lines() {
        for (text, expected) in [
            ("plain é", "plain é"),
            ("a\nb", "a\\u000ab"),
            ("\u{1b}[31m", "\\u001b[31m"),
            ("\u{2028}", "\\u2028"),
            ("a\u{202e}b", "a\\u202eb"),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }
}
