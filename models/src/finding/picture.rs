//! Short pictures of values, safe to print.

use odatype_json::visible;

use super::privacy::values_are_hidden;

/// The most characters of a value that are shown.
const LONGEST: usize = 60;

/// A picture of the JSON text `json`: as it stands if it is short, cut if it is long; what it is where values are
/// hidden.
pub(crate) fn picture(json: &str) -> String {
    if values_are_hidden() { outline(json) } else { cut(json) }
}

/// `text` up to a certain length.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => visible(text),
        Some((end, _)) => visible(text.get(..end).unwrap_or(text)) + "…",
    }
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
    use super::{cut, outline};

    #[test]
    fn what_is_shown() {
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
