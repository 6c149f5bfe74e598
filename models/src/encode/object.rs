//! A record as JSON text: what was read, with what was changed in its place.

use std::slice;

use super::{
    runs::{Runs, TAG_KEYS},
    text::{as_text, first_or_more, separate, separate_items, string},
};
use crate::{
    node::{Document, Edited, Key, NodeKind, ReadMembers, Record, TagName, TypedList, step},
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
/// A record that was read and not changed tells its tag where it was read; a place that expects another type than the
/// one it was read from needs one all the same.
pub(crate) fn as_read(record: &Record, declared: Option<TypeId>) -> Option<(&Document, usize)> {
    let (document, at) = record.source().filter(|_| record.changes().is_empty())?;
    let is_told =
        document.has_tag(at) || declared == Some(record.type_id()) || document.node(at).kind != NodeKind::Object;
    is_told.then_some((&**document, at))
}

/// Writes `record`, in a place where `declared` is expected.
pub(super) fn object(record: &Record, declared: Option<TypeId>, out: &mut Vec<u8>) {
    write(Inner::Record(record, declared), out);
}

/// A value that was set, as JSON text; objects have their tags.
pub(crate) fn value_text(edited: &Edited) -> String {
    text_in_place(edited, None)
}

/// The same in a place where `declared` is expected: objects have their tags where that does not tell their types.
pub(crate) fn text_in_place(edited: &Edited, declared: Option<TypeId>) -> String {
    let mut out = Vec::new();
    write(Inner::Value(edited, declared), &mut out);
    as_text(out)
}

/// Writes a value and, without recursion, all that is in it: objects may be set in objects on more levels than the
/// stack has room for.
fn write(inner: Inner<'_>, out: &mut Vec<u8>) {
    let mut open = Vec::new();
    open.extend(begin(inner, out));
    while let Some(last) = open.last_mut() {
        match last.next(out) {
            Some(inner) => open.extend(begin(inner, out)),
            None => drop(open.pop()),
        }
    }
}

/// What is to be written, in a place where a type is expected, or none.
#[derive(Clone, Copy)]
enum Inner<'r> {
    Record(&'r Record, Option<TypeId>),
    Value(&'r Edited, Option<TypeId>),
}

/// An object or array that has begun.
enum Open<'r> {
    Object(Members<'r>),
    Items(slice::Iter<'r, Edited>, Option<TypeId>),
    Records { list: &'r dyn TypedList, next: usize, declared: Option<TypeId> },
}

/// Begins a value: writes it, if nothing is open then.
fn begin<'r>(inner: Inner<'r>, out: &mut Vec<u8>) -> Option<Open<'r>> {
    match inner {
        Inner::Record(record, declared) => {
            if let Some((document, at)) = as_read(record, declared) {
                let mut runs = Runs::new(document, out);
                runs.whole(at);
                runs.flushed();
                return None;
            }
            out.push(b'{');
            tag(record, declared, out);
            return Some(Open::Object(Members::new(record)));
        }
        Inner::Value(value, declared) => match value {
            Edited::Absent | Edited::Null => out.extend_from_slice(b"null"),
            Edited::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
            Edited::Number(text) | Edited::Json(text) => out.extend_from_slice(text.as_bytes()),
            Edited::Text(text) => string(text, out),
            Edited::Object(object) => return begin(Inner::Record(object.as_record(), declared), out),
            Edited::List(items) => {
                out.push(b'[');
                return Some(Open::Items(items.iter(), declared));
            }
            Edited::Objects(list) => {
                out.push(b'[');
                return Some(Open::Records { list: &**list, next: 0, declared });
            }
        },
    }
    None
}

impl<'r> Open<'r> {
    /// Writes up to the next value that is in it, or to its end.
    fn next(&mut self, out: &mut Vec<u8>) -> Option<Inner<'r>> {
        let item = match self {
            Self::Object(members) => return members.next(out),
            Self::Items(items, declared) => items.next().map(|item| Inner::Value(item, *declared)),
            Self::Records { list, next, declared } => {
                *next += 1;
                list.record_at(*next - 1).map(|record| Inner::Record(record, *declared))
            }
        };
        match item {
            Some(_) => separate_items(out),
            None => out.push(b']'),
        }
        item
    }
}

/// The tag, before everything else: as it was set, else as it was read, else the type's own where the place does not
/// tell it.
fn tag(record: &Record, declared: Option<TypeId>, out: &mut Vec<u8>) {
    let ty = record.ty();
    if let Some((key, edited)) = record.changes().tag().and_then(|place| record.changes().list().get(place)) {
        if let Some(inner) = changed_member(record, key, edited, out) {
            write(inner, out);
        }
    } else if let Some((document, at)) = record.source().filter(|(document, at)| document.has_tag(*at)) {
        let mut runs = Runs::new(document, out);
        runs.read_tag(at);
        runs.flushed();
    } else if record.known().is_some() && !ty.is_abstract && declared != Some(record.type_id()) {
        first_or_more(TAG_KEYS[0], out);
        string(&ty.tag, out);
    }
}

/// The members of an object without its tag: those that were read, with what they were changed to in their place, and
/// then those that were set and not read.
struct Members<'r> {
    record: &'r Record,
    /// Those that were read and not written yet.
    read: Option<(&'r Document, ReadMembers<'r>)>,
    /// Which changes were written, as far as it goes.
    written: Vec<bool>,
    /// The next change.
    next: usize,
}

