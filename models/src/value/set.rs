//! Setting any member to any JSON value.

use std::sync::Arc;

use odatype_table::Profile;

use crate::{
    decode,
    node::{Document, Edited, Held, Key, NodeKind, Record, Scalar, Value},
    table::{Kind, TypeId},
};

impl Record {
    /// Sets the member `name` to any JSON value: to what it is as a declared property, if it is one and the value has its
    /// shape, else to the JSON text.
    pub(crate) fn set_json(&mut self, name: &str, value: &serde_json::Value) {
        let key = self.key(name);
        let typed = match &key {
            Key::Name(_) | Key::Tag(_) => None,
            Key::Slot(slot) => self.typed(*slot, name, value),
        };
        self.change(key, typed.unwrap_or_else(|| Edited::Json(value.to_string().into())));
    }

    fn typed(&self, slot: u16, name: &str, value: &serde_json::Value) -> Option<Edited> {
        let object = serde_json::json!({ name: value }).to_string();
        let ty = self.type_id();
        let read = decode::record(ty.schema, ty.index, object.as_bytes(), Profile::Tolerant).ok()?;
        let Value(Held::Node(document, at)) = read.value(slot)? else { return None };
        let declared = match read.ty().properties().get(usize::from(slot))?.kind {
            Kind::Structured(index) | Kind::Union(index) => TypeId { index, ..self.type_id() },
            _ => self.type_id(),
        };
        Some(edited(declared, document, at))
    }
}

/// The value at `at` of `document`, in a place for `declared`, as a change.
fn edited(declared: TypeId, document: &Arc<Document>, at: usize) -> Edited {
    match Value(Held::Node(document, at)).scalar() {
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
