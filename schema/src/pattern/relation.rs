//! Which part of a text a pattern matches: a matcher for texts that are short, and known when code is generated.

use super::{set::Set, tree::Node};

/// A text is looked at if it has no more characters than this: a place in it, the end included, is a bit.
pub(super) const LONGEST: usize = u128::BITS as usize - 1;

/// For each place in a text, at which places a part of the pattern that begins there may end: each place is a bit.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Relation(Vec<u128>);

/// Whether `pattern` matches somewhere in `text`; `None` if that cannot be told: it refers back, or the text is too
/// long.
pub(super) fn matches(pattern: &Node, text: &str) -> Option<bool> {
    let text: Vec<char> = text.chars().collect();
    if text.len() > LONGEST {
        return None;
    }
    Some(relation(pattern, &text)?.0.iter().any(|ends| *ends != 0))
}

/// Each part is looked at once for all places, so that no pattern takes long, however its repetitions nest.
fn relation(pattern: &Node, text: &[char]) -> Option<Relation> {
    Some(match pattern {
        Node::Alternatives(parts) => {
            let none = Relation(vec![0; text.len() + 1]);
            parts.iter().try_fold(none, |all, part| Some(all.or(&relation(part, text)?)))?
        }
        Node::Sequence(parts) => {
            parts.iter().try_fold(stay(text, |_| true), |all, part| Some(all.then(&relation(part, text)?)))?
        }
        Node::Set(set) => {
            let mut places: Vec<u128> =
                (1..).zip(text).map(|(end, character)| u128::from(set.has(*character)) << end).collect();
            places.push(0);
            Relation(places)
        }
        Node::Start => stay(text, |place| place == 0),
        Node::End => stay(text, |place| place == text.len()),
        Node::Boundary { is_negated } => {
            let word = Set::word();
            let is_word = |place: Option<usize>| place.and_then(|at| text.get(at)).is_some_and(|at| word.has(*at));
            stay(text, |place| (is_word(place.checked_sub(1)) != is_word(Some(place))) != *is_negated)
        }
        Node::Group { inner, .. } => relation(inner, text)?,
        Node::Repeat { inner, least, most, .. } => {
            let once = relation(inner, text)?;
            let perhaps = once.or(&stay(text, |_| true));
            // What does not move on may be left out, so that more than one for each place adds nothing.
            let more = most.map_or(u32::MAX, |most| most.saturating_sub(*least)).min(u128::BITS);
            once.times(*least, text).then(&perhaps.times(more, text))
        }
        Node::Look { is_behind, is_negated, inner } => {
            let inner = relation(inner, text)?;
            let ends = inner.0.iter().fold(0, |all, ends| all | ends);
            let is_there = |place: usize| {
                if *is_behind { ends & bit(place) != 0 } else { inner.0.get(place).is_some_and(|ends| *ends != 0) }
            };
            stay(text, |place| is_there(place) != *is_negated)
        }
        Node::Reference(_) => return None,
    })
}

impl Relation {
    fn or(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(left, right)| left | right).collect())
    }

    /// This, and the other where it ends.
    fn then(&self, next: &Self) -> Self {
        let through = |ends: &u128| {
            let places = next.0.iter().enumerate().filter(|(place, _)| ends & bit(*place) != 0);
            places.fold(0, |all, (_, ends)| all | ends)
        };
        Self(self.0.iter().map(through).collect())
    }

    /// This so many times, by squaring.
    fn times(&self, mut count: u32, text: &[char]) -> Self {
        let mut all = stay(text, |_| true);
        let mut power = self.clone();
        while count > 0 {
            if count % 2 == 1 {
                all = all.then(&power);
            }
            count /= 2;
            if count > 0 {
                power = power.then(&power);
            }
        }
        all
    }
}

/// What takes no character, and is there at some places.
fn stay(text: &[char], is_there: impl Fn(usize) -> bool) -> Relation {
    Relation((0..=text.len()).map(|place| if is_there(place) { bit(place) } else { 0 }).collect())
}

fn bit(place: usize) -> u128 {
    1 << place
}

#[cfg(test)]
mod tests {
    use super::{super::parse::Parser, LONGEST, matches};

    #[test]
    fn what_matches() {
        let long = "a".repeat(LONGEST);
        for (pattern, text, expected) in [
            ("", "", Some(true)),
            ("b", "abc", Some(true)),
            ("^b", "abc", Some(false)),
            ("c$", "abc", Some(true)),
            ("^(a|bc)*$", "abcbca", Some(true)),
            ("^(a|bc)*$", "abca b", Some(false)),
            ("^a{2,3}$", "a", Some(false)),
            ("^a{2,3}$", "aaa", Some(true)),
            ("^a{2,3}$", "aaaa", Some(false)),
            ("^(a*)*$", &long, Some(true)),
            ("^((((((a*)*)*)*)*)*)*b$", &long, Some(false)),
            ("^(a{0,5000}){5000}$", &long, Some(true)),
            ("^(){4294967295}$", "", Some(true)),
            ("^a{126}$", &long, Some(false)),
            ("^a{127}$", &long, Some(true)),
            ("a", &"a".repeat(LONGEST + 1), None),
            (r"\bb\b", "a b c", Some(true)),
            (r"\Bb\B", "a b c", Some(false)),
            (r"\Bb\B", "abc", Some(true)),
            ("a(?=b)", "ac", Some(false)),
            ("a(?!b)", "ac", Some(true)),
            ("(?<=a)b", "ab", Some(true)),
            ("(?<!a)b", "ab", Some(false)),
            (r"(a)\1", "aa", None),
            ("[^]", "", Some(false)),
        ] {
            let node = Parser::new(pattern, true).pattern().or_else(|_| Parser::new(pattern, false).pattern()).unwrap();
            assert_eq!(matches(&node, text), expected, "{pattern} {text}");
        }
    }
}