impl<'r> Members<'r> {
    fn new(record: &'r Record) -> Self {
        let read = record.source().map(|(document, at)| (&**document, document.members(at)));
        let written = if read.is_some() { vec![false; record.changes().list().len()] } else { Vec::new() };
        Self { record, read, written, next: 0 }
    }

    /// Writes up to the next member that was changed and whose value is in it, or to the object's end.
    fn next(&mut self, out: &mut Vec<u8>) -> Option<Inner<'r>> {
        if let Some(inner) = self.next_read(out) {
            return Some(inner);
        }
        self.read = None;
        while let Some((key, edited)) = self.record.changes().list().get(self.next) {
            step();
            let is_written = self.written.get(self.next).is_some_and(|written| *written);
            self.next += 1;
            if !is_written
                && !matches!(key, Key::Tag(_))
                && let Some(inner) = changed_member(self.record, key, edited, out)
            {
                return Some(inner);
            }
        }
        out.push(b'}');
        None
    }

    fn next_read(&mut self, out: &mut Vec<u8>) -> Option<Inner<'r>> {
        let (document, members) = self.read.as_mut()?;
        let (ty, changes) = (self.record.ty(), self.record.changes());
        let mut runs = Runs::new(document, out);
        for (head, value) in members {
            let node = document.node(head);
            let place = self.record.change_of(document, node);
            let change = place.and_then(|place| changes.list().get(place).zip(self.written.get_mut(place)));
            match change {
                _ if node.kind == NodeKind::Tag => {}
                Some(((Key::Tag(_), _), _)) => {}
                None => runs.member(ty, head, value),
                Some(((key, edited), written)) => {
                    *written = true;
                    if let Some(inner) = changed_member(self.record, key, edited, runs.flushed()) {
                        return Some(inner);
                    }
                }
            }
        }
        runs.flushed();
        None
    }
}

/// A member that was set, but for the value that it gives; nothing if it was taken away.
fn changed_member<'r>(record: &Record, key: &Key, edited: &'r Edited, out: &mut Vec<u8>) -> Option<Inner<'r>> {
    if matches!(edited, Edited::Absent) {
        return None;
    }
    let declared = match key {
        Key::Slot(slot) => {
            let property = record.ty().properties().get(usize::from(*slot))?;
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
    match edited {
        Edited::Object(_) | Edited::List(_) | Edited::Objects(_) => Some(Inner::Value(edited, declared)),
        // Nothing can be open then.
        _ => begin(Inner::Value(edited, declared), out).and(None),
    }
}

/// The type that is expected of the objects in `property`, if that is one.
fn structured(record: &Record, property: &Property) -> Option<TypeId> {
    match property.kind {
        Kind::Structured(index) => Some(TypeId { index, ..record.type_id() }),
        _ => None,
    }
}
