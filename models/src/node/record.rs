//! Records: objects that were decoded, built, or decoded and then changed; and those changes, which hold records.

use std::{any::Any, sync::Arc};

use odatype_kept::Kept;

use super::{
    changes::{Changes, Key},
    document::Document,
    entry::{Node, NodeKind},
    read::Read,
};
use crate::table::{Schema, Type, TypeId, TypeKind};

/// What every generated type holds: one object and its type. Users meet it only as what [`crate::Structured`] converts
/// to and from.
pub struct Record(State);

enum State {
    /// As it was read.
    Read(Read),
    /// Something was set.
    Changed(Box<Changed>),
}

struct Changed {
    read: Read,
    /// What was set since, in order, which goes before what was read.
    edits: Edits,
    /// Typed values of members that were set, made when they were asked for.
    kept: Kept,
    /// Where members are that were read, which changes leave as it is.
    noted: Kept,
}

/// A value that was set.
#[doc(hidden)]
#[derive(Clone)]
pub enum Edited {
    /// The member is taken away.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number's text.
    Number(Box<str>),
    /// A string.
    Text(Box<str>),
    /// Any JSON text.
    Json(Box<str>),
    /// An object.
    Object(Arc<dyn Typed>),
    /// An array of anything.
    List(Vec<Edited>),
    /// An array of objects of one type.
    Objects(Arc<dyn TypedList>),
}

/// An object of some generated type.
pub trait Typed: Any + Send + Sync {
    /// Its record.
    fn as_record(&self) -> &Record;
    /// A copy of it.
    fn copied(&self) -> Arc<dyn Typed>;
    /// Its record alone; `None` if somebody else has it too.
    fn unshared(self: Arc<Self>) -> Option<Record>;
}

/// A collection of objects of one generated type.
pub trait TypedList: Any + Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;
    /// The record of the one at `index`.
    fn record_at(&self, index: usize) -> Option<&Record>;
    /// A copy of it.
    fn copied(&self) -> Arc<dyn TypedList>;
    /// The records alone; none if somebody else has them too.
    fn unshared(self: Arc<Self>) -> Vec<Record>;
}

impl Edited {
    /// For generated code: a string.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// Puts what it holds, if that holds values in its turn, into `waiting`, unless somebody else has it too.
    fn give_up(self, waiting: &mut Vec<Self>) {
        match self {
            Self::Object(object) => object.unshared().into_iter().for_each(|mut record| record.give_up(waiting)),
            Self::Objects(list) => list.unshared().into_iter().for_each(|mut record| record.give_up(waiting)),
            Self::List(items) => waiting.extend(items.into_iter().filter(Self::is_nested)),
            _ => {}
        }
    }

    fn is_nested(&self) -> bool {
        matches!(self, Self::Object(_) | Self::Objects(_) | Self::List(_))
    }
}

/// The changes of a record, which are dropped level by level: there may be more levels than the stack has room for.
#[derive(Clone, Default)]
struct Edits(Changes<Edited>);

impl Drop for Edits {
    fn drop(&mut self) {
        let mut waiting = Vec::new();
        for value in self.0.values_mut().filter(|value| value.is_nested()) {
            std::mem::replace(value, Edited::Absent).give_up(&mut waiting);
        }
        while let Some(value) = waiting.pop() {
            value.give_up(&mut waiting);
        }
    }
}

impl Changed {
    #[inline]
    fn note(&mut self, key: Key, value: Edited) {
        self.kept = Kept::default();
        if let Key::Slot(slot) = key {
            self.read.forget(slot);
        }
        self.edits.0.set(key, value);
    }
}

impl Record {
    /// A record of the type at `index` of `schema`, without members.
    pub(crate) fn empty(schema: &'static Schema, index: u16) -> Self {
        Self::new(TypeId { schema, index })
    }

    /// What it holds, instead of which it holds an object without members then.
    pub(crate) fn take(&mut self) -> Self {
        let empty = Self::new(Self::type_id(self));
        std::mem::replace(self, empty)
    }

    pub(crate) fn new(ty: TypeId) -> Self {
        Self::of_document(Document::nothing(ty.schema), usize::from(ty.index))
    }

    /// The record of the value at `at` of `document`: of an object, or of what stands in the place of one, whose node's
    /// slot then is the index of the type that is declared there.
    #[inline]
    pub(crate) fn of_document(document: Arc<Document>, at: usize) -> Self {
        Self(State::Read(Read::new(document, at)))
    }

    /// The record that stands for null in a place for `declared`.
    pub(crate) fn null(declared: TypeId) -> Self {
        let null = Node { kind: NodeKind::Null, flags: 0, slot: declared.index, a: 0, b: 4 };
        Self::of_document(Arc::new(Document::new("null".into(), 4, vec![null], declared.schema)), 0)
    }

    /// As it was read.
    #[inline]
    pub(super) fn read(&self) -> &Read {
        match &self.0 {
            State::Read(read) => read,
            State::Changed(changed) => &changed.read,
        }
    }

    pub(crate) fn type_id(&self) -> TypeId {
        self.read().type_id()
    }

