//! What is compared: values wherever they are kept, and the members of objects.

use std::{borrow::Cow, sync::Arc};

use odatype_json::unescape;

use crate::{
    node::{Document, Edited, Held, Key, NodeKind, Record, Scalar, TagName, Value, step},
    table::{Kind, Tables, Type},
};

/// A value, seen as what it is in JSON.
pub(super) enum Content<'a> {
    Scalar(Scalar<'a>),
    List(List<'a>),
    Object(Object<'a>),
}

/// An array.
#[derive(Clone, Copy)]
pub(super) enum List<'a> {
    Node(&'a Arc<Document>, usize),
    Changed(&'a [Edited]),
    Objects(&'a dyn crate::node::TypedList),
}

/// An object: one that was read, and what was changed since.
pub(super) struct Object<'a> {
    pub(super) ty: &'static Type,
    pub(super) tables: &'static Tables,
    pub(super) is_known: bool,
    source: Option<(&'a Arc<Document>, usize)>,
    record: Option<&'a Record>,
}

/// Which member. Declared ones are told by their slots where both objects are of one schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name<'a> {
    Slot(u16),
    Text(Cow<'a, str>),
}

/// A member.
pub(super) struct Member<'a> {
    pub(super) name: Name<'a>,
    pub(super) value: Held<'a>,
    /// The structured type that is expected there.
    pub(super) declared: Option<u16>,
}

/// What an object's tag is.
#[derive(Clone, Copy)]
pub(super) enum Tag<'a> {
    /// None was read or set, or one that says what the object is anyway.
    Silent,
    /// It was taken away.
    Removed,
    Says(Scalar<'a>),
}

impl<'a> Content<'a> {
    pub(super) fn of(value: Held<'a>) -> Self {
        match value {
            Held::Node(document, at) => Self::node(document, at),
            Held::Changed(Edited::Object(object)) => Self::record(object.as_record()),
            Held::Changed(Edited::List(items)) => Self::List(List::Changed(items)),
            Held::Changed(Edited::Objects(list)) => Self::List(List::Objects(&**list)),
            Held::Changed(_) => Self::Scalar(Value(value).scalar()),
        }
    }

    fn node(document: &'a Arc<Document>, at: usize) -> Self {
        let node = document.node(at);
        match node.kind {
            NodeKind::List => Self::List(List::Node(document, at)),
            NodeKind::Object | NodeKind::Foreign => Self::Object(Object {
                ty: document.ty(node),
                tables: document.tables,
                is_known: node.kind == NodeKind::Object,
                source: Some((document, at)),
                record: None,
            }),
            _ => Self::Scalar(Value(Held::Node(document, at)).scalar()),
        }
    }

    pub(super) fn record(record: &'a Record) -> Self {
        match record.source() {
            Some((document, at)) if !document.node(at).is_object() => Self::node(document, at),
            source => Self::Object(Object {
                ty: record.ty(),
                tables: record.type_id().schema.tables(),
                is_known: record.known().is_some(),
                source,
                record: Some(record).filter(|record| !record.changes().is_empty()),
            }),
        }
    }
}

impl<'a> List<'a> {
    pub(super) fn len(self) -> usize {
        match self {
            Self::Node(document, at) => document.node(at).count(),
            Self::Changed(items) => items.len(),
            Self::Objects(list) => list.count(),
        }
    }

    pub(super) fn items(self) -> impl Iterator<Item = Content<'a>> {
        let mut node = match self {
            Self::Node(_, at) => at + 1,
            _ => 0,
        };
        (0..self.len()).filter_map(move |index| {
            step();
            match self {
                Self::Node(document, _) => {
                    let item = Content::node(document, node);
                    node = document.after(node);
                    Some(item)
                }
                Self::Changed(items) => items.get(index).map(|item| Content::of(Held::Changed(item))),
                Self::Objects(list) => list.record_at(index).map(Content::record),
            }
        })
    }
}

impl<'a> Object<'a> {
    /// Whether the two are the same part of one document, and not changed.
    pub(super) fn is(&self, other: &Self) -> bool {
        let same_source = match (self.source, other.source) {
            (Some((left, at)), Some((right, other_at))) => Arc::ptr_eq(left, right) && at == other_at,
            (None, None) => true,
            _ => false,
        };
        same_source && self.record.is_none() && other.record.is_none()
    }

    /// The tag.
    pub(super) fn tag(&self) -> Tag<'a> {
        let changes = self.record.map(Record::changes);
        if let Some((changes, place)) = changes.and_then(|changes| Some((changes, changes.tag()?))) {
            return match changes.value(place) {
                None | Some(Edited::Absent) => Tag::Removed,
                Some(value) => self.said(Value(Held::Changed(value)).scalar()),
            };
        }
        match self.source.and_then(|(document, at)| Some((document, self.tag_head(document, at)?.1))) {
            // What was read with a tag of its type has that type.
            Some((document, value)) if !self.is_known => Tag::Says(Value(Held::Node(document, value)).scalar()),
            _ => Tag::Silent,
        }
    }

    /// What a tag that was set says.
    fn said(&self, tag: Scalar<'a>) -> Tag<'a> {
        let text = match tag {
            Scalar::Text(text) => Cow::Borrowed(text),
            Scalar::Json(text) => match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                Some(raw) => unescape(raw),
                None => return Tag::Says(tag),
            },
            _ => return Tag::Says(tag),
        };
        let names = self.tables.resolve(&text);
        if self.is_known && names.is_some_and(|ty| ty.index == self.ty.index) { Tag::Silent } else { Tag::Says(tag) }
    }

    /// Where the tag that was read is: the node that heads it, and its value.
    fn tag_head(&self, document: &Document, at: usize) -> Option<(usize, usize)> {
        document.members(at).find(|(head, _)| self.is_tag(document, *head))
    }

    fn is_tag(&self, document: &Document, head: usize) -> bool {
        let node = document.node(head);
        match node.kind {
            NodeKind::Tag => true,
            NodeKind::Name => self.is_tag_name(&unescape(document.text_of(node))),
            _ => false,
        }
    }

    fn is_tag_name(&self, name: &str) -> bool {
        TagName::of(name).is_some() && !self.ty.kind.is_operation()
    }

    /// The members, the tag aside: those that were read, then those that were set and not read.
    pub(super) fn members(&self, by_name: bool) -> Members<'_, 'a> {
        Members {
            object: self,
            by_name,
            read: self.source.map(|(document, at)| (document, document.members(at))),
            written: self.record.map_or(Vec::new(), |record| vec![false; record.changes().list().len()]),
            next: 0,
            is_tag_passed: false,
        }
    }

    fn slot(&self, slot: u16, by_name: bool, value: Held<'a>) -> Option<Member<'a>> {
        let property = self.ty.properties().get(usize::from(slot))?;
        let declared = match property.kind {
            Kind::Structured(index) => Some(index),
            _ => None,
        };
        let name = if by_name { Name::Text(Cow::Borrowed(property.name)) } else { Name::Slot(slot) };
        Some(Member { name, value, declared })
    }
}

/// See [`Object::members`].
pub(super) struct Members<'o, 'a> {
    object: &'o Object<'a>,
    by_name: bool,
    read: Option<(&'a Arc<Document>, crate::node::ReadMembers<'a>)>,
    /// Which changes are those of members that were read.
    written: Vec<bool>,
    /// The next change.
    next: usize,
    is_tag_passed: bool,
}

impl<'a> Members<'_, 'a> {
    /// The member that `head` heads, as it is now; `None` if it is the tag, or was taken away.
    fn was_read(&mut self, document: &'a Arc<Document>, head: usize, value: usize) -> Option<Member<'a>> {
        let node = document.node(head);
        if !self.is_tag_passed && self.object.is_tag(document, head) {
            self.is_tag_passed = true;
            return None;
        }
        let record = self.object.record;
        let place = record.and_then(|record| record.change_of(document, node));
        let value = match record.zip(place) {
            None => Held::Node(document, value),
            Some((record, place)) => {
                let (key, edited) = record.changes().list().get(place)?;
                if let Some(written) = self.written.get_mut(place) {
                    *written = true;
                }
                if matches!(key, Key::Tag(_)) || matches!(edited, Edited::Absent) {
                    return None;
                }
                Held::Changed(edited)
            }
        };
        match node.kind {
            NodeKind::Tag => None,
            NodeKind::Name => {
                Some(Member { name: Name::Text(unescape(document.text_of(node))), value, declared: None })
            }
            _ => self.object.slot(node.slot, self.by_name, value),
        }
    }
}

impl<'a> Iterator for Members<'_, 'a> {
    type Item = Member<'a>;

    fn next(&mut self) -> Option<Member<'a>> {
        while let Some((document, members)) = &mut self.read {
            let document = *document;
            match members.next() {
                None => self.read = None,
                Some((head, value)) => {
                    if let Some(member) = self.was_read(document, head, value) {
                        return Some(member);
                    }
                }
            }
        }
        let changes = self.object.record?.changes();
        while let Some((key, edited)) = changes.list().get(self.next) {
            step();
            let is_written = self.written.get(self.next).copied().unwrap_or(false);
            self.next += 1;
            if is_written || matches!(edited, Edited::Absent) {
                continue;
            }
            match key {
                Key::Tag(_) => {}
                Key::Slot(slot) => return self.object.slot(*slot, self.by_name, Held::Changed(edited)),
                Key::Name(name) => {
                    let name = Name::Text(Cow::Borrowed(&**name));
                    return Some(Member { name, value: Held::Changed(edited), declared: None });
                }
            }
        }
        None
    }
}
