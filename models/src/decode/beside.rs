//! Whether another schema would find the same in a payload: what the decoder asks of its own is noted where the answer may be
//! another there.
//!
//! What objects are asked for depends on their types, of which it is known before how each compares with the same type of the other
//! schema. Besides, names are looked up: tags, members of enumerations, types that stand beside members. The tag of a type, exactly
//! as it is written, names the same type there, and the name of a member the same member. Of other names it is asked what they
//! are there.

use std::cell::Cell;

use odatype_json::{Span, unescape};
use odatype_table::{Likeness, Names, literal, name};

use super::{
    Decoder,
    current::{Current, TagState},
};
use crate::{node::LATE_TAG, table::Tables};

/// Another schema, as far as it is asked for.
pub(crate) struct Beside<'b> {
    tables: &'static Tables,
    /// How each type compares with the same type there.
    likeness: &'b [Likeness],
    /// Whether something was met of which that may find something else.
    may_differ: Cell<bool>,
}

impl<'b> Beside<'b> {
    #[cfg(feature = "validate")]
    pub(crate) fn new(tables: &'static Tables, likeness: &'b [Likeness]) -> Self {
        Self { tables, likeness, may_differ: Cell::new(false) }
    }

    /// Whether the other schema surely finds the same.
    #[cfg(feature = "validate")]
    pub(crate) fn finds_the_same(&self) -> bool {
        !self.may_differ.get()
    }

    /// The names that may mean something else of a type; `None` if all that there is of it may be something else.
    fn names(&self, index: u16) -> Option<&'b Names> {
        match self.likeness.get(usize::from(index)) {
            Some(Likeness::Except(names)) => Some(names),
            Some(Likeness::None) | None => None,
        }
    }

    /// It is the same only if this is so.
    #[inline]
    fn same_if(&self, is_so: bool) {
        if !is_so {
            self.may_differ.set(true);
        }
    }

    /// An object is read as one of the type at `index`.
    fn object(&self, index: u16) {
        self.same_if(self.names(index).is_some());
    }

    /// Something that has none of the names that the enumeration type at `index` declares.
    #[cold]
    fn member(&self, index: u16, text: &str) {
        let is_same = self.names(index).is_some_and(|Names { own, .. }| {
            let is_same = |part: &str| literal::int64(part).is_none() && !own.contains(part);
            own.is_empty() || is_same(text) && text.split(',').all(|part| is_same(part.trim_start_matches(' ')))
        });
        self.same_if(is_same);
    }

    /// A tag, wherever it stands; `tables` are those of this schema.
    pub(super) fn tag(&self, text: &str, tables: &Tables) {
        let name = name::named_by(text);
        if let Some(ty) = tables.resolve(text) {
            // How a type is called without an alias depends on nothing else.
            self.same_if(*text == *ty.tag || name == ty.name && (ty.is_called(name) || !text.contains('#')));
            self.object(ty.index);
        } else {
            let is_outside = |tables: &Tables| tables.outside.contains(name);
            self.same_if(self.tables.resolve(text).is_none() && is_outside(tables) == is_outside(self.tables));
        }
    }
}

#[cfg(feature = "validate")]
impl<'t> Decoder<'t> {
    /// Lets `beside` note what is asked.
    pub(super) fn set_beside(&mut self, beside: Option<&'t Beside<'t>>) {
        self.beside = beside;
        self.looks |= beside.is_some();
    }
}

impl Decoder<'_> {
    /// The name of a type is looked up that may mean something else in another schema.
    pub(super) fn look_up(&self) {
        if let Some(beside) = self.beside {
            beside.same_if(false);
        }
    }

    /// A member of the enumeration type at `index` is looked up that it does not have.
    #[inline]
    pub(super) fn look_up_member(&self, index: u16, text: &str) {
        if let Some(beside) = self.beside {
            beside.member(index, text);
        }
    }

    /// Notes what the object that was just read may be under the schema `beside`.
    pub(super) fn look_beside(&self, current: &Current<'_>, beside: &Beside<'_>) {
        let (declared, ty) = (current.declared.index, current.ty.index);
        beside.object(declared);
        beside.object(ty);
        if !current.is_exact
            && let Some(Span { start, end }) = self.tag_span(current)
        {
            let text = self.reader.slice(Span { start: start + 1, end: end - 1 });
            if current.tag == TagState::Foreign || text != &*current.ty.tag {
                beside.tag(&unescape(text), self.tables);
            }
        }
        if current.undeclared == 0 {
            return;
        }
        let (Some(names), Some(declared)) = (beside.names(ty), beside.names(declared)) else { return };
        // Of members that came before the tag it was asked what types derived from the declared one have by their names; some of
        // them may be declared now.
        let is_late = self.nodes[current.at].flags & LATE_TAG != 0;
        let is_any = |name: &str| {
            names.own.contains(name) || (is_late || current.tag == TagState::Awaited) && declared.late.has(name)
        };
        beside.same_if(!is_late || declared.late.is_empty());
        if names.own.is_empty() && declared.late.is_empty() {
            return;
        }
        for name in self.names_of(current.at).map(|name| self.name_at(name)).filter(|name| !name.starts_with('@')) {
            let mut about = name.match_indices('@').filter_map(|(at, _)| name.get(..at));
            beside.same_if(!is_any(&name) && !about.any(is_any));
        }
    }
}
