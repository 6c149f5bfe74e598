//! Where a piece of a text that may be no JSON ends.

/// Where the token that starts at `start` of `text` ends, at the end of its line at the latest: a string with its
/// quotes, a bracket, a word or number.
pub(crate) fn token_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let length = match rest.chars().next() {
        None | Some('\r' | '\n') => 0,
        Some('"') => string_length(rest),
        // A character that ends tokens is one itself.
        Some(first) => rest.find(ENDS).unwrap_or(rest.len()).max(first.len_utf8()),
    };
    start + length
}

/// Where what is marked ends of the value at `start..end` of `text`: all of it within a line; of a container that is
/// long, its bracket.
pub(crate) fn marked(text: &str, start: usize, end: usize) -> usize {
    const LONGEST: usize = 80;
    let value = text.get(start..end).unwrap_or("");
    let is_long = value.starts_with(['{', '[']) && (value.len() > LONGEST || value.contains('\n'));
    if is_long || value.is_empty() { token_end(text, start) } else { end }
}

/// What ends a word or number.
const ENDS: [char; 11] = [' ', '\t', '\r', '\n', ',', ':', '"', '{', '}', '[', ']'];

/// How long the string is, with its quotes, that `text` begins with: up to the line's end if the string does not end
/// before.
pub(crate) fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'\r' | b'\n' => return at,
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::token_end;

    #[test]
    fn ends() {
        for (text, token) in [
            (r#""a\"b", 1"#, r#""a\"b""#),
            (r#""a\\","b""#, r#""a\\""#),
            ("\"open\nnext\"", "\"open"),
            ("-1.5}", "-1.5"),
            ("{}", "{"),
            ("]", "]"),
            ("é: 1", "é"),
            ("true\r\n", "true"),
            ("\n", ""),
            ("", ""),
        ] {
            assert_eq!(text.get(..token_end(text, 0)), Some(token), "{text:?}");
        }
    }
}
