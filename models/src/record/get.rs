//! Reading members.

use super::{Key, Presence, Record, Value, value::Place};
use crate::{
    OneOrMany, Structured, TypeId, Values,
    document::{NodeKind, TAG_NAMES},
    primitive::Primitive,
    property::Edited,
};

/// For generated code.
#[doc(hidden)]
impl Record {
    /// The primitive value at `slot`; `None` if it is absent, null, or (in a foreign object) of another shape.
    #[inline]
    pub fn get<'a, P: Primitive<'a>>(&'a self, slot: u16) -> Option<P> {
        P::read(self.value(slot)?)
    }

    /// The primitive values of the collection at `slot`.
    #[inline]
    pub fn values<'a, P: Primitive<'a>>(&'a self, slot: u16) -> Values<'a, P> {
        Values::new(self.value(slot))
    }

    /// The object at `slot`.
    #[inline]
    pub fn object<T: Structured>(&self, slot: u16) -> Option<&T> {
        let value = self.value(slot)?;
        if !is_object(value) {
            return None;
        }
        self.cells.get(slot, || T::from_record(object(T::TYPE, value)))
    }

    /// The objects of the collection at `slot`; none if it is absent or null.
    #[inline]
    pub fn list<T: Structured>(&self, slot: u16) -> &[T] {
        let Some(value) = self.value(slot) else { return &[] };
        self.cells.get(slot, || objects::<T>(value)).map_or(&[], Vec::as_slice)
    }

    /// One object, or many, of the union at `slot`.
    #[inline]
    pub fn one_or_many<T: Structured>(&self, slot: u16) -> Option<&OneOrMany<T>> {
        let value = self.value(slot).filter(|value| !value.is_null())?;
        self.cells.get(slot, || {
            if is_list(value) {
                OneOrMany::Many(objects(value))
            } else {
                OneOrMany::One(T::from_record(object(T::TYPE, value)))
            }
        })
    }
}

impl Record {
    /// The value of the declared member at `slot`, if there is one.
    pub(crate) fn value(&self, slot: u16) -> Option<Value<'_>> {
        for (key, edited) in &self.changes {
            if *key == Key::Slot(slot) {
                return (!matches!(edited, Edited::Absent)).then_some(Value(Place::Changed(edited)));
            }
        }
        let (document, at) = self.source()?;
        let (_, value) = document.members(at).find(|(head, _)| {
            let node = document.node(*head);
            node.slot == slot && !matches!(node.kind, NodeKind::Name | NodeKind::Tag)
        })?;
        Some(Value(Place::Node(document, value)))
    }

    /// The value of the undeclared member `name`, if there is one.
    pub(crate) fn undeclared(&self, name: &str) -> Option<Value<'_>> {
        for (key, edited) in &self.changes {
            if matches!(key, Key::Name(own) if **own == *name) {
                return (!matches!(edited, Edited::Absent)).then_some(Value(Place::Changed(edited)));
            }
        }
        let (document, at) = self.source()?;
        let (_, value) = document.members(at).find(|(head, _)| {
            let node = document.node(*head);
            match node.kind {
                NodeKind::Name => odatype_json::unescape(document.text_of(node)) == name,
                NodeKind::Tag => TAG_NAMES[usize::from(node.slot)] == name,
                _ => false,
            }
        })?;
        Some(Value(Place::Node(document, value)))
    }

    /// The names of the undeclared members, tag aside.
    pub(crate) fn undeclared_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        if let Some((document, at)) = self.source() {
            for (head, _) in document.members(at) {
                let node = document.node(head);
                if node.kind == NodeKind::Name {
                    names.push(odatype_json::unescape(document.text_of(node)).into_owned());
                }
            }
        }
        for (key, edited) in &self.changes {
            if let Key::Name(name) = key {
                names.retain(|known| known.as_str() != &**name);
                if !matches!(edited, Edited::Absent) {
                    names.push(name.to_string());
                }
            }
        }
        names
    }

    /// Whether there is a member `name`, declared or not.
    pub(crate) fn presence(&self, name: &str) -> Presence {
        let value = match self.ty().slot(name).and_then(|slot| u16::try_from(slot).ok()) {
            Some(slot) => self.value(slot),
            None => self.undeclared(name),
        };
        match value {
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

fn is_object(value: Value<'_>) -> bool {
    match value.0 {
        Place::Node(document, at) => matches!(document.node(at).kind, NodeKind::Object | NodeKind::Foreign),
        Place::Changed(edited) => matches!(edited, Edited::Object(_)),
    }
}

fn is_list(value: Value<'_>) -> bool {
    match value.0 {
        Place::Node(document, at) => document.node(at).kind == NodeKind::List,
        Place::Changed(edited) => matches!(edited, Edited::List(_)),
    }
}

fn object(declared: TypeId, value: Value<'_>) -> Record {
    match value.0 {
        Place::Node(document, at) => Record::nested(declared, document, at),
        Place::Changed(Edited::Object(record)) => (**record).clone(),
        Place::Changed(_) => Record::new(declared),
    }
}

fn objects<T: Structured>(value: Value<'_>) -> Vec<T> {
    match value.0 {
        Place::Node(document, at) => {
            document.items(at).map(|item| T::from_record(Record::nested(T::TYPE, document, item))).collect()
        }
        Place::Changed(Edited::List(items)) => {
            items.iter().map(|item| T::from_record(object(T::TYPE, Value(Place::Changed(item))))).collect()
        }
        Place::Changed(_) => Vec::new(),
    }
}
