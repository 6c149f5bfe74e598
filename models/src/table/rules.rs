//! What the strict profile asks of a value beyond its shape.

use std::ops::RangeInclusive;
#[cfg(feature = "validate")]
use std::sync::OnceLock;

#[cfg(feature = "validate")]
use odatype_table::Pattern;
use odatype_table::{Bound, Constraints, Digits};

/// Constraints of a property or parameter, ready to be held against values.
#[derive(Debug)]
pub(crate) struct Rules {
    /// As the table has them.
    pub(crate) asked: Constraints<&'static str>,
    /// Whether nothing but patterns, and that it is ASCII, is asked of a text.
    #[cfg(feature = "validate")]
    asks_little: bool,
    /// The integers that keep all that is asked of a number, where that can be said of the machine's own.
    kept: Option<RangeInclusive<i64>>,
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
        let asks_no_more = asked.digits == Digits::default() && asked.multiples.is_empty() && asked.allowed.is_none();
        Self {
            #[cfg(feature = "validate")]
            asks_little: asks_no_more
                && asked.minimum.is_none()
                && asked.maximum.is_none()
                && asked.max_length.is_none(),
            kept: if asks_no_more { integers(&asked) } else { None },
            asked,
            #[cfg(feature = "validate")]
            matchers,
        }
    }

    /// Whether the number `text` surely keeps what is asked, which the slow way would tell of any.
    pub(crate) fn surely_kept_by_number(&self, text: &str) -> bool {
        let Some(kept) = &self.kept else { return false };
        text.parse().is_ok_and(|number: i64| kept.contains(&number))
    }

    /// Whether `text` surely keeps what is asked, which the slow way would tell of any.
    #[cfg(feature = "validate")]
    #[inline]
    pub(crate) fn surely_kept_by_text(&'static self, text: &str) -> bool {
        let matches = |regex: Option<&regex::Regex>| regex.is_some_and(|regex| regex.is_match(text));
        self.asks_little
            && (!self.asked.is_ascii || text.is_ascii())
            && self.compiled().all(|(_, regex)| matches(regex))
    }

    /// Each pattern, ready to be used if it can be.
    #[cfg(feature = "validate")]
    #[inline]
    fn compiled(
        &'static self,
    ) -> impl Iterator<Item = (&'static Pattern<&'static str>, Option<&'static regex::Regex>)> {
        let compile = |pattern: &Pattern<&'static str>| regex::Regex::new(&pattern.linear()?).ok();
        let patterns = self.asked.patterns.iter().zip(&self.matchers);
        patterns.map(move |(pattern, matcher)| (pattern, matcher.get_or_init(|| compile(pattern)).as_ref()))
    }

    /// Each pattern, and whether `text` matches it.
    #[cfg(feature = "validate")]
    pub(crate) fn matches(&'static self, text: &str) -> impl Iterator<Item = (&'static str, Match)> {
        self.compiled().map(move |(pattern, regex)| {
            let matched = match regex {
                None => Match::NotChecked,
                Some(regex) if regex.is_match(text) => Match::Matches,
                Some(_) => Match::Differs,
            };
            (pattern.text, matched)
        })
    }
}

/// The integers within the bounds, as far as both are the machine's.
fn integers(asked: &Constraints<&'static str>) -> Option<RangeInclusive<i64>> {
    let end = |bound: &Option<Bound<&'static str>>, unbounded: i64, inwards: i64| match bound {
        None => Some(unbounded),
        Some(bound) => bound.value.parse::<i64>().ok()?.checked_add(if bound.is_exclusive { inwards } else { 0 }),
    };
    Some(end(&asked.minimum, i64::MIN, 1)?..=end(&asked.maximum, i64::MAX, -1)?)
}

#[cfg(test)]
mod tests {
    use odatype_table::{Bound, Constraints, Digits};

    use super::Rules;

    #[test]
    fn numbers_that_surely_keep_the_rules() {
        let bound = |value, is_exclusive| Some(Bound { value, is_exclusive });
        let of = |minimum, maximum| Rules::new(Constraints { minimum, maximum, ..Constraints::default() });
        let ends = "-9223372036854775808";
        for (rules, kept, other) in [
            (of(bound("1", false), bound("3", false)), ["1", "3"], ["0", "4"]),
            (of(bound("1", true), bound("4", true)), ["2", "3"], ["1", "4"]),
            (of(None, bound("4", true)), [ends, "3"], ["4", "3.5"]),
            (of(bound(ends, false), None), [ends, "0"], ["1e0", "9223372036854775808"]),
        ] {
            assert!(kept.iter().all(|text| rules.surely_kept_by_number(text)), "{rules:?}");
            assert!(!other.iter().any(|text| rules.surely_kept_by_number(text)), "{rules:?}");
        }
    }

    #[test]
    fn what_only_the_slow_way_tells() {
        let bound = |value, is_exclusive| Some(Bound { value, is_exclusive });
        for asked in [
            Constraints { minimum: bound("0.5", false), ..Constraints::default() },
            Constraints { minimum: bound("9223372036854775807", true), ..Constraints::default() },
            Constraints { multiples: vec!["2"], ..Constraints::default() },
            Constraints { allowed: Some(vec!["1"]), ..Constraints::default() },
            Constraints { digits: Digits { total: Some(2), ..Digits::default() }, ..Constraints::default() },
        ] {
            assert!(!Rules::new(asked).surely_kept_by_number("6"));
        }
    }
}
