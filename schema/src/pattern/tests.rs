//! Each pattern in the common form against an ECMA-262 engine that reads the original.

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
        let error = rewrite(text).expect_err(text);
        assert!(
            regress::Regex::with_flags(text, "u").is_err() && regress::Regex::new(text).is_err(),
            "{text}: {error}"
        );
    }
}

/// What the original says of `text`, by an engine that shares no code with ours.
fn original(pattern: &str) -> Option<regress::Regex> {
    regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern)).ok()
}

/// The verdicts of the original and of the common form, read by all engines at hand, on each of `texts`.
fn agree(pattern: &str, texts: &[String]) {
    let Some(original) = original(pattern) else { return };
    let read = rewrite(pattern).unwrap_or_else(|error| panic!("{pattern:?}: {error}"));
    let common = &read.pattern.text;
    assert!(!common.contains(char::is_control), "{pattern:?}");
    let again = rewrite(common).unwrap_or_else(|error| panic!("{pattern:?} is {common:?}: {error}"));
    if read.pattern.is_linear {
        assert!(again.pattern.text == *common, "{pattern:?}: written once, it stays");
    }
    let read_by = |flags: &str| regress::Regex::with_flags(common, flags);
    let fails = |flags: &str, error: regress::Error| -> regress::Regex {
        panic!("{pattern:?} is {common:?}, {flags}: {error}")
    };
    let mut ecma: Vec<regress::Regex> =
        ["u", ""].iter().map(|flags| read_by(flags).unwrap_or_else(|error| fails(flags, error))).collect();
    match read_by("v") {
        Ok(engine) => ecma.push(engine),
        // The engine at hand refuses `[:?]`, where only `[::]` is reserved.
        Err(error) if error.to_string() == "Invalid class set character" => {}
        Err(error) => drop(fails("v", error)),
    }
    let linear = read
        .pattern
        .linear()
        .map(|text| regex::Regex::new(&text).unwrap_or_else(|error| panic!("{pattern:?} is {common:?}: {error}")));
    for text in texts {
        let expected = original.find(text).is_some();
        for engine in &ecma {
            assert_eq!(engine.find(text).is_some(), expected, "{pattern:?} is {common:?} on {text:?}");
        }
        if let Some(linear) = &linear {
            assert_eq!(linear.is_match(text), expected, "{pattern:?} is {common:?} on {text:?}");
        }
    }
}

const PATTERNS: &[&str] = &[
    r"^\d+$",
    r"^\w+$",
    r"^\s$",
    r"^\D$",
    r"^\W$",
    r"^\S$",
    "^.$",
    "^[^]$",
    "^[]$",
    "^[a&&b]$",
    "^[+--z]$",
    "^[a~~b]$",
    "^[[a]$",
    r"^\cA$",
    r"^\x41$",
    r"^\u00e9$",
    r"^\u{1F600}$",
    r"^\uD83D\uDE00$",
    r"^[\u{1F600}-\u{1F610}]$",
    "^(?<n>a)b$",
    r"^(?<n>a)\k<n>$",
    r"^\-$",
    r"^\@$",
    "^]$",
    "^{$",
    "^a{,2}$",
    r"^\p{L}+$",
    r"^\P{L}+$",
    r"^\p{Script=Greek}$",
    r"^[\p{Lu}\d]+$",
    r"\bfoo\b",
    r"\Boo",
    r"^(?=.)\b",
    r"^(?!x).*\B$",
    r"(a)\1\b",
    r"^(a)?\b\1\B",
    "^(?=a).b",
    "^(?!a).$",
    "(?<=a)b",
    "^(a|b)*c$",
    "^$",
    "",
    r"^[\d-x]$",
    r"^[\w-]+$",
    r"^[^\s]$",
    r"^[^\W_]$",
    r"^[\b]$",
    r"^\0$",
    r"^\101$",
    r"^(a)(b)?\2$",
    "^[^a-z]$",
    r"^[A-Za-z0-9+/]*={0,2}$",
    r"^([0-9]{1,3}\.){3}[0-9]{1,3}$",
    "^(?:a|ab)(?:c|bcd)$",
    "^a{0}$",
    "^(a?){3}$",
    "^[\u{e000}]$",
    "^[\u{d7ff}-\u{e001}]$",
    r"^[.\/]$",
    r"^\/$",
    "^[$^]$",
    "^a|b$",
    "^(|a)$",
    "^[\\]\\\\]$",
    "^[-a]$",
    "^[a-]$",
    r"^[\uD800-\uDFFF]$",
    r"^[^\uD800-\uDFFF]$",
    "^#x y$",
    r"^\c$",
    r"^[\c]$",
    r"^[\c1]$",
];

fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        "a",
        "b",
        "ab",
        "aa",
        "aab",
        "abc",
        "c",
        "aac",
        "abcd",
        "abbcd",
        "foo",
        "a foo b",
        "foot",
        "123",
        "1.2.3.4",
        "\u{663}",
        "\u{e9}",
        "E",
        "_",
        "-",
        "--",
        "&",
        "~",
        "[",
        "]",
        "{",
        "}",
        "a{,2}",
        "\n",
        "\r",
        "\u{2028}",
        "\t",
        " ",
        "\u{a0}",
        "\u{feff}",
        "\u{85}",
        "\u{200b}",
        "\u{1}",
        "\u{8}",
        "\0",
        "\u{11}",
        "\u{1F600}",
        "\u{1F605}",
        "\u{3b1}",
        "\u{4e2d}",
        "@",
        "A",
        "x",
        "^",
        "$",
        "/",
        "\\",
        ".",
        "QUJD",
        "QQ==",
        "\u{d7ff}",
        "\u{e000}",
        "\u{e001}",
        "#x y",
        "\\c",
        "c1",
        "aba",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.extend((0..128_u8).map(|byte| char::from(byte).to_string()));
    texts
}

#[test]
fn common_form_means_the_same() {
    let texts = texts();
    for pattern in PATTERNS {
        assert!(original(pattern).is_some(), "{pattern:?} is no ECMA-262 pattern");
        agree(pattern, &texts);
    }
}

/// Patterns of small parts put together, the same at each run.
#[test]
fn generated_patterns_mean_the_same() {
    const PARTS: &[&str] = &[
        "a", "b", ".", r"\d", r"\w", r"\s", r"\S", "[ab]", "[^a]", "[a-c&&]", r"[\w-]", "(a|b)", "(?:ab)", "(?<n>b)",
        "|", "^", "$", r"\b", r"\-", "]", "{", r"\u0061", "é", r"\p{L}", "*", "+", "?", "{2}", "{1,2}", "(", ")", "[",
        r"\1", "(?=a)",
    ];
    const LETTERS: &[&str] = &["a", "b", "c", "é", "1", " ", "-", "]", "{", "\n", "\u{1F600}"];
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % 1_000_003).unwrap_or(0) % limit
    };
    let mut pick = |from: &[&str], most: usize| -> String {
        let count = 1 + random(most);
        (0..count).map(|_| from[random(from.len())]).collect()
    };
    // The engine at hand repeats assertions, which ECMA-262 does not have.
    let is_lenient = |pattern: &str| {
        ["^", "$", r"\b"]
            .iter()
            .any(|assertion| ["*", "+", "?", "{"].iter().any(|times| pattern.contains(&format!("{assertion}{times}"))))
    };
    let (mut known, mut wrong) = (0, 0);
    for _ in 0..2000 {
        let pattern = pick(PARTS, 7);
        let texts: Vec<String> = (0..12).map(|_| pick(LETTERS, 5)).collect();
        match original(&pattern) {
            Some(_) if is_lenient(&pattern) => {}
            Some(_) => {
                known += 1;
                agree(&pattern, &texts);
            }
            None => {
                wrong += 1;
                assert!(rewrite(&pattern).is_err(), "{pattern:?}");
            }
        }
    }
    assert!(known > 500 && wrong > 100, "{known} {wrong}");
}
