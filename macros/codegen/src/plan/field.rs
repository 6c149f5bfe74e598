//! The places of a row as accessors need them.

use odatype_schema::{Element, Rulebook};
use odatype_table::{Member, name::without_overload};

/// A property, or an operation's parameter, that a row declares.
#[derive(Clone, Copy)]
pub(super) struct Field<'b, 'm> {
    /// The name of the type or operation that declares it first.
    pub(super) owner: &'b str,
    /// Which it is among all places of the row.
    pub(super) slot: usize,
    /// Whether the row inherits it and declares it again.
    pub(super) is_again: bool,
    pub(super) member: &'b Member<String>,
    pub(super) element: Element<'m>,
}

/// What the row at `index` declares.
pub(super) fn fields<'b, 'm>(book: &'b Rulebook<'m>, index: u16) -> impl Iterator<Item = Field<'b, 'm>> {
    book.own_slots(index).map(move |slot| Field {
        owner: book.row(slot.owner).map_or("", |(row, _)| &row.name),
        slot: slot.place,
        is_again: slot.owner != index,
        member: slot.member,
        element: slot.element,
    })
}

impl Field<'_, '_> {
    /// Its owner without what tells an operation's overloads apart, which for each parameter would name all of them.
    pub(super) fn plain_owner(&self) -> &str {
        without_overload(self.owner)
    }

    /// Its name on the wire and its owner's, by which it is renamed.
    pub(super) fn wire(&self) -> String {
        format!("{}.{}", self.owner, self.member.name)
    }
}
