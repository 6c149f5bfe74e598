//! Whether a member is there at all.

use crate::node::{NodeKind, Record};

/// Whether an object has a member, and whether that is null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has no such member.
    Absent,
    /// It has the member, and it is null.
    Null,
    /// It has the member with a value.
    Present,
}

impl Record {
    /// Whether there is a member at `slot`.
    pub(crate) fn presence(&self, slot: u16) -> Presence {
        match self.value(slot) {
            None => Presence::Absent,
            Some(value) if value.is_null() => Presence::Null,
            Some(_) => Presence::Present,
        }
    }

    /// Whether this stands for null: an item of a collection that is null.
    pub(crate) fn is_null(&self) -> bool {
        self.changes().is_empty()
            && self.source().is_some_and(|(document, at)| document.node(at).kind == NodeKind::Null)
    }
}
