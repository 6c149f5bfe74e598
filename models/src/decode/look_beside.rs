//! What the decoder tells of what it asks, where another schema is looked at beside its own.

use odatype_json::{Span, unescape};

use super::{
    Decoder,
    beside::Beside,
    current::{Current, TagState},
};
use crate::node::LATE_TAG;

#[cfg(feature = "validate")]
impl<'t> Decoder<'t> {
    /// Lets `beside` note what is asked.
    pub(super) fn set_beside(&mut self, beside: &'t Beside<'t>) {
        self.beside = Some(beside);
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
        if ty != declared {
            beside.object(ty);
        }
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
        // Of members that came before the tag it was asked what types derived from the declared one have by their
        // names; some of them may be declared now.
        let is_late = self.nodes[current.at].flags & LATE_TAG != 0;
        let is_any = |name: &str| {
            names.own.contains(name) || (is_late || current.tag == TagState::Awaited) && declared.late.has(name)
        };
        beside.same_if(!is_late || declared.late.is_empty());
        if names.own.is_empty() && declared.late.is_empty() {
            return;
        }
        for name in self.names_of(current.at).map(|name| self.name_at(name)).filter(|name| !name.starts_with('@')) {
            // As bytes, since names are short and searching for a character is made for long texts.
            let ends = name.bytes().enumerate().filter(|(_, byte)| *byte == b'@');
            let mut about = ends.filter_map(|(at, _)| name.get(..at));
            beside.same_if(!is_any(&name) && !about.any(is_any));
        }
    }
}
