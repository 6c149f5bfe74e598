//! Which member is which, and the values of members.

use std::{any::Any, borrow::Cow, collections::HashMap, sync::Arc};

use odatype_json::unescape;

use super::{
    asked::Asked,
    changes::Key,
    document::Document,
    entry::{Node, NodeKind, TagName},
    record::{Edited, Record},
    value::{Held, Scalar, Value},
};
use crate::table::Kind;

/// In an object of up to this many, an undeclared one is.
const FEW_TO_NAME: usize = 128;

/// Where the values of an object's undeclared members are.
type Names = HashMap<Box<str>, usize>;

impl Record {
    /// The value of the declared member at `slot`, if there is one.
    #[inline]
    pub(crate) fn value(&self, slot: u16) -> Option<Value<'_>> {
        if self.is_as_read() { self.read_at(slot) } else { self.set_at(slot) }
    }

    /// The value of the member at `slot` that was set, or was read and is as it was.
    #[cold]
    fn set_at(&self, slot: u16) -> Option<Value<'_>> {
        match self.changes().slot(slot) {
            Some(place) => self.changed(place),
            None => self.read_at(slot),
        }
    }

    /// The value of the declared member at `slot` that was read.
    #[inline]
    fn read_at(&self, slot: u16) -> Option<Value<'_>> {
        let read = self.read();
        let at = read.find(slot, self.noted())?;
        Some(Value(Held::Node(read.place().0, at)))
    }

    /// What `make` made, the first time, of `value`, which the member at `slot` has; `None` if that is no `T`, which
    /// generated code never causes.
    #[inline]
    pub(crate) fn made<T: Any + Send + Sync>(
        &self,
        slot: u16,
        value: Value<'_>,
        make: impl FnOnce() -> T,
    ) -> Option<&T> {
        let is_set = matches!(value.0, Held::Changed(_));
        self.kept(is_set).get(Asked::Slot(slot).number(), make)
    }

    /// The value of the undeclared member `name`, if there is one; of the tag, if that is its name.
    pub(crate) fn undeclared(&self, name: &str) -> Option<Value<'_>> {
        if let Some(tag) = self.is_tag(name) {
            return self.tag_member().filter(|(name, _)| *name == tag).map(|(_, value)| value);
        }
        if let Some(place) = self.changes().name(name) {
            return self.changed(place);
        }
        let (document, at) = self.source()?;
        let value = if document.after(at) - at > FEW_TO_NAME {
            *self.noted().get(Asked::Names.number(), || names(document, at))?.get(name)?
        } else {
            undeclared(document, at).find(|(node, _)| unescape(document.text_of(*node)) == name)?.1
        };
        Some(Value(Held::Node(document, value)))
    }

    /// The value of the declared member `name` if it was kept as JSON text because it does not have the declared shape.
    pub(crate) fn misfit(&self, name: &str) -> Option<Value<'_>> {
        let slot = self.slot(name)?;
        let is_text_anyway = matches!(
            self.ty().properties().get(usize::from(slot))?.kind,
            Kind::Json(_) | Kind::Geo(_) | Kind::Union(_)
        );
        let value = self.value(slot)?;
        let is_text = match value.0 {
            Held::Node(document, at) => document.node(at).kind == NodeKind::Raw,
            Held::Changed(edited) => matches!(edited, Edited::Json(_)),
        };
        (is_text && !is_text_anyway).then_some(value)
    }

    /// What a change gives; nothing if the member was taken away.
    fn changed(&self, place: usize) -> Option<Value<'_>> {
        self.changed_to(place).map(|edited| Value(Held::Changed(edited)))
    }

    fn changed_to(&self, place: usize) -> Option<&Edited> {
        self.changes().value(place).filter(|edited| !matches!(edited, Edited::Absent))
    }

    /// The names of the undeclared members, tag aside, in the order in which they are written.
    pub(crate) fn undeclared_names(&self) -> Vec<String> {
        let changes = self.changes();
        let mut names = Vec::new();
        let mut seen = vec![false; changes.list().len()];
        if let Some((document, at)) = self.source() {
            for (node, _) in undeclared(document, at) {
                let name = unescape(document.text_of(node));
                let place = changes.name(&name);
                if let Some(seen) = place.and_then(|place| seen.get_mut(place)) {
                    *seen = true;
                }
                let is_gone = place.is_some_and(|place| self.changed(place).is_none());
                if !is_gone && self.is_tag(&name).is_none() {
                    names.push(name.into_owned());
                }
            }
        }
        for ((key, edited), _) in changes.list().iter().zip(seen).filter(|(_, seen)| !seen) {
            if let (Key::Name(name), false) = (key, matches!(edited, Edited::Absent)) {
                names.push(name.to_string());
            }
        }
        names
    }

    /// The slot of the declared member `name`. Slots have 16 bits, as a table's limit on properties sees to.
    fn slot(&self, name: &str) -> Option<u16> {
        self.ty().slot(name).and_then(|slot| u16::try_from(slot).ok())
    }

    /// Which member `name` is in this record's type.
    pub(crate) fn key(&self, name: &str) -> Key {
        match (self.slot(name), self.is_tag(name)) {
            (Some(slot), _) => Key::Slot(slot),
            (None, Some(tag)) => Key::Tag(tag),
            (None, None) => Key::Name(name.into()),
        }
    }

    /// The place of the change of the member that `head` heads in the object that was read.
    pub(crate) fn change_of(&self, document: &Document, head: Node) -> Option<usize> {
        match head.kind {
            NodeKind::Tag => self.changes().tag(),
            NodeKind::Name => {
                let name = unescape(document.text_of(head));
                if self.is_tag(&name).is_some() { self.changes().tag() } else { self.changes().name(&name) }
            }
            _ => self.changes().slot(head.slot),
        }
    }

    /// Which name of a tag `name` is. The body of an action is named by the request's URL, never by a tag.
    fn is_tag(&self, name: &str) -> Option<TagName> {
        TagName::of(name).filter(|_| !self.ty().kind.is_operation())
    }

    /// The tag as it is now: under which name, and its value.
    fn tag_member(&self) -> Option<(TagName, Value<'_>)> {
        if let Some((Key::Tag(name), _)) = self.changes().tag().and_then(|place| self.changes().list().get(place)) {
            let value = self.changed(self.changes().tag()?)?;
            return Some((*name, value));
        }
        let (document, at) = self.source()?;
        let (name, value) = document.members(at).find_map(|(head, value)| {
            let node = document.node(head);
            match node.kind {
                NodeKind::Tag => Some((node.tag_name(), value)),
                // One that is no string, of a foreign object.
                NodeKind::Name => Some((self.is_tag(&unescape(document.text_of(node)))?, value)),
                _ => None,
            }
        })?;
        Some((name, Value(Held::Node(document, value))))
    }

    /// The name that the tag has, or would have.
    pub(super) fn tag_name(&self) -> TagName {
        self.tag_member().map_or(TagName::Long, |(name, _)| name)
    }

    /// The tag as it was read or set, escapes resolved; `None` if it is no string.
    pub(crate) fn tag(&self) -> Option<Cow<'_, str>> {
        match self.tag_member()?.1.scalar() {
            Scalar::Text(text) => Some(Cow::Borrowed(text)),
            Scalar::Json(text) => text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(unescape),
            _ => None,
        }
    }
}

/// The undeclared members of the object at `at`: for each its name's node, and where its value is.
fn undeclared(document: &Document, at: usize) -> impl Iterator<Item = (Node, usize)> + '_ {
    let members = document.members(at).map(|(head, value)| (document.node(head), value));
    members.filter(|(node, _)| node.kind == NodeKind::Name)
}

fn names(document: &Arc<Document>, at: usize) -> Names {
    undeclared(document, at).map(|(node, value)| (unescape(document.text_of(node)).into(), value)).collect()
}
