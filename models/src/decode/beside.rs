//! Whether another schema would find the same in a payload: what the decoder asks of its own is noted where the answer
//! may be another there.
//!
//! What objects are asked for depends on their types, of which it is known before how each compares with the same type
//! of the other schema. Besides, names are looked up: tags, members of enumerations, types that stand beside members.
//! The tag of a type, exactly as it is written, names the same type there, and the name of a member the same member. Of
//! other names it is asked what they are there.

use std::cell::Cell;

use odatype_table::{Likeness, Names, literal, name};

use crate::table::Tables;

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
    pub(super) fn names(&self, index: u16) -> Option<&'b Names> {
        match self.likeness.get(usize::from(index)) {
            Some(Likeness::Except(names)) => Some(names),
            Some(Likeness::None) | None => None,
        }
    }

    /// It is the same only if this is so.
    #[inline]
    pub(super) fn same_if(&self, is_so: bool) {
        if !is_so {
            self.may_differ.set(true);
        }
    }

    /// An object is read as one of the type at `index`.
    pub(super) fn object(&self, index: u16) {
        self.same_if(self.names(index).is_some());
    }

    /// Something that has none of the names that the enumeration type at `index` declares.
    #[cold]
    pub(super) fn member(&self, index: u16, text: &str) {
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