    pub(crate) fn ty(&self) -> &'static Type {
        self.read().document().ty(self.node())
    }

    fn node(&self) -> Node {
        self.read().node()
    }

    /// Where the object was decoded, if it was.
    #[inline]
    pub(crate) fn source(&self) -> Option<(&Arc<Document>, usize)> {
        let place = self.read().place();
        (!place.0.is_nothing()).then_some(place)
    }

    /// Where what is made of members is kept: of those that were read, or of those that were set.
    #[inline]
    pub(super) fn kept(&self, is_set: bool) -> &Kept {
        match &self.0 {
            State::Changed(changed) if is_set => &changed.kept,
            _ => self.read().kept(),
        }
    }

    /// Where it is kept where members are that were read.
    #[inline]
    pub(super) fn noted(&self) -> &Kept {
        match &self.0 {
            State::Read(read) => read.kept(),
            State::Changed(changed) => &changed.noted,
        }
    }

    /// Whether nothing was set.
    #[inline]
    pub(super) fn is_as_read(&self) -> bool {
        matches!(self.0, State::Read(_))
    }

    pub(crate) fn changes(&self) -> &Changes<Edited> {
        static NONE: Changes<Edited> = Changes::NONE;
        match &self.0 {
            State::Read(_) => &NONE,
            State::Changed(changed) => &changed.edits.0,
        }
    }

    fn changes_mut(&mut self) -> Option<&mut Changes<Edited>> {
        match &mut self.0 {
            State::Read(_) => None,
            State::Changed(changed) => Some(&mut changed.edits.0),
        }
    }

    /// Sets the declared member at `slot`, or takes it away with [`Edited::Absent`].
    #[inline]
    pub(crate) fn set(&mut self, slot: u16, value: Edited) {
        if self.is_no_object() && !self.made_object(&value) {
            return;
        }
        self.note(Key::Slot(slot), value);
    }

    /// Sets any member, or takes it away with [`Edited::Absent`].
    ///
    /// A tag that is set replaces the one that there is, whichever name that has; only its own name takes it away.
    pub(crate) fn change(&mut self, key: Key, value: Edited) {
        if let (Key::Tag(name), Edited::Absent) = (&key, &value)
            && *name != self.tag_name()
        {
            return;
        }
        if self.is_no_object() && !self.made_object(&value) {
            return;
        }
        self.note(key, value);
    }

    /// Notes a change.
    #[inline]
    fn note(&mut self, key: Key, value: Edited) {
        match &mut self.0 {
            State::Changed(changed) => changed.note(key, value),
            State::Read(read) => {
                let anew = read.anew();
                let read = std::mem::replace(read, anew);
                let mut changed =
                    Changed { read, edits: Edits::default(), kept: Kept::default(), noted: Kept::default() };
                changed.note(key, value);
                self.0 = State::Changed(Box::new(changed));
            }
        }
    }

    /// Puts the values that were set and hold others into `waiting`.
    fn give_up(&mut self, waiting: &mut Vec<Edited>) {
        let Some(changes) = self.changes_mut() else { return };
        let values = changes.values_mut().filter(|value| value.is_nested());
        waiting.extend(values.map(|value| std::mem::replace(value, Edited::Absent)));
    }

    /// Whether this stands for null, or for what is no object, as an item of a collection may.
    #[inline]
    fn is_no_object(&self) -> bool {
        !self.read().is_object()
    }

    /// Makes an object of what is none, since `value` is set in it. Nothing can be taken away from it.
    #[cold]
    fn made_object(&mut self, value: &Edited) -> bool {
        let is_made = !matches!(value, Edited::Absent);
        if is_made {
            *self = Self::new(Self::type_id(self));
        }
        is_made
    }

    /// What the declared member at `slot` was set to, to change it in place.
    pub(crate) fn edited(&mut self, slot: u16) -> Option<&mut Edited> {
        let State::Changed(changed) = &mut self.0 else { return None };
        // What is lent here changes without a word.
        changed.kept = Kept::default();
        let Edits(edits) = &mut changed.edits;
        edits.value_mut(edits.slot(slot)?)
    }

    /// The index of the type that the object is known to have; `None` if it is foreign, or no object at all.
    pub(crate) fn known(&self) -> Option<u16> {
        let node = self.node();
        (node.kind == NodeKind::Object).then(|| node.type_index())
    }

    /// Whether the object is known to be of the type `wanted`, or of one that derives from it.
    pub(crate) fn is_of(&self, wanted: TypeId) -> bool {
        std::ptr::eq(self.read().document().schema, wanted.schema)
            && self.known().is_some()
            && self.ty().fits(wanted.get())
    }

    /// For generated code: the index of the type whose variant the object belongs to, in the tagged enum of the type or
    /// union at `of`; `None` for the unknown variant.
    #[doc(hidden)]
    #[must_use]
    pub fn variant(&self, of: u16) -> Option<u16> {
        let tables = self.read().document().tables;
        let (own, of) = (self.known()?, tables.get(of));
        if of.kind != TypeKind::Union {
            return Some(own);
        }
        // The nearest ancestor wins where a type and its base are both listed.
        let is_listed = |ancestor: &u16| of.content().alternatives.iter().any(|(_, listed)| listed == ancestor);
        tables.get(own).lineage().map(|ty| ty.index).find(is_listed)
    }

    /// The items of a record whose node is a list, which [`crate::Collection`] reads.
    pub(crate) fn items(&self) -> Vec<Self> {
        let Some((document, at)) = self.source() else { return Vec::new() };
        let mut items = Vec::with_capacity(document.count(at));
        items.extend(document.items(at).map(|item| Self::of_document(Arc::clone(document), item)));
        items
    }
}

// What is made when it is first asked for is whole or not there, whatever panics meanwhile.
impl std::panic::UnwindSafe for Record {}
impl std::panic::RefUnwindSafe for Record {}

impl Clone for Record {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            State::Read(read) => State::Read(read.anew()),
            State::Changed(changed) => State::Changed(Box::new(Changed {
                read: changed.read.anew(),
                edits: changed.edits.clone(),
                kept: Kept::default(),
                noted: Kept::default(),
            })),
        })
    }
}
