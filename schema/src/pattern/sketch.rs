//! Texts for a pattern, as a person would write them.

use super::{
    parse::Parser,
    relation::{LONGEST, matches},
    set::Set,
    tree::Node,
};

/// A pattern of more parts is not looked into.
const MAX_SIZE: usize = 1_000;

/// What is written where a pattern leaves a choice.
#[derive(Clone, Copy, Debug)]
struct Choice {
    /// How often one character repeats, if it may.
    characters: u32,
    /// How often anything else does.
    groups: u32,
    /// Whether what is there once or not is there.
    is_full: bool,
    /// Whether characters of all kinds stand where several may.
    is_mixed: bool,
    /// Which of several alternatives; the first comes after the last.
    alternative: usize,
}

/// What is tried of each alternative, in this order: how often one character repeats, how often anything else, whether
/// what may be left out is there, and whether characters are mixed.
const REPEATED: [(u32, u32, bool, bool); 5] =
    [(3, 1, false, false), (1, 1, false, false), (0, 0, false, false), (3, 1, true, false), (8, 2, true, true)];
/// How many alternatives are tried.
const ALTERNATIVES: usize = 4;

/// A pattern that is held against texts, and for which texts are thought of.
#[derive(Debug)]
pub(crate) struct Sketch(Node);

impl Sketch {
    /// Of a pattern in the common form; `None` if it is too large.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let node = Parser::new(text, true).pattern().ok()?;
        (node.size() <= MAX_SIZE).then_some(Self(node))
    }

    /// Whether it certainly matches `text`.
    pub(crate) fn matches(&self, text: &str) -> bool {
        matches(&self.0, text) == Some(true)
    }

    /// Texts that may well match, the likeliest first: of anchors, boundaries and what is around, none is looked at.
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        let choices = (0..ALTERNATIVES).flat_map(|alternative| {
            REPEATED.map(|(characters, groups, is_full, is_mixed)| Choice {
                characters,
                groups,
                is_full,
                is_mixed,
                alternative,
            })
        });
        choices.filter_map(|choice| {
            let mut out = Vec::new();
            write(&self.0, choice, &mut out)?;
            Some(out.into_iter().collect())
        })
    }
}

/// `None` if nothing is short enough.
fn write(node: &Node, choice: Choice, out: &mut Vec<char>) -> Option<()> {
    match node {
        Node::Alternatives(parts) => write(parts.get(choice.alternative % parts.len().max(1))?, choice, out)?,
        Node::Sequence(parts) => parts.iter().try_for_each(|part| write(part, choice, out))?,
        Node::Set(set) => out.push(*kin(set, false).first()?),
        Node::Group { inner, .. } => write(inner, choice, out)?,
        Node::Repeat { inner, least, most, .. } => {
            let wanted = match (&**inner, most) {
                (_, Some(0 | 1)) => u32::from(choice.is_full),
                (Node::Set(_), _) => choice.characters,
                _ => choice.groups,
            };
            let count = wanted.max(*least).min(most.unwrap_or(u32::MAX));
            let count = usize::try_from(count).ok()?;
            if let Node::Set(set) = &**inner {
                let kin = kin(set, choice.is_mixed);
                out.extend(kin.iter().cycle().take(count.min(LONGEST + 1)));
            } else {
                for _ in 0..count {
                    let before = out.len();
                    write(inner, choice, out)?;
                    if out.len() == before {
                        break;
                    }
                }
            }
        }
        Node::Start | Node::End | Node::Boundary { .. } | Node::Look { .. } | Node::Reference(_) => {}
    }
    (out.len() <= LONGEST).then_some(())
}

/// Characters of `set` that one would write one after the other: its small letters, else its capitals, else its digits,
/// else one that can be seen, if there is any; or, if that `is_mixed`, one of each.
fn kin(set: &Set, is_mixed: bool) -> Vec<char> {
    let has = |character: &char| set.has(*character);
    let signs = "-_. /:".chars().chain('!'..='~').filter(|sign| !sign.is_alphanumeric()).find(has);
    let other = signs.or_else(|| set.ranges().iter().map(|(low, _)| *low).find(|low| !low.is_control()));
    let other = other.or_else(|| set.ranges().first().map(|(low, _)| *low));
    let kinds: [Vec<char>; 4] = [
        ('a'..='z').filter(has).collect(),
        ('A'..='Z').filter(has).collect(),
        ('1'..='9').chain(['0']).filter(has).collect(),
        other.into_iter().collect(),
    ];
    if is_mixed {
        return kinds.iter().filter_map(|kind| kind.first().copied()).collect();
    }
    kinds.into_iter().find(|kind| !kind.is_empty()).unwrap_or_default()
}
