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

/// Methods called in any order, at any place of any text.
#[test]
fn no_order_of_calls_panics() {
    let texts = [
        "",
        "}",
        "]",
        ",",
        "{\"a\":[1,{\"\\u00e9\":\"é\"}],\"b\":-1.5e3}",
        "é\u{1F600}",
        "[[[]]]",
        "\"\\",
        "\\u12",
        "tru",
        "-",
    ];
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below).unwrap()
    };
    for _ in 0..20_000 {
        let text = texts[random(texts.len() as u64)];
        let mut reader = Reader::new(text);
        for _ in 0..random(30) {
            match random(13) {
                0 => drop(reader.enter()),
                1 => drop(reader.next_member(random(2) == 0)),
                2 => drop(reader.next_item(random(2) == 0)),
                3 => reader.bump(random(9)),
                4 => reader.rewind(random(40)),
                5 => drop(reader.name().map(|name| reader.slice(name.span).len())),
                6 => drop(reader.string().map(|name| reader.slice(name.span).len())),
                7 => drop(reader.number().map(|number| reader.slice(number.span).len())),
                8 => drop(reader.word(["true", "null", ""][random(3)])),
                9 => drop(reader.skip(&mut |_| {})),
                10 => drop(reader.end()),
                11 => drop(reader.peek()),
                _ => drop(reader.error(crate::Problem::ExpectedValue).to_string()),
            }
            assert!(reader.position() <= text.len() && reader.rest().len() <= text.len());
        }
    }
    assert!(Reader::new("}").next_member(true).is_err() && Reader::new("]").next_item(false).is_err());
}
