//! Changing members.

use super::{Record, cell::Cells};
use crate::property::Edited;

/// Which member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// A declared one, by its slot.
    Slot(u16),
    /// An undeclared one, by its name.
    Name(Box<str>),
}

impl Record {
    /// Sets a member, or takes it away with [`Edited::Absent`].
    pub(crate) fn change(&mut self, key: Key, value: Edited) {
        self.cells = Cells::default();
        match self.changes.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = value,
            None => self.changes.push((key, value)),
        }
    }

    /// Which member `name` is in this record's type.
    pub(crate) fn key(&self, name: &str) -> Key {
        match self.ty().slot(name).and_then(|slot| u16::try_from(slot).ok()) {
            Some(slot) => Key::Slot(slot),
            None => Key::Name(name.into()),
        }
    }
}
