//! A pattern as a tree.

use super::set::Set;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// One of several.
    Alternatives(Vec<Node>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One character.
    Set(Set),
    /// `^`.
    Start,
    /// `$`.
    End,
    /// `\b`, or `\B`.
    Boundary { is_negated: bool },
    /// A group; it counts for references back if it captures.
    Group { captures: bool, inner: Box<Node> },
    /// A number of times.
    Repeat { inner: Box<Node>, least: u32, most: Option<u32>, is_lazy: bool },
    /// What must or must not follow or precede.
    Look { is_behind: bool, is_negated: bool, inner: Box<Node> },
    /// What one of these groups captured, by their numbers: those that took no part captured nothing.
    Reference(Vec<usize>),
}

impl Node {
    /// Calls `visit` with this part and all parts in it.
    fn each(&self, visit: &mut dyn FnMut(&Self)) {
        visit(self);
        match self {
            Self::Alternatives(parts) | Self::Sequence(parts) => parts.iter().for_each(|part| part.each(visit)),
            Self::Group { inner, .. } | Self::Repeat { inner, .. } | Self::Look { inner, .. } => inner.each(visit),
            Self::Set(_) | Self::Start | Self::End | Self::Boundary { .. } | Self::Reference(_) => {}
        }
    }

    fn has(&self, is_it: impl Fn(&Self) -> bool) -> bool {
        let mut found = false;
        self.each(&mut |part| found |= is_it(part));
        found
    }

    /// Whether it looks ahead or behind.
    pub(super) fn looks_around(&self) -> bool {
        self.has(|part| matches!(part, Self::Look { .. }))
    }

    /// Whether it asks for what a group captured.
    pub(super) fn refers_back(&self) -> bool {
        self.has(|part| matches!(part, Self::Reference(_)))
    }

    /// How many parts it has.
    pub(super) fn size(&self) -> usize {
        let mut count = 0;
        self.each(&mut |_| count += 1);
        count
    }

    /// How many characters it has when repetitions are written out.
    pub(super) fn steps(&self) -> u64 {
        match self {
            Self::Alternatives(parts) => parts.iter().map(|part| part.steps().saturating_add(1)).fold(0, add),
            Self::Sequence(parts) => parts.iter().map(Self::steps).fold(0, add),
            Self::Group { inner, .. } | Self::Look { inner, .. } => inner.steps(),
            Self::Repeat { inner, least, most, .. } => {
                let times = most.map_or(u64::from(*least) + 1, u64::from);
                inner.steps().saturating_add(1).saturating_mul(times)
            }
            Self::Set(_) | Self::Start | Self::End | Self::Boundary { .. } | Self::Reference(_) => 1,
        }
    }

    /// How deep groups and repetitions nest.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Alternatives(parts) | Self::Sequence(parts) => parts.iter().map(Self::depth).max().unwrap_or(0),
            Self::Group { inner, .. } | Self::Repeat { inner, .. } | Self::Look { inner, .. } => inner.depth() + 1,
            Self::Set(_) | Self::Start | Self::End | Self::Boundary { .. } | Self::Reference(_) => 0,
        }
    }
}

fn add(left: u64, right: u64) -> u64 {
    left.saturating_add(right)
}
