//! Setting any member to any JSON value.

use std::sync::Arc;

use crate::{
    decode, encode,
    node::{Document, Edited, Held, Key, NodeKind, Record, Scalar, Value},
    table::Kind,
};

impl Record {
    /// Sets the member `name` to any value: to what it is as a declared property, if it is one, as far as it has its
    /// shape, else to its JSON text; an object is written with its tag.
    pub(crate) fn set_any(&mut self, name: &str, value: Edited) {
        let key = self.key(name);
        let value = match value {
            Edited::Absent => Edited::Absent,
            value => {
                let text = encode::value_text(&value);
                let typed = match &key {
                    Key::Slot(slot) => self.typed(*slot, name, &text),
                    Key::Name(_) | Key::Tag(_) => None,
                };
                typed.unwrap_or_else(|| Edited::Json(text.into()))
            }
        };
        self.change(key, value);
    }

    fn typed(&self, slot: u16, name: &str, text: &str) -> Option<Edited> {
        let object = format!("{{{}:{text}}}", serde_json::Value::from(name));
        let ty = self.type_id();
        // As it would be read, whatever of it does not fit: what is set equals what is read after it was written.
        let (read, _) = decode::partial(ty.schema, ty.index, object.as_bytes()).ok()?;
        let Value(Held::Node(document, at)) = read.value(slot)? else { return None };
        let is_of_objects =
            matches!(ty.get().properties().get(usize::from(slot))?.kind, Kind::Structured(_) | Kind::Union(_));
        Some(if is_of_objects { objects(document, at) } else { edited(document, at) })
    }
}

/// The items of a collection of primitive values, as changes; none, if it is no collection.
pub(super) fn items(value: Value<'_>) -> Vec<Edited> {
    match value.0 {
        Held::Changed(Edited::List(items)) => items.clone(),
        Held::Node(document, at) if document.node(at).kind == NodeKind::List => {
            document.items(at).map(|item| scalar(Value(Held::Node(document, item)))).collect()
        }
        Held::Node(..) | Held::Changed(_) => Vec::new(),
    }
}

/// A primitive value as a change.
fn scalar(value: Value<'_>) -> Edited {
    match value.scalar() {
        Scalar::Null | Scalar::Other => Edited::Null,
        Scalar::Boolean(value) => Edited::Boolean(value),
        Scalar::Number(text) => Edited::Number(text.into()),
        Scalar::Text(text) => Edited::Text(text.into()),
        Scalar::Json(text) => Edited::Json(text.into()),
    }
}

/// The value at `at` of `document` as a change.
fn edited(document: &Arc<Document>, at: usize) -> Edited {
    match document.node(at).kind {
        NodeKind::List => Edited::List(document.items(at).map(|item| edited(document, item)).collect()),
        _ => scalar(Value(Held::Node(document, at))),
    }
}

/// The same of an object, or of a collection of such, whose items are kept as they are where they are none.
fn objects(document: &Arc<Document>, at: usize) -> Edited {
    let record = |at| Edited::Object(Arc::new(Record::of_document(Arc::clone(document), at)));
    match document.node(at).kind {
        NodeKind::List => Edited::List(document.items(at).map(record).collect()),
        NodeKind::Object | NodeKind::Foreign => record(at),
        _ => scalar(Value(Held::Node(document, at))),
    }
}
