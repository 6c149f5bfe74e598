//! What patterns are written as. (That it means the same to engines, `tests/agreement` holds.)

use super::rewrite;

fn rewritten(text: &str) -> String {
    rewrite(text).unwrap_or_else(|error| panic!("{text}: {error}")).pattern.text
}

/// `\b` or `\B`, where an engine that tracks back is needed anyway.
fn boundary(after_a_word: &str, after_none: &str) -> String {
    let word = "[0-9A-Z_a-z]";
    format!("(?:(?<={word})({after_a_word}{word})|(?<!{word})({after_none}{word}))")
}

#[test]
fn common_form() {
    for (text, expected) in [
        (r"^\d+$", "^[0-9]+$"),
        (r"\w", "[0-9A-Z_a-z]"),
        (".", r"[^\x0A\x0D\u2028\u2029]"),
        ("[^]", r"[\s\S]"),
        ("[]", r"[^\s\S]"),
        ("[a&&b]", "[&ab]"),
        ("[+--b]", "[+-\\-b]"),
        ("[a~~b]", "[ab~]"),
        ("[[a]", r"[\[a]"),
        (r"\cJ\x41\u0042\u{43}", r"\x0AABC"),
        ("(?<n>a)(b)", "(?:a)(?:b)"),
        (r"\-\@\a", "-@a"),
        ("]", r"\]"),
        ("a{", r"a\{"),
        ("}", r"\}"),
        ("\t", r"\x09"),
        ("é/", "é/"),
        (r"[\d\-/]", r"[\-\/-9]"),
        ("a{2,3}?b*c{4,}", "a{2,3}?b*c{4,}"),
        ("a|b|", "a|b|"),
        (r"\p{Script=Ogham}", r"[\u1680-\u169C]"),
        (r"\p{Lu}x", rewritten(r"\p{Uppercase_Letter}x").as_str()),
        (r"(a)\1", r"(a)(?:\1)"),
        (r"(?:(?<n>a)|(?<n>b))\k<n>", r"(?:(a)|(b))(?:\1\2)"),
        (r"(?<n>a)\k<n>0", r"(a)(?:\1)0"),
        (r"(?=a)(?<!b)", "(?=a)(?<!b)"),
        (r"\ba\B", r"\ba\B"),
        (r"\b(?=a)", &format!("{}(?=a)", boundary("?!", "?="))),
        (r"(a)\1\B", &format!(r"(a)(?:\1){}", boundary("?=", "?!"))),
        (r"\101\8", "A8"),
    ] {
        assert_eq!(rewritten(text), expected, "{text}");
    }
}

#[test]
fn what_no_linear_engine_runs() {
    let long = "a".repeat(10_001);
    let deep = format!("{}a{}", "(".repeat(60), ")".repeat(60));
    for (text, obstacle) in [
        (r"^(?<n>a)\k<n>$", Some("it refers back")),
        (r"(a)\1", Some("it refers back")),
        ("(?=a)", Some("it looks around")),
        ("(?<!a)b", Some("it looks around")),
        ("(?:(?:a{100}){100}){100}", Some("its repetitions are too long")),
        ("a{4294967295}", Some("its repetitions are too long")),
        (&long, Some("it is too long")),
        (&deep, Some("its groups nest too deep")),
        ("^[^]$", None),
        (r"^(\d{1,3}\.){3}\d{1,3}$", None),
    ] {
        let read = rewrite(text).unwrap();
        assert_eq!(read.obstacle, obstacle, "{text}");
        assert_eq!(read.pattern.is_linear, obstacle.is_none(), "{text}");
    }
}

#[test]
fn what_is_no_regular_expression() {
    for text in [
        "^(a$",
        "(?i)a",
        "a{2,1}",
        "[b-a]",
        "a)",
        "*a",
        "a**",
        "[a",
        "(?<n>a)(?<n>b)",
        r"(?<n>a)\k<m>",
        "\\",
        "(?<1",
        "^*",
        r"(?<n>a)\k",
    ] {
        assert!(rewrite(text).is_err(), "{text}");
    }
}
