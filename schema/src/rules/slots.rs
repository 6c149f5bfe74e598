//! Which places the members of a row have among those of all that derives from it.

use std::collections::BTreeMap;

use odatype_table::Row;

use super::tree::{Tree, Visit};
use crate::steps::step;

/// The place of a member.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) slot: usize,
    /// The row that declared it first.
    pub(super) owner: u16,
}

/// The places of what each row declares itself, in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots(Vec<Vec<Place>>);

impl Slots {
    /// Those of `rows`, who derive from each other as `tree` says.
    pub(super) fn new(rows: &[Row<String>], tree: &Tree) -> Self {
        let mut slots = Self(vec![Vec::new(); rows.len()]);
        // Of the row that is entered and of all that it derives from: how many places there are, and those of what is
        // narrowed below, which are few. What a row changed of these is put back when it is left.
        let mut counts = vec![0];
        let mut narrowed: BTreeMap<&str, Place> = BTreeMap::new();
        let mut changed: Vec<Vec<(&str, Option<Place>)>> = Vec::new();
        for visit in tree.visits() {
            match visit {
                Visit::Enter(index) => {
                    let mut count = counts.last().copied().unwrap_or_default();
                    let (mut own, mut before) = (Vec::new(), Vec::new());
                    let row = rows.get(usize::from(index));
                    for member in row.and_then(Row::structured).map_or(&[][..], |ty| &ty.own) {
                        step();
                        let known = narrowed.get(&*member.name).copied();
                        let place = known.unwrap_or(Place { slot: count, owner: index });
                        own.push(place);
                        if known.is_none() {
                            count += 1;
                        }
                        if member.is_narrowed {
                            before.push((&*member.name, narrowed.insert(&member.name, place)));
                        } else if known.is_some() {
                            before.push((&*member.name, narrowed.remove(&*member.name)));
                        }
                    }
                    if let Some(slots) = slots.0.get_mut(usize::from(index)) {
                        *slots = own;
                    }
                    counts.push(count);
                    changed.push(before);
                }
                Visit::Leave(_) => {
                    counts.pop();
                    for (name, place) in changed.pop().into_iter().flatten().rev() {
                        match place {
                            Some(place) => narrowed.insert(name, place),
                            None => narrowed.remove(name),
                        };
                    }
                }
            }
        }
        slots
    }

    /// Those of the row at `index`.
    pub(super) fn of(&self, index: u16) -> &[Place] {
        self.0.get(usize::from(index)).map_or(&[], Vec::as_slice)
    }
}
