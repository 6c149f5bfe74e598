//! What was found so far, while a payload is read: in bounds however much there is to find.

use super::{
    expected::Expected,
    found::Found,
    rule::{Level, Rule},
};

/// One thing that was found.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// Where it is in the text.
    pub(crate) offset: u32,
    /// The place that the steps lead to.
    pub(crate) place: u32,
    pub(crate) rule: Rule,
    pub(crate) level: Level,
    /// The qualified name of the type whose member it is.
    pub(crate) type_name: &'static str,
    pub(crate) expected: Expected,
    pub(crate) found: Found,
}

/// Notes in the order in which they were made.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    list: Vec<Note>,
    /// How many were not kept for want of room.
    dropped: usize,
    /// How many of those make a payload invalid.
    dropped_errors: usize,
    /// How many there is room for.
    room: usize,
}

/// A moment, to go back to.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    length: usize,
    dropped: usize,
    dropped_errors: usize,
}

impl Notes {
    /// No notes, with room for about as many bytes as the text has.
    pub(crate) fn new(text: usize) -> Self {
        const LEAST: usize = 1024;
        Self { list: Vec::new(), dropped: 0, dropped_errors: 0, room: (text / size_of::<Note>()).max(LEAST) }
    }

    #[cold]
    pub(crate) fn push(&mut self, note: Note) {
        if self.list.len() < self.room {
            self.list.push(note);
        } else {
            self.dropped += 1;
            self.dropped_errors += usize::from(note.level == Level::Error);
        }
    }

    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        Mark { length: self.list.len(), dropped: self.dropped, dropped_errors: self.dropped_errors }
    }

    /// Whether anything that makes a payload invalid was found since `mark`.
    #[inline]
    pub(crate) fn any_since(&self, mark: Mark) -> bool {
        self.dropped_errors > mark.dropped_errors
            || self.list.get(mark.length..).is_some_and(|new| new.iter().any(|note| note.level == Level::Error))
    }

    /// The error that was found since `mark`, if it is the only one.
    pub(crate) fn only_error_since(&self, mark: Mark) -> Option<Note> {
        let mut errors = self.list.get(mark.length..)?.iter().filter(|note| note.level == Level::Error);
        let only = errors.next()?;
        (errors.next().is_none() && self.dropped_errors == mark.dropped_errors).then(|| only.clone())
    }

    /// Forgets what was found since `mark`.
    #[inline]
    pub(crate) fn forget_since(&mut self, mark: Mark) {
        self.list.truncate(mark.length);
        self.dropped = mark.dropped;
        self.dropped_errors = mark.dropped_errors;
    }

    /// Takes out what was found since `mark`.
    pub(crate) fn take_since(&mut self, mark: Mark) -> Self {
        let (dropped, dropped_errors) = (self.dropped - mark.dropped, self.dropped_errors - mark.dropped_errors);
        (self.dropped, self.dropped_errors) = (mark.dropped, mark.dropped_errors);
        Self { list: self.list.split_off(mark.length.min(self.list.len())), dropped, dropped_errors, room: 0 }
    }

    /// Adds what was taken out.
    pub(crate) fn append(&mut self, other: &mut Self) {
        other.list.drain(..).for_each(|note| self.push(note));
        self.dropped += std::mem::take(&mut other.dropped);
        self.dropped_errors += std::mem::take(&mut other.dropped_errors);
    }

    /// Adds what was taken out elsewhere, to be added here later: there is room for what once had room.
    pub(crate) fn absorb(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
        self.dropped += other.dropped;
        self.dropped_errors += other.dropped_errors;
    }

    /// Whether nothing was found that makes a payload invalid.
    pub(crate) fn is_valid(&self) -> bool {
        self.dropped_errors == 0 && self.list.iter().all(|note| note.level != Level::Error)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty() && self.dropped == 0
    }

    /// The notes by their place in the text, and how many more there were.
    pub(super) fn sorted(mut self) -> (Vec<Note>, usize) {
        self.list.sort_by_key(|note| (note.offset, note.rule));
        (self.list, self.dropped)
    }
}
