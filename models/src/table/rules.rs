//! What the strict profile asks of a value beyond its shape.

#[cfg(feature = "validate")]
use std::sync::OnceLock;

use odatype_table::Constraints;

/// Constraints of a property or parameter, ready to be held against values.
#[derive(Debug)]
pub(crate) struct Rules {
    /// As the table has them.
    pub(crate) asked: Constraints<&'static str>,
    /// A matcher for each of the patterns, made when a value first stands there.
    #[cfg(feature = "validate")]
    matchers: Box<[OnceLock<Option<regex::Regex>>]>,
}

/// What came of holding a text against a pattern.
#[cfg(feature = "validate")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Matches,
    Differs,
    /// No engine without backtracking can tell.
    NotChecked,
}

impl Rules {
    pub(super) fn new(asked: Constraints<&'static str>) -> Self {
        #[cfg(feature = "validate")]
        let matchers = asked.patterns.iter().map(|_| OnceLock::new()).collect();
        Self {
            asked,
            #[cfg(feature = "validate")]
            matchers,
        }
    }

    /// Each pattern, and whether `text` matches it.
    #[cfg(feature = "validate")]
    pub(crate) fn matches(&'static self, text: &str) -> impl Iterator<Item = (&'static str, Match)> {
        self.asked.patterns.iter().zip(&self.matchers).map(move |(pattern, matcher)| {
            let compiled = matcher.get_or_init(|| regex::Regex::new(&pattern.linear()?).ok());
            let matched = match compiled {
                None => Match::NotChecked,
                Some(regex) if regex.is_match(text) => Match::Matches,
                Some(_) => Match::Differs,
            };
            (pattern.text, matched)
        })
    }
}
