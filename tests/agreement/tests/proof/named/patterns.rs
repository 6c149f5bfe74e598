//! Patterns: ECMA-262, whatever engine runs them. `regress`, which is one of ECMAScript's, says what is right.

use std::fmt::Write as _;

use odatype::{Level, json_schema::Validator, validate::Profile};
use odatype_agreement::json::Json;

use super::case::{BAD, Exact, GOOD, members};
use crate::harness::{Judges, Reads, Report, Trial, hold};

/// Patterns and texts, all with all.
const PATTERNS: &[&str] = &[
    r"^\d+$",
    r"^\w+$",
    r"^\s$",
    r"^\S+$",
    r"^.$",
    r"^[^\w]$",
    r"\bab\b",
    r"^[a&&b]$",
    r"^[^]$",
    r"^[\s\S]*$",
    r"^\p{Lu}$",
    r"^\P{L}+$",
    r"^\u0041$",
    r"^\u{1F600}$",
    r"^\x41$",
    r"^(?<n>a)b$",
    r"^a{2,3}$",
    r"^a{2,3}?$",
    r"^\/$",
    r"^[\-\]]$",
    r"a|^b$",
    r"^(a|b)*c$",
    r"^\cJ$",
    r"^[\b]$",
    r"^\0$",
    r"^$",
    r"^[\d\-x]+$",
    r"^(?:a)(b)?$",
    r"^\u{61}+$",
    r"^[\u{1F600}-\u{1F64F}]+$",
    r"^[^a]$",
    r"\.",
    r"^\t\v\f\r\n$",
];

const TEXTS: &[&str] = &[
    "",
    "a",
    "b",
    "c",
    "ab",
    "aa",
    "aaa",
    "aaaa",
    "A",
    "_",
    "1",
    "12",
    "\u{663}",
    "\u{e9}",
    "\u{c9}",
    "\u{feff}",
    "\u{a0}",
    "\u{180e}",
    "\u{85}",
    "\u{2028}",
    "\n",
    "\r",
    " ",
    "\u{1f600}",
    "-",
    "]",
    "&",
    "/",
    ".",
    "x-1",
    "ab c",
    "\u{8}",
    "\u{0}",
    "abc",
    "aac",
    "\t\u{b}\u{c}\r\n",
    "\u{17f}",
    "\u{212a}",
    "a\n",
    "\u{2d}",
    "\u{430}",
];

