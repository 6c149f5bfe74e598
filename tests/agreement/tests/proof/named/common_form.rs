//! Patterns in the common form: what engines of several kinds say of it is what one of ECMAScript's says of the
//! original.

use std::fmt::Write as _;

use odatype_schema::example_text;
use odatype_table::{Constraints, Pattern};

use crate::harness::Trial;

/// What the original says of `text`, by an engine that shares no code with ours.
fn original(pattern: &str) -> Option<regress::Regex> {
    regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern)).ok()
}

/// The common form of each of `patterns`, `None` of what is no regular expression.
fn rewritten(patterns: &[String]) -> Vec<Option<Pattern<String>>> {
    let mut properties = String::new();
    for (index, pattern) in patterns.iter().enumerate() {
        let pattern = serde_json::to_string(pattern).unwrap();
        write!(properties, r#", "p{index}": {{"@V.Pattern": {pattern}}}"#).unwrap();
    }
    let trial = Trial::of(&format!(r#""T": {{"$Kind": "ComplexType"{properties}}}"#), "");
    let of_each = trial.table.rows[0].structured().unwrap().own.iter().map(|member| &member.place.constraints.patterns);
    of_each.map(|patterns| patterns.first().cloned()).collect()
}

/// A pattern in the common form that is an engine's at a time.
struct Read {
    original: String,
    common: Pattern<String>,
    texts: Vec<String>,
}

/// Holds the verdicts of the original and of the common form, read by all engines at hand, on each of the texts against
/// each other, and the common form of the common form against it.
fn agree(all: &[Read]) {
    let again = rewritten(&all.iter().map(|read| read.common.text.clone()).collect::<Vec<_>>());
    for (read, again) in all.iter().zip(again) {
        let common = &read.common.text;
        let again = again.unwrap_or_else(|| panic!("{:?} is {common:?}, which is none", read.original));
        assert!(again.text == *common || !read.common.is_linear, "{:?}: written once, it stays", read.original);
        agree_on(&read.original, &read.common, &read.texts);
    }
}

/// How many of the patterns have an example in documentation, all of which match the original.
fn examples(all: &[Read]) -> usize {
    let match_it = |read: &&Read| {
        let asked = Constraints { patterns: vec![read.common.clone()], ..Constraints::default() };
        let Some(example) = example_text(&asked) else { return false };
        let text: String = serde_json::from_str(&example).unwrap();
        assert!(original(&read.original).unwrap().find(&text).is_some(), "{:?} does not match {text:?}", read.original);
        true
    };
    all.iter().filter(match_it).count()
}

fn agree_on(pattern: &str, read: &Pattern<String>, texts: &[String]) {
    let original = original(pattern).unwrap();
    let common = &read.text;
    assert!(!common.contains(char::is_control), "{pattern:?}");
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
    let patterns: Vec<String> = PATTERNS.iter().map(|pattern| (*pattern).to_owned()).collect();
    let read = |(original, common): (String, Option<Pattern<String>>)| {
        let common = common.unwrap_or_else(|| panic!("{original:?} is no pattern"));
        Read { original, common, texts: texts() }
    };
    let common = rewritten(&patterns).into_iter().zip(patterns);
    let all: Vec<Read> = common.map(|(common, original)| read((original, common))).collect();
    agree(&all);
    // Not those that nothing matches, that refer back, or that ask for something before what they match.
    assert_eq!((examples(&all), all.len()), (65, 72));
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
    let made: Vec<(String, Vec<String>)> =
        (0..2000).map(|_| (pick(PARTS, 7), (0..12).map(|_| pick(LETTERS, 5)).collect())).collect();
    let common = rewritten(&made.iter().map(|(pattern, _)| pattern.clone()).collect::<Vec<_>>());
    let (mut known, mut wrong) = (Vec::new(), 0);
    for ((pattern, texts), common) in made.into_iter().zip(common) {
        match original(&pattern) {
            Some(_) if is_lenient(&pattern) => {}
            Some(_) => {
                let common = common.unwrap_or_else(|| panic!("{pattern:?} is a pattern"));
                known.push(Read { original: pattern, common, texts });
            }
            None => {
                wrong += 1;
                assert_eq!(common, None, "{pattern:?}");
            }
        }
    }
    assert!(known.len() > 500 && wrong > 100, "{} {wrong}", known.len());
    agree(&known);
    let count = examples(&known);
    // Of the others most have an anchor where nothing can be, or refer back.
    assert!(count * 4 > known.len() * 3, "{count} of {}", known.len());
}
