//! What was set on a record: in order, and found by its member at a cost that does not grow with how much was set.

use std::{collections::HashMap, sync::Arc};

use super::{entry::TagName, steps::step};

/// Up to this many changes are looked through one by one, which takes no more memory than they do.
const FEW: usize = 32;

/// Which member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// A declared one, by its slot.
    Slot(u16),
    /// An undeclared one, by its name.
    Name(Arc<str>),
    /// The tag, of which there is one, whichever name it has.
    Tag(TagName),
}

/// Members and what they were set to, each member once, in the order in which they were first set.
#[derive(Clone, Debug)]
pub(crate) struct Changes<V> {
    list: Vec<(Key, V)>,
    /// Where in the list each member's change is, once they are many.
    index: Option<Box<Index>>,
}

#[derive(Clone, Debug, Default)]
struct Index {
    slots: HashMap<u16, usize>,
    names: HashMap<Arc<str>, usize>,
    tag: Option<usize>,
}

impl<V> Default for Changes<V> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<V> Changes<V> {
    pub(crate) const NONE: Self = Self { list: Vec::new(), index: None };

    /// All of them, in order; a change's place here is what the other methods give.
    #[inline]
    pub(crate) fn list(&self) -> &[(Key, V)] {
        &self.list
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The place of the change of the declared member at `slot`.
    #[inline]
    pub(crate) fn slot(&self, slot: u16) -> Option<usize> {
        match &self.index {
            None => self.place(|key| *key == Key::Slot(slot)),
            Some(index) => index.slot(slot),
        }
    }

    /// The place of the change of the undeclared member `name`.
    pub(crate) fn name(&self, name: &str) -> Option<usize> {
        match &self.index {
            None => self.place(|key| matches!(key, Key::Name(own) if **own == *name)),
            Some(index) => index.name(name),
        }
    }

    /// The place of the change of the tag.
    pub(crate) fn tag(&self) -> Option<usize> {
        match &self.index {
            None => self.place(|key| matches!(key, Key::Tag(_))),
            Some(index) => index.tag,
        }
    }

    #[inline]
    fn place(&self, is_it: impl Fn(&Key) -> bool) -> Option<usize> {
        self.list.iter().position(|(key, _)| {
            step();
            is_it(key)
        })
    }

    /// What the member of the change at `place` was set to.
    #[inline]
    pub(crate) fn value(&self, place: usize) -> Option<&V> {
        self.list.get(place).map(|(_, value)| value)
    }

    /// The same, to change it in place.
    pub(crate) fn value_mut(&mut self, place: usize) -> Option<&mut V> {
        self.list.get_mut(place).map(|(_, value)| value)
    }

    /// All values, to change them in place.
    #[inline]
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.list.iter_mut().map(|(_, value)| value)
    }

    /// Sets a member. A tag has the name under which it was set last.
    #[inline]
    pub(crate) fn set(&mut self, key: Key, value: V) {
        let place = match &key {
            Key::Slot(slot) => self.slot(*slot),
            Key::Name(name) => self.name(name),
            Key::Tag(_) => self.tag(),
        };
        if let Some(known) = place.and_then(|place| self.list.get_mut(place)) {
            *known = (key, value);
            return;
        }
        self.list.push((key, value));
        if self.list.len() > FEW {
            self.note_last();
        }
    }

    /// Notes in the index where the last change is; where all are, if there is none yet.
    #[cold]
    fn note_last(&mut self) {
        let from = if self.index.is_some() { self.list.len() - 1 } else { 0 };
        let index = self.index.get_or_insert_default();
        for (place, (key, _)) in self.list.iter().enumerate().skip(from) {
            index.note(key, place);
        }
    }
}

impl Index {
    #[cold]
    fn slot(&self, slot: u16) -> Option<usize> {
        step();
        self.slots.get(&slot).copied()
    }

    #[cold]
    fn name(&self, name: &str) -> Option<usize> {
        step();
        self.names.get(name).copied()
    }

    fn note(&mut self, key: &Key, place: usize) {
        step();
        match key {
            Key::Slot(slot) => drop(self.slots.insert(*slot, place)),
            Key::Name(name) => drop(self.names.insert(Arc::clone(name), place)),
            Key::Tag(_) => self.tag = Some(place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Changes, FEW, Key, TagName};

    #[test]
    fn each_member_once_in_order() {
        for count in [3, FEW, FEW + 1, 200] {
            let mut changes = Changes::default();
            for round in 0..2 {
                for number in 0..count {
                    changes.set(Key::Name(format!("name{number}").into()), (round, number));
                }
                changes.set(Key::Slot(7), (round, 0));
                changes.set(Key::Tag(if round == 0 { TagName::Long } else { TagName::Short }), (round, 1));
            }
            assert_eq!(changes.list().len(), count + 2);
            for number in 0..count {
                assert_eq!(changes.name(&format!("name{number}")), Some(number));
                assert_eq!(changes.value(number), Some(&(1, number)));
            }
            assert_eq!(changes.slot(7), Some(count));
            assert_eq!(changes.tag(), Some(count + 1));
            assert_eq!(changes.list().last(), Some(&(Key::Tag(TagName::Short), (1, 1))));
            assert_eq!((changes.slot(8), changes.name("other")), (None, None));
        }
    }
}
