//! A text that is what a place asks for, for whoever shows one: examples in documentation.
//!
//! Texts that people know are tried before those that are made from the patterns, and every one is held against all
//! that is asked: what cannot be shown to fit is no example. (Texts of all kinds, to try programs with,
//! `odatype::sample` makes up.)

use odatype_table::Constraints;
use serde_json::Value;

use crate::pattern::Sketch;

/// Texts of many kinds.
const KNOWN: [&str; 16] = [
    "text",
    "a",
    "A",
    "1",
    "https://example.com/",
    "name@example.com",
    "+12025550123",
    "01234567-89ab-cdef-0123-456789abcdef",
    "2026-01-31",
    "2026-01-31T23:59:59Z",
    "23:59:59",
    "PT1H",
    "en-US",
    "1.0",
    "A-1",
    "",
];

/// A text that an `Edm.String` may be of which this is `asked`, as JSON; the same each time. `None` if none is known:
/// allowed values are not looked at.
#[must_use]
pub fn example_text<S: AsRef<str>>(asked: &Constraints<S>) -> Option<String> {
    let patterns: Vec<Sketch> =
        asked.patterns.iter().map(|pattern| Sketch::new(pattern.text.as_ref())).collect::<Option<_>>()?;
    let most = asked.max_length.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
    let fits = |text: &String| {
        text.chars().count() <= most
            && (!asked.is_ascii || text.is_ascii())
            && patterns.iter().all(|pattern| pattern.matches(text))
    };
    let known = KNOWN.iter().map(|text| (*text).to_owned());
    let mut found = known.chain(patterns.iter().flat_map(Sketch::texts));
    Some(Value::from(found.find(fits)?).to_string())
}

#[cfg(test)]
mod tests {
    use odatype_table::{Constraints, Pattern};

    use super::example_text;
    use crate::pattern::rewrite;

    fn example(patterns: &[&str], max_length: Option<u64>) -> Option<String> {
        let patterns: Vec<Pattern<String>> = patterns.iter().map(|text| rewrite(text).unwrap().pattern).collect();
        example_text(&Constraints { patterns, max_length, ..Constraints::default() })
    }

    #[test]
    fn texts_fit() {
        for (patterns, max_length, text) in [
            (&[][..], None, Some("text")),
            (&[], Some(3), Some("a")),
            (&[], Some(0), Some("")),
            (&["^[a-z]+$"], None, Some("text")),
            (&[r"^[Hh][Tt]{2}[Pp][Ss]://[^\s/?#]+([/?#]\S*)?$"], None, Some("https://example.com/")),
            (&[r"^[Hh][Tt]{2}[Pp][Ss]://[^\s/?#]+([/?#]\S*)?$"], Some(15), Some("https://abc")),
            (&[r"^\d{3}-\d{4}$"], None, Some("123-1234")),
            (&["^[A-F]{4}$"], None, Some("ABCD")),
            (&["^(red|green)!$"], None, Some("red!")),
            (&["^(red|green)!$", "n"], None, Some("green!")),
            (&["^(red|green)!$", "n"], Some(5), None),
            (&["^[0-9a-f]{64}$"], None, Some(&"abcdef".repeat(11)[..64])),
            (&["^[a-z]{3}$", "b", "c$"], None, Some("abc")),
            (&[r"^\w+ \w+$"], None, Some("abc abc")),
            (&["^x?y?z?$", "xyz"], None, Some("xyz")),
            (&[r"^(?!text|a|A|1).*\bb"], None, Some("b")),
            (&["^(?=.*[0-9])(?=.*[a-z]).{8,12}$"], None, Some("aA1-aA1-")),
            (&["^\"\\\\$"], None, Some("\"\\")),
            (&["[^\\s\\S]"], None, None),
            (&["^a{200}$"], None, None),
            (&[r"^(a)\1$"], None, None),
        ] {
            let text = text.map(|text| serde_json::Value::from(text).to_string());
            assert_eq!(example(patterns, max_length), text, "{patterns:?} {max_length:?}");
        }
        let asked =
            Constraints { patterns: vec![rewrite("^[^a-z]{3}é?$").unwrap().pattern], ..Constraints::default() };
        assert_eq!(example_text(&Constraints { is_ascii: true, ..asked }).as_deref(), Some("\"1.0\""));
    }
}
