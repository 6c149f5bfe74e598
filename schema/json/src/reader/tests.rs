//! Accepting and refusing as RFC 8259 says: the kinds of case that public JSON parser suites try.

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
fn accepts_what_json_is() {
    for text in [
        "0",
        "-0",
        "-1",
        "1.5",
        "1e1",
        "1E+2",
        "1e-2",
        "0.1e23",
        "123456789012345678901234567890",
        "1e-999",
        "[]",
        " [ ] ",
        "{}",
        "[1 , 2]",
        "{ \"a\" : [ ] , \"b\":{}}",
        "null",
        "true",
        "false",
        "\"\"",
        r#""\u0000\/\"\\\b\f\n\r\t""#,
        r#""\uD83D\uDE00""#,
        "\"\u{7f}\u{2028}é\"",
        "\t\r\n 1 \n",
        "{\"\":0}",
        r#"["\u0041"]"#,
        "[[[[1]]]]",
        "[-0.0e-0]",
    ] {
        assert_eq!(check(text), Ok(Vec::new()), "{text}");
        assert!(serde_accepts(text), "{text}");
    }
}

#[test]
fn refuses_everything_else() {
    for text in [
        "",
        " ",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.e1",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "Infinity",
        "-Infinity",
        "1 2",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "]",
        "[1",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\" 1}",
        "{1:1}",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"a\nb\"",
        "\"\t\"",
        "'a'",
        "tru",
        "truex",
        "nul",
        "True",
        "[1]]",
        "{}}",
        "\u{feff}1",
        "// c\n1",
        "[1/**/]",
        "\u{a0}1",
        "\u{c}1",
        r#""\ud800""#,
        r#""\ud800\u0041""#,
        r#""\udc00""#,
        "1e999",
        "-1e999",
        "[\"a\",\n4\n,1,",
        "\0",
        "[\0]",
        "\"\0\"",
    ] {
        assert!(check(text).is_err(), "{text:?}");
        assert!(!serde_accepts(text), "{text:?}");
    }
}

/// The same verdict from a reader that shares no code with ours.
fn serde_accepts(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok()
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
fn tells_of_repeated_names_at_any_depth() {
    let text = r#"{"a":{"b":1,"\u0062":2},"c":[{"d":1,"d":2,"d":3}],"a":0}"#;
    assert_eq!(check(text), Ok(vec![r"\u0062".into(), "d".into(), "d".into(), "a".into()]));
}

#[test]
fn depth_is_bounded() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(check(&deep(MAX_DEPTH as usize)).is_ok());
    assert!(check(&deep(MAX_DEPTH as usize + 1)).is_err_and(|error| error.contains("127")));
    assert!(check(&deep(100_000)).is_err());
}
