//! Short pictures of values, safe to print.

use std::fmt::Write as _;

use super::privacy::values_are_hidden;

/// The most characters of a value that are shown.
const LONGEST: usize = 60;

/// A picture of the JSON text `json`: as it stands if it is short, cut if it is long; what it is where values are hidden.
pub(crate) fn picture(json: &str) -> String {
    if values_are_hidden() { outline(json) } else { cut(json) }
}

/// `text` up to a certain length.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => safe(text),
        Some((end, _)) => safe(text.get(..end).unwrap_or(text)) + "…",
    }
}

/// `text` with everything escaped that could make a terminal or a reader see something else: control characters, and those
/// that change the direction of text.
pub(crate) fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_misread(character) {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

/// Whether it is a control character, a mark of direction, a separator of lines or paragraphs, or the byte order mark.
pub(super) fn is_misread(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What the JSON text `json` is, without saying it.
fn outline(json: &str) -> String {
    match json.as_bytes().first() {
        Some(b'"') => {
            let inside = json.get(1..json.len().saturating_sub(1)).unwrap_or("");
            format!("a string of {} characters", odatype_json::unescape(inside).chars().count())
        }
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "an array".to_owned(),
        Some(b't' | b'f') => "a boolean".to_owned(),
        Some(b'n') => "null".to_owned(),
        _ => "a number".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, outline, safe};

    #[test]
    fn what_is_shown() {
        assert_eq!(safe("a\u{1b}[31m\u{202e}b\u{feff}"), "a\\u{1b}[31m\\u{202e}b\\u{feff}");
        assert_eq!(cut(&"é".repeat(61)), "é".repeat(60) + "…");
        assert_eq!(cut("12"), "12");
    }

    #[test]
    fn what_is_hidden() {
        for (json, told) in [
            (r#""a\u0062c""#, "a string of 3 characters"),
            ("{}", "an object"),
            ("[1]", "an array"),
            ("true", "a boolean"),
            ("null", "null"),
            ("-1.5", "a number"),
        ] {
            assert_eq!(outline(json), told);
        }
    }
}
