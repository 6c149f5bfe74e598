//! Which member is which, and the values of members.

use super::{
    document::{NodeKind, TAG_NAMES},
    record::{Edited, Key, Record},
    value::{Held, Value},
};

impl Record {
    /// The value of the declared member at `slot`, if there is one.
    pub(crate) fn value(&self, slot: u16) -> Option<Value<'_>> {
        for (key, edited) in self.changes() {
            if *key == Key::Slot(slot) {
                return (!matches!(edited, Edited::Absent)).then_some(Value(Held::Changed(edited)));
            }
        }
        let (document, at) = self.source()?;
        let (_, value) = document.members(at).find(|(head, _)| {
            let node = document.node(*head);
            node.slot == slot && !matches!(node.kind, NodeKind::Name | NodeKind::Tag)
        })?;
        Some(Value(Held::Node(document, value)))
    }

    /// The value of the undeclared member `name`, if there is one.
    pub(crate) fn undeclared(&self, name: &str) -> Option<Value<'_>> {
        for (key, edited) in self.changes() {
            if matches!(key, Key::Name(own) if **own == *name) {
                return (!matches!(edited, Edited::Absent)).then_some(Value(Held::Changed(edited)));
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
        Some(Value(Held::Node(document, value)))
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
        for (key, edited) in self.changes() {
            if let Key::Name(name) = key {
                names.retain(|known| known.as_str() != &**name);
                if !matches!(edited, Edited::Absent) {
                    names.push(name.to_string());
                }
            }
        }
        names
    }

    /// Which member `name` is in this record's type.
    pub(crate) fn key(&self, name: &str) -> Key {
        match self.ty().slot(name).and_then(|slot| u16::try_from(slot).ok()) {
            Some(slot) => Key::Slot(slot),
            None => Key::Name(name.into()),
        }
    }
}
