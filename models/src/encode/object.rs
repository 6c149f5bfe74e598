//! A record as JSON text: what was read, with what was changed in its place.

use super::{
    runs::{Runs, TAG_KEYS},
    text::{first_or_more, separate, string},
};
use crate::{
    error::Error,
    node::{Document, Edited, Key, LATE_TAG, NodeKind, Record, TAG_NAMES},
    table::{Kind, Type, TypeId},
};

/// `record` as JSON text, in a place where `declared` is expected; without one, with its tag in any case.
pub(crate) fn to_vec(record: &Record, declared: Option<TypeId>) -> Vec<u8> {
    let size = record.source().map_or(64, |(document, at)| if at == 0 { document.text.len() + 64 } else { 256 });
    let mut out = Vec::with_capacity(size);
    object(record, declared, &mut out);
    out
}

/// `record` as JSON text, in a place for its own type.
pub(super) fn text(record: &Record) -> String {
    // What is encoded is made of strings and JSON text only.
    String::from_utf8(to_vec(record, Some(record.ty))).unwrap_or_default()
}

/// `record` as a JSON value.
pub(crate) fn value(record: &Record) -> Result<serde_json::Value, Error> {
    Ok(serde_json::from_slice(&to_vec(record, Some(record.ty)))?)
}

/// A member that is an array of `items`, in places for `declared`.
pub(crate) fn list_member<'r>(
    name: &str,
    declared: TypeId,
    items: impl IntoIterator<Item = &'r Record>,
    out: &mut Vec<u8>,
) {
    separate(out);
    string(name, out);
    out.extend_from_slice(b":[");
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        object(item, Some(declared), out);
    }
    out.push(b']');
}

/// A member whose value is the JSON text `value`.
pub(crate) fn text_member(name: &str, value: &str, out: &mut Vec<u8>) {
    separate(out);
    string(name, out);
    out.push(b':');
    out.extend_from_slice(value.as_bytes());
}

/// The document and node of `record` if it is written, in a place where `declared` is expected, with just the members
/// that were read.
///
/// A record that was read and not changed tells its tag where it was read; a place that expects another type than the one
/// it was read from needs one all the same.
pub(crate) fn as_read(record: &Record, declared: Option<TypeId>) -> Option<(&Document, usize)> {
    let (document, at) = record.source().filter(|_| record.changes().is_empty())?;
    let is_told = has_tag(document, at) || declared == Some(record.ty) || document.node(at).kind != NodeKind::Object;
    is_told.then_some((&**document, at))
}

fn object(record: &Record, declared: Option<TypeId>, out: &mut Vec<u8>) {
    if let Some((document, at)) = as_read(record, declared) {
        let mut runs = Runs::new(document, out);
        runs.whole(at);
        runs.flushed();
        return;
    }
    out.push(b'{');
    let ty = record.ty();
    let mut written = Vec::new();
    let is_tag = |(key, _): &(Key, Edited)| matches!(key, Key::Name(name) if TAG_NAMES.contains(&&**name));
    if let Some(change) = record.changes().iter().position(is_tag) {
        member(record, change, out);
        written.push(change);
    } else if let Some((document, at)) = record.source().filter(|(document, at)| has_tag(document, *at)) {
        let mut runs = Runs::new(document, out);
        runs.read_tag(at);
        runs.flushed();
    } else if record.known().is_some() && !ty.is_abstract && declared != Some(record.ty) {
        own_tag(ty, out);
    }
    if let Some((document, at)) = record.source() {
        let mut runs = Runs::new(document, out);
        for (head, value) in document.members(at) {
            let change = record.changes().iter().position(|(key, _)| is_key(document, head, key));
            match change {
                _ if document.node(head).kind == NodeKind::Tag => {}
                None => runs.member(ty, head, value),
                Some(change) => {
                    member(record, change, runs.flushed());
                    written.push(change);
                }
            }
        }
        runs.flushed();
    }
    for change in (0..record.changes().len()).filter(|change| !written.contains(change)) {
        member(record, change, out);
    }
    out.push(b'}');
}

fn has_tag(document: &Document, at: usize) -> bool {
    document.node(at).flags & LATE_TAG != 0
        || document.nodes.get(at + 1).is_some_and(|node| node.kind == NodeKind::Tag) && document.after(at) > at + 1
}

fn is_key(document: &Document, head: usize, key: &Key) -> bool {
    let node = document.node(head);
    match key {
        Key::Slot(slot) => node.slot == *slot && !matches!(node.kind, NodeKind::Name | NodeKind::Tag),
        Key::Name(name) => match node.kind {
            NodeKind::Name => odatype_json::unescape(document.text_of(node)) == **name,
            NodeKind::Tag => TAG_NAMES[usize::from(node.slot)] == &**name,
            _ => false,
        },
    }
}

/// A changed member; nothing if it was taken away.
fn member(record: &Record, change: usize, out: &mut Vec<u8>) {
    let Some((name, edited)) = record.changes().get(change) else { return };
    if matches!(edited, Edited::Absent) {
        return;
    }
    let mut declared = None;
    match name {
        Key::Slot(slot) => {
            if let Some(property) = record.ty().properties.get(usize::from(*slot)) {
                first_or_more(property.key.as_bytes(), out);
                if let Kind::Structured(index) = property.kind {
                    declared = Some(TypeId { schema: record.ty.schema, index });
                }
            }
        }
        Key::Name(name) => {
            separate(out);
            string(name, out);
            out.push(b':');
        }
    }
    edited_value(edited, declared, out);
}

fn edited_value(edited: &Edited, declared: Option<TypeId>, out: &mut Vec<u8>) {
    match edited {
        Edited::Absent | Edited::Null => out.extend_from_slice(b"null"),
        Edited::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Edited::Number(text) | Edited::Json(text) => out.extend_from_slice(text.as_bytes()),
        Edited::Text(text) => string(text, out),
        Edited::Object(record) => object(record, declared, out),
        Edited::List(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                edited_value(item, declared, out);
            }
            out.push(b']');
        }
    }
}

fn own_tag(ty: &Type, out: &mut Vec<u8>) {
    first_or_more(TAG_KEYS[0], out);
    string(&ty.tag, out);
}
