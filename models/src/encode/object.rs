//! A record as JSON text: what was read, with what was changed in its place.

use super::{
    runs::{Runs, TAG_KEYS},
    text::{array, as_text, first_or_more, separate, string},
};
use crate::{
    node::{Document, Edited, Key, NodeKind, Record, TagName, step},
    table::{Kind, Property, TypeId},
};

/// `record` as JSON text, in a place where `declared` is expected; without one, with its tag in any case.
pub(crate) fn to_vec(record: &Record, declared: Option<TypeId>) -> Vec<u8> {
    let size = record.source().map_or(64, |(document, at)| if at == 0 { document.text.len() + 64 } else { 256 });
    let mut out = Vec::with_capacity(size);
    object(record, declared, &mut out);
    out
}

/// The document and node of `record` if it is written, in a place where `declared` is expected, with just the members
/// that were read.
///
/// A record that was read and not changed tells its tag where it was read; a place that expects another type than the one
/// it was read from needs one all the same.
pub(crate) fn as_read(record: &Record, declared: Option<TypeId>) -> Option<(&Document, usize)> {
    let (document, at) = record.source().filter(|_| record.changes().is_empty())?;
    let is_told =
        document.has_tag(at) || declared == Some(record.type_id()) || document.node(at).kind != NodeKind::Object;
    is_told.then_some((&**document, at))
}

/// Writes `record`, in a place where `declared` is expected.
pub(super) fn object(record: &Record, declared: Option<TypeId>, out: &mut Vec<u8>) {
    if let Some((document, at)) = as_read(record, declared) {
        let mut runs = Runs::new(document, out);
        runs.whole(at);
        runs.flushed();
        return;
    }
    out.push(b'{');
    tag(record, declared, out);
    match record.source() {
        Some((document, at)) => {
            let written = read_members(record, document, at, out);
            new_members(record, &written, out);
        }
        None => new_members(record, &[], out),
    }
    out.push(b'}');
}

/// The tag, before everything else: as it was set, else as it was read, else the type's own where the place does not tell it.
fn tag(record: &Record, declared: Option<TypeId>, out: &mut Vec<u8>) {
    let ty = record.ty();
    if let Some((key, edited)) = record.changes().tag().and_then(|place| record.changes().list().get(place)) {
        changed_member(record, key, edited, out);
    } else if let Some((document, at)) = record.source().filter(|(document, at)| document.has_tag(*at)) {
        let mut runs = Runs::new(document, out);
        runs.read_tag(at);
        runs.flushed();
    } else if record.known().is_some() && !ty.is_abstract && declared != Some(record.type_id()) {
        first_or_more(TAG_KEYS[0], out);
        string(&ty.tag, out);
    }
}

/// The members that were read, those that were changed in their place; gives which changes were written.
fn read_members(record: &Record, document: &Document, at: usize, out: &mut Vec<u8>) -> Vec<bool> {
    let (ty, changes) = (record.ty(), record.changes());
    let mut written = vec![false; changes.list().len()];
    let mut runs = Runs::new(document, out);
    for (head, value) in document.members(at) {
        let node = document.node(head);
        let place = record.change_of(document, node);
        let change = place.and_then(|place| changes.list().get(place).zip(written.get_mut(place)));
        match change {
            _ if node.kind == NodeKind::Tag => {}
            Some(((Key::Tag(_), _), _)) => {}
            None => runs.member(ty, head, value),
            Some(((key, edited), written)) => {
                changed_member(record, key, edited, runs.flushed());
                *written = true;
            }
        }
    }
    runs.flushed();
    written
}

/// The members that were set and not read; `written` tells which those are that were written, as far as it goes.
fn new_members(record: &Record, written: &[bool], out: &mut Vec<u8>) {
    let written = written.iter().copied().chain(std::iter::repeat(false));
    for ((key, edited), written) in record.changes().list().iter().zip(written) {
        step();
        if !written && !matches!(key, Key::Tag(_)) {
            changed_member(record, key, edited, out);
        }
    }
}

/// A member that was set; nothing if it was taken away.
fn changed_member(record: &Record, key: &Key, edited: &Edited, out: &mut Vec<u8>) {
    if matches!(edited, Edited::Absent) {
        return;
    }
    let declared = match key {
        Key::Slot(slot) => {
            let Some(property) = record.ty().properties().get(usize::from(*slot)) else { return };
            first_or_more(property.key.as_bytes(), out);
            structured(record, property)
        }
        Key::Name(name) => {
            separate(out);
            string(name, out);
            out.push(b':');
            None
        }
        Key::Tag(name) => {
            first_or_more(TAG_KEYS[usize::from(*name == TagName::Short)], out);
            None
        }
    };
    value(edited, declared, out);
}

/// The type that is expected of the objects in `property`, if that is one.
fn structured(record: &Record, property: &Property) -> Option<TypeId> {
    match property.kind {
        Kind::Structured(index) => Some(TypeId { index, ..record.type_id() }),
        _ => None,
    }
}

/// A value that was set, as JSON text; objects have their tags.
pub(crate) fn value_text(edited: &Edited) -> String {
    let mut out = Vec::new();
    value(edited, None, &mut out);
    as_text(out)
}

/// A value that was set, in a place where `declared` is expected.
fn value(edited: &Edited, declared: Option<TypeId>, out: &mut Vec<u8>) {
    match edited {
        Edited::Absent | Edited::Null => out.extend_from_slice(b"null"),
        Edited::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Edited::Number(text) | Edited::Json(text) => out.extend_from_slice(text.as_bytes()),
        Edited::Text(text) => string(text, out),
        Edited::Object(typed) => object(typed.as_record(), declared, out),
        Edited::List(items) => array(items, |item, out| value(item, declared, out), out),
        Edited::Objects(list) => array(list.records(), |record, out| object(record, declared, out), out),
    }
}
