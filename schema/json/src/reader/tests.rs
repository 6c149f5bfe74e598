//! What errors say, and the reader's own rules. What is JSON and what is not is tried in `tests/rfc8259`.

use super::{MAX_DEPTH, Reader};

fn check(text: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader::new(text);
    let mut repeated = Vec::new();
    reader
        .skip(&mut |name| repeated.push(text[name.span.start..name.span.end].to_owned()))
        .map_err(|e| e.to_string())?;
    reader.end().map_err(|e| e.to_string())?;
    Ok(repeated)
}

#[test]
fn places_of_errors() {
    for (text, message) in [
        ("[1,", "the text ends before the value does at byte 3"),
        ("{\"a\" 1}", "expected `:` after the member name at byte 5"),
        ("[1 2]", "expected `,` or `]` at byte 3"),
        ("\"a\u{1}\"", "a control character in a string must be escaped at byte 2"),
        ("1e999", "number out of range at byte 0"),
        ("1 1", "expected nothing after the value at byte 2"),
    ] {
        assert_eq!(check(text), Err(message.to_owned()), "{text}");
    }
}

#[test]
fn tells_of_white_space_and_of_escapes_in_names() {
    for (json, shortest) in [
        (r#"{"a b":[1," \n",{}]}"#, true),
        ("1", true),
        (" 1", false),
        ("[1 ]", false),
        (r#"{"a": 1}"#, false),
        (r#"{"a" :1}"#, false),
        (r#"{"\u0061":1}"#, false),
    ] {
        let mut reader = Reader::new(json);
        reader.skip(&mut |_| {}).unwrap();
        assert_eq!(reader.is_shortest(), shortest, "{json}");
    }
}

#[test]
fn tells_of_repeated_names_at_any_depth() {
    let text = r#"{"a":{"b":1,"\u0062":2},"c":[{"d":1,"d":2,"d":3}],"a":0}"#;
    assert_eq!(check(text), Ok(vec![r"\u0062".into(), "d".into(), "d".into(), "a".into()]));
}

#[test]
fn depth_is_bounded() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(check(&deep(MAX_DEPTH)).is_ok());
    assert!(check(&deep(MAX_DEPTH + 1)).is_err_and(|error| error.contains("127")));
    assert!(check(&deep(100_000)).is_err());
}
