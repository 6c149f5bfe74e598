//! What was found so far: in bounds however much there is to find, as each finding has a pointer of its own.

use super::Path;
use crate::error::Finding;

/// Findings in the order in which they were made.
pub(super) struct Findings {
    list: Vec<(usize, Finding)>,
    /// How many were not kept for want of room.
    dropped: usize,
    /// How many bytes there is room for.
    room: usize,
}

/// A moment, to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    length: usize,
    dropped: usize,
    room: usize,
}

/// What a finding takes besides its texts.
const OVERHEAD: usize = size_of::<(usize, Finding)>();

impl Findings {
    /// No findings, with room for about as many bytes as the text has.
    pub(super) fn new(text: usize) -> Self {
        const LEAST: usize = 64 * 1024;
        Self { list: Vec::new(), dropped: 0, room: text.max(LEAST) }
    }

    #[cold]
    pub(super) fn push(&mut self, at: usize, path: &Path<'_>, expected: &str, found: &str) {
        let size = OVERHEAD + path.length() + expected.len() + found.len();
        self.keep(at, size, || path.finding(expected, found));
    }

    /// Keeps a finding of `size` bytes, if there is room.
    fn keep(&mut self, at: usize, size: usize, finding: impl FnOnce() -> Finding) {
        if size > self.room && !self.list.is_empty() {
            self.dropped += 1;
            return;
        }
        self.room = self.room.saturating_sub(size);
        self.list.push((at, finding()));
    }

    #[inline]
    pub(super) fn mark(&self) -> Mark {
        Mark { length: self.list.len(), dropped: self.dropped, room: self.room }
    }

    /// Whether anything was found since `mark`.
    #[inline]
    pub(super) fn any_since(&self, mark: Mark) -> bool {
        self.list.len() > mark.length || self.dropped > mark.dropped
    }

    /// Forgets what was found since `mark`.
    #[inline]
    pub(super) fn forget_since(&mut self, mark: Mark) {
        self.list.truncate(mark.length);
        (self.dropped, self.room) = (mark.dropped, mark.room);
    }

    /// Takes out what was found since `mark`; the room that it takes stays taken.
    pub(super) fn take_since(&mut self, mark: Mark) -> Self {
        let dropped = self.dropped - mark.dropped;
        self.dropped = mark.dropped;
        Self { list: self.list.split_off(mark.length), dropped, room: 0 }
    }

    /// Adds what was taken out.
    pub(super) fn append(&mut self, other: &mut Self) {
        self.list.append(&mut other.list);
        self.dropped += std::mem::take(&mut other.dropped);
    }

    /// Adds what was found since a moment that was gone back to, as if it were found now.
    pub(super) fn put_back(&mut self, other: &mut Self) {
        for (at, finding) in other.list.drain(..) {
            let size = OVERHEAD + finding.pointer.len() + finding.expected.len() + finding.found.len();
            self.keep(at, size, || finding);
        }
        self.dropped += std::mem::take(&mut other.dropped);
    }

    /// All findings by their place in the text, and how many more there are.
    pub(super) fn finish(mut self) -> (Vec<Finding>, usize) {
        self.list.sort_by_key(|(at, _)| *at);
        (self.list.into_iter().map(|(_, finding)| finding).collect(), self.dropped)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty() && self.dropped == 0
    }
}