#[test]
fn all_with_all() {
    let mut properties = String::new();
    for (index, pattern) in PATTERNS.iter().enumerate() {
        let pattern = serde_json::to_string(pattern).unwrap();
        write!(properties, r#", "p{index}": {{"@V.Pattern": {pattern}}}"#).unwrap();
    }
    let trial = Trial::of(&format!(r#""T": {{"$Kind": "ComplexType"{properties}}}"#), "");
    assert_eq!(trial.warnings, "");
    let mut judges = Judges::new(&trial);
    let mut report = Report::default();
    for (index, pattern) in PATTERNS.iter().enumerate() {
        // As ECMA-262 has it with `u`, and where that is an error without it.
        let with = |flags: &str| regress::Regex::with_flags(pattern, flags);
        let regex = with("u").or_else(|_| with("")).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        for text in TEXTS {
            let is_right = regex.find(text).is_some();
            let payload = format!(r#"{{"p{index}":{}}}"#, serde_json::to_string(text).unwrap());
            report.negative += usize::from(!is_right);
            let outcome = hold(&trial, &mut judges, "ns.T", &payload, &mut report);
            let json = outcome.json.map(|[_, strict, _]| strict);
            // Engines differ on boundaries of words, which JSON Schema therefore only has in a comment.
            let is_said = is_right || pattern.contains(r"\bab");
            if outcome.strict != is_right || !json.as_ref().is_some_and(|json| json.all_say(is_said)) {
                report.disagree(
                    format!("strict {}, JSON Schema {json:?}", outcome.strict),
                    format!("{pattern} {payload}"),
                );
            }
        }
    }
    report.settle("patterns");
}

#[test]
fn those_of_the_review() {
    let trial = Trial::of(
        r#""T": {"$Kind": "ComplexType", "digits": {"@V.Pattern": "^\\d+$"}, "word": {"@V.Pattern": "^\\w+$"},
            "space": {"@V.Pattern": "^\\s$"}, "any": {"@V.Pattern": "^[^]$"}, "class": {"@V.Pattern": "^[a&&b]$"}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""digits":"\u0663""#, BAD, Exact),
            (r#""word":"\u00e9""#, BAD, Exact),
            (r#""space":"\ufeff""#, GOOD, Exact),
            (r#""any":"\n""#, GOOD, Exact),
            (r#""any":"""#, BAD, Exact),
            (r#""class":"&""#, GOOD, Exact),
            (r#""class":"c""#, BAD, Exact),
        ],
    );
}

/// In metadata a warning and not applied, in an overlay a fault.
#[test]
fn what_is_no_pattern() {
    for pattern in [
        "^(a$",
        "(?i)a",
        "[b-a]",
        "a**",
        "(?<n>a)(?<n>b)",
        "\\",
        "(?<a",
        "(?<1",
        "{",
        "a{2,1}",
        "a)",
        "*a",
        "[a",
        "^*",
        r"(?<n>a)\k<m>",
        r"(?<n>a)\k",
    ] {
        let said = serde_json::to_string(pattern).unwrap();
        let trial = Trial::of(&format!(r#""T": {{"$Kind": "ComplexType", "p": {{"@V.Pattern": {said}}}}}"#), "");
        let is_one = ["u", ""].iter().any(|flags| regress::Regex::with_flags(pattern, *flags).is_ok());
        assert_eq!(trial.warnings.is_empty(), is_one, "{pattern}: {}", trial.warnings);
        if !is_one {
            members(&trial, "ns.T", &[(r#""p":"zzz""#, GOOD, Exact), (r#""p":null"#, BAD, Exact)]);
        }
        let overlay = format!(r#""T": {{"$Kind": "ComplexType", "p": {{"@V.Pattern": {said}}}}}"#);
        assert_eq!(Trial::try_of(r#""T": {"$Kind": "ComplexType", "p": {}}"#, &overlay).is_ok(), is_one, "{pattern}");
    }
}

/// The finding "not checked" by the decoder and by our validator, and JSON Schema with an engine that tracks back
/// decides.
#[test]
fn patterns_that_look_around_or_refer_back() {
    let trial = Trial::of(
        r#""T": {"$Kind": "ComplexType", "look": {"@V.Pattern": "^(?=ab)"}, "back": {"@V.Pattern": "^(?<n>a)\\k<n>$"},
            "both": {"$MaxLength": 3, "@V.Pattern": "^(?!x)"}, "word": {"@V.Pattern": "^(?=a).\\b"},
            "middle": {"@V.Pattern": "^(.)\\B.\\1"}, "long": {"@V.Pattern": "^\\ba{5000}"}}"#,
        "",
    );
    assert_eq!(trial.warnings.matches("not checked").count(), 6, "{}", trial.warnings);
    let mut judges = Judges::new(&trial);
    let mut report = Report::default();
    for (payload, strict, json) in [
        (r#"{"look":"abc"}"#, true, true),
        (r#"{"look":"xab"}"#, true, false),
        (r#"{"back":"aa"}"#, true, true),
        (r#"{"back":"ab"}"#, true, false),
        (r#"{"both":"abcd"}"#, false, false),
        (r#"{"both":"abc"}"#, true, true),
        (r#"{"word":"a b"}"#, true, true),
        (r#"{"word":"ab"}"#, true, false),
        (r#"{"word":"a_"}"#, true, false),
        // A boundary of ASCII's words, not of Unicode's.
        (r#"{"word":"aé"}"#, true, true),
        (r#"{"middle":"aba"}"#, true, true),
        (r#"{"middle":"éaé"}"#, true, false),
        (r#"{"middle":"- -"}"#, true, true),
        (r#"{"long":"ab"}"#, true, false),
    ] {
        report.tried += 1;
        let profile = Profile::Strict;
        let found = trial.schema.validate("ns.T", payload.as_bytes(), profile).unwrap();
        assert_eq!(found.is_valid(), strict, "{payload}: {found}");
        let theirs = Validator::new(trial.schema, profile).validate_as("ns.T", payload.as_bytes()).unwrap();
        for found in [found, theirs] {
            let unchecked = found.iter().filter(|finding| finding.level() == Level::NotChecked);
            let pointers: Vec<String> = unchecked.map(odatype::Finding::pointer).collect();
            let member = payload[2..].split('"').next().unwrap_or_default();
            assert_eq!(pointers, [format!("/{member}")], "{payload}: {found}");
        }
        let value = serde_json::from_str(payload).unwrap();
        let said = judges.say("ns.T", profile, &value, Reads::of(&Json::parse(payload)));
        assert_eq!(said.jsonschema.is_valid, json, "{payload}");
    }
}
