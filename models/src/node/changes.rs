//! What was set on a record: in order, and found by its member at a cost that does not grow with how much was set.

use std::{collections::HashMap, sync::Arc};

use super::{document::TagName, steps::step};

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
pub(crate) struct Changes<V>(Store<V>);

#[derive(Clone, Debug)]
enum Store<V> {
    Few(Vec<(Key, V)>),
    Many(Box<Many<V>>),
}

/// More changes than are looked through, and where in the list each member's is.
#[derive(Clone, Debug)]
struct Many<V> {
    list: Vec<(Key, V)>,
    slots: HashMap<u16, usize>,
    names: HashMap<Arc<str>, usize>,
    tag: Option<usize>,
}

impl<V> Default for Changes<V> {
    fn default() -> Self {
        Self(Store::Few(Vec::new()))
    }
}

impl<V> Changes<V> {
    /// All of them, in order; a change's place here is what the other methods give.
    #[inline]
    pub(crate) fn list(&self) -> &[(Key, V)] {
        match &self.0 {
            Store::Few(list) => list,
            Store::Many(many) => &many.list,
        }
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    /// The place of the change of the declared member at `slot`.
    #[inline]
    pub(crate) fn slot(&self, slot: u16) -> Option<usize> {
        match &self.0 {
            Store::Few(list) => place(list, |key| *key == Key::Slot(slot)),
            Store::Many(many) => {
                step();
                many.slots.get(&slot).copied()
            }
        }
    }

    /// The place of the change of the undeclared member `name`.
    pub(crate) fn name(&self, name: &str) -> Option<usize> {
        match &self.0 {
            Store::Few(list) => place(list, |key| matches!(key, Key::Name(own) if **own == *name)),
            Store::Many(many) => {
                step();
                many.names.get(name).copied()
            }
        }
    }

    /// The place of the change of the tag.
    pub(crate) fn tag(&self) -> Option<usize> {
        match &self.0 {
            Store::Few(list) => place(list, |key| matches!(key, Key::Tag(_))),
            Store::Many(many) => many.tag,
        }
    }

    /// What the member of the change at `place` was set to.
    #[inline]
    pub(crate) fn value(&self, place: usize) -> Option<&V> {
        self.list().get(place).map(|(_, value)| value)
    }

    /// Sets a member. A tag has the name under which it was set last.
    pub(crate) fn set(&mut self, key: Key, value: V) {
        let known = match &key {
            Key::Slot(slot) => self.slot(*slot),
            Key::Name(name) => self.name(name),
            Key::Tag(_) => self.tag(),
        };
        match &mut self.0 {
            Store::Few(list) => {
                put(list, known, key, value);
                if list.len() > FEW {
                    self.0 = Store::Many(Box::new(Many::new(std::mem::take(list))));
                }
            }
            Store::Many(many) => {
                if known.is_none() {
                    many.note(many.list.len(), &key);
                }
                put(&mut many.list, known, key, value);
            }
        }
    }
}

impl<V> Many<V> {
    fn new(list: Vec<(Key, V)>) -> Self {
        let mut many = Self { list: Vec::new(), slots: HashMap::new(), names: HashMap::new(), tag: None };
        for (place, (key, _)) in list.iter().enumerate() {
            many.note(place, key);
        }
        Self { list, ..many }
    }

    fn note(&mut self, place: usize, key: &Key) {
        step();
        match key {
            Key::Slot(slot) => drop(self.slots.insert(*slot, place)),
            Key::Name(name) => drop(self.names.insert(Arc::clone(name), place)),
            Key::Tag(_) => self.tag = Some(place),
        }
    }
}

#[inline]
fn place<V>(list: &[(Key, V)], is_it: impl Fn(&Key) -> bool) -> Option<usize> {
    list.iter().position(|(key, _)| {
        step();
        is_it(key)
    })
}

fn put<V>(list: &mut Vec<(Key, V)>, place: Option<usize>, key: Key, value: V) {
    match place.and_then(|place| list.get_mut(place)) {
        Some(known) => *known = (key, value),
        None => list.push((key, value)),
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
