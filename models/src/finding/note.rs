//! What was found so far, while a payload is read: in bounds however much there is to find.

use odatype_json::tree;

use super::{
    expected::Expected,
    found::Found,
    rule::{Level, Rule},
    step::Steps,
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

/// What a hand-written schema asks besides of the payload as a whole, given its type's index and the steps so far.
pub(crate) type OwnRules = fn(u16, &tree::Value<'_>, &mut Steps) -> Vec<Note>;

/// Notes in the order in which they were made.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// Those that make a payload invalid.
    errors: Vec<Note>,
    /// The others, which make room for those.
    others: Vec<Note>,
    dropped: Dropped,
    /// How many there is room for.
    room: usize,
}

/// How many notes were not kept for want of room.
#[derive(Clone, Copy, Debug, Default)]
struct Dropped {
    errors: usize,
    others: usize,
}

/// A moment, to go back to.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    errors: usize,
    others: usize,
    dropped: Dropped,
}

impl Notes {
    /// No notes, with room for about as many bytes as the text has.
    pub(crate) fn new(text: usize) -> Self {
        const LEAST: usize = 1024;
        Self { room: (text / size_of::<Note>()).max(LEAST), ..Self::default() }
    }

    #[cold]
    pub(crate) fn push(&mut self, note: Note) {
        let (list, dropped) = match note.level {
            Level::Error => (&mut self.errors, &mut self.dropped.errors),
            Level::NotChecked | Level::Advice => (&mut self.others, &mut self.dropped.others),
        };
        if list.len() < self.room {
            list.push(note);
        } else {
            *dropped += 1;
        }
    }

    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        Mark { errors: self.errors.len(), others: self.others.len(), dropped: self.dropped }
    }

    /// Whether anything that makes a payload invalid was found since `mark`.
    #[inline]
    pub(crate) fn any_since(&self, mark: Mark) -> bool {
        self.errors.len() > mark.errors || self.dropped.errors > mark.dropped.errors
    }

    /// The error that was found since `mark`, if it is the only one.
    pub(crate) fn only_error_since(&self, mark: Mark) -> Option<Note> {
        match self.errors.get(mark.errors..)? {
            [only] if self.dropped.errors == mark.dropped.errors => Some(only.clone()),
            _ => None,
        }
    }

    /// What was found since `mark` that makes no payload invalid.
    pub(crate) fn others_since(&self, mark: Mark) -> &[Note] {
        self.others.get(mark.others..).unwrap_or(&[])
    }

    /// Forgets what was found since `mark`.
    #[inline]
    pub(crate) fn forget_since(&mut self, mark: Mark) {
        self.errors.truncate(mark.errors);
        self.others.truncate(mark.others);
        self.dropped = mark.dropped;
    }

    /// Takes out what was found since `mark`.
    pub(crate) fn take_since(&mut self, mark: Mark) -> Self {
        let dropped = Dropped {
            errors: self.dropped.errors - mark.dropped.errors,
            others: self.dropped.others - mark.dropped.others,
        };
        self.dropped = mark.dropped;
        let taken = |list: &mut Vec<Note>, from: usize| list.split_off(from.min(list.len()));
        Self {
            errors: taken(&mut self.errors, mark.errors),
            others: taken(&mut self.others, mark.others),
            dropped,
            room: 0,
        }
    }

    /// Forgets what `keep` does not keep.
    #[cfg(feature = "json-schema")]
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&Note) -> bool) {
        self.errors.retain(&mut keep);
        self.others.retain(keep);
    }

    /// Adds what was taken out.
    pub(crate) fn append(&mut self, other: &mut Self) {
        let Self { errors, others, dropped, .. } = std::mem::take(other);
        errors.into_iter().chain(others).for_each(|note| self.push(note));
        self.drop_more(dropped);
    }

    /// Adds what was taken out elsewhere, to be added here later: there is room for what once had room.
    pub(crate) fn absorb(&mut self, mut other: Self) {
        self.errors.append(&mut other.errors);
        self.others.append(&mut other.others);
        self.drop_more(other.dropped);
    }

    fn drop_more(&mut self, dropped: Dropped) {
        self.dropped.errors += dropped.errors;
        self.dropped.others += dropped.others;
    }

    /// Whether nothing was found that makes a payload invalid.
    pub(crate) fn is_valid(&self) -> bool {
        self.errors.is_empty() && self.dropped.errors == 0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.is_valid() && self.others.is_empty() && self.dropped.others == 0
    }

    /// The notes by their place in the text, and how many more there were. Where there is no room for all, errors go
    /// first.
    pub(super) fn sorted(mut self) -> (Vec<Note>, usize) {
        let all = self.errors.len() + self.others.len();
        self.others.truncate(self.room.saturating_sub(self.errors.len()));
        let mut list = self.errors;
        list.append(&mut self.others);
        let dropped = all - list.len() + self.dropped.errors + self.dropped.others;
        list.sort_by_key(|note| (note.offset, note.rule));
        (list, dropped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(offset: u32, level: Level) -> Note {
        let (expected, found) = (Expected::Words("x"), Found::Words("y"));
        Note { offset, place: 0, rule: Rule::Pattern, level, type_name: "", expected, found }
    }

    #[test]
    fn errors_go_first() {
        let mut notes = Notes::new(0);
        let room = u32::try_from(notes.room).unwrap();
        (0..room + 5).for_each(|offset| notes.push(note(offset, Level::NotChecked)));
        let mark = notes.mark();
        assert!(notes.is_valid() && !notes.any_since(mark));
        for offset in [room + 7, 3, room + 6] {
            notes.push(note(offset, Level::Error));
        }
        assert!(notes.any_since(mark));
        let (list, dropped) = notes.sorted();
        assert_eq!((list.len(), dropped), (Notes::new(0).room, 8));
        let errors: Vec<u32> = list.iter().filter(|note| note.level == Level::Error).map(|note| note.offset).collect();
        assert_eq!(errors, [3, room + 6, room + 7]);
    }

    #[test]
    fn what_is_taken_out_is_added_again() {
        let mut notes = Notes::new(0);
        notes.push(note(1, Level::Error));
        let mark = notes.mark();
        for level in [Level::NotChecked, Level::Error] {
            notes.push(note(2, level));
        }
        assert!(notes.only_error_since(mark).is_some_and(|note| note.offset == 2));
        let mut taken = notes.take_since(mark);
        assert!(!notes.any_since(mark));
        notes.append(&mut taken);
        assert_eq!(notes.sorted().0.len(), 3);
    }
}
