//! The places of a row as accessors need them.

use odatype_schema::{Element, Rulebook};
use odatype_table::Member;

/// A property, or an operation's parameter.
#[derive(Clone, Copy)]
pub(super) struct Field<'b, 'm> {
    /// The name of the declaring type or operation.
    pub(super) owner: &'b str,
    pub(super) member: &'b Member<String>,
    pub(super) element: Element<'m>,
}

/// The fields of the row at `index`, inherited ones first.
pub(super) fn fields<'b, 'm>(book: &'b Rulebook<'m>, index: u16) -> Vec<Field<'b, 'm>> {
    let owner = |index| book.row(index).map_or("", |(row, _)| &row.name);
    let slots = book.slots(index).into_iter();
    slots.map(|slot| Field { owner: owner(slot.owner), member: slot.member, element: slot.element }).collect()
}
