//! Changing members.

use std::sync::Arc;

use super::{
    Record, Value,
    cell::Cells,
    value::{Place, Scalar},
};
use crate::{
    TypeId,
    document::{Document, NodeKind},
    property::Edited,
    table::Kind,
};

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

    /// Sets the member `name` to any JSON value: to what it is as a declared property, if it is one and the value has its
    /// shape, else to the JSON text.
    pub(crate) fn set_json(&mut self, name: &str, value: &serde_json::Value) {
        let key = self.key(name);
        let typed = match &key {
            Key::Name(_) => None,
            Key::Slot(slot) => self.typed(*slot, name, value),
        };
        self.change(key, typed.unwrap_or_else(|| Edited::Json(value.to_string().into())));
    }

    fn typed(&self, slot: u16, name: &str, value: &serde_json::Value) -> Option<Edited> {
        let object = serde_json::json!({ name: value }).to_string();
        let read = crate::decode::record(self.ty.schema, self.ty.index, object.as_bytes()).ok()?;
        let Value(Place::Node(document, at)) = read.value(slot)? else { return None };
        let declared = match read.ty().properties.get(usize::from(slot))?.kind {
            Kind::Structured(index) | Kind::Union(index) => TypeId { index, ..self.ty },
            _ => self.ty,
        };
        Some(edited(declared, document, at))
    }

    /// Which member `name` is in this record's type.
    pub(crate) fn key(&self, name: &str) -> Key {
        match self.ty().slot(name).and_then(|slot| u16::try_from(slot).ok()) {
            Some(slot) => Key::Slot(slot),
            None => Key::Name(name.into()),
        }
    }
}

/// The value at `at` of `document`, in a place for `declared`, as a change.
fn edited(declared: TypeId, document: &Arc<Document>, at: usize) -> Edited {
    match Value(Place::Node(document, at)).scalar() {
        Scalar::Null => Edited::Null,
        Scalar::Boolean(value) => Edited::Boolean(value),
        Scalar::Number(text) => Edited::Number(text.into()),
        Scalar::Text(text) => Edited::Text(text.into()),
        Scalar::Json(text) => Edited::Json(text.into()),
        Scalar::Other if document.node(at).kind == NodeKind::List => {
            Edited::List(document.items(at).map(|item| edited(declared, document, item)).collect())
        }
        Scalar::Other => Edited::Object(Box::new(Record::nested(declared, document, at))),
    }
}
