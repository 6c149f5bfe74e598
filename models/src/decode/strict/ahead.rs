//! What an object says of itself, before it is read.

use std::borrow::Cow;

use odatype_json::{Reader, Span, unescape};

use super::{entity::Members, tag};
use crate::{
    decode::{Decoder, Step, tag::is_tag_name},
    table::Type,
};

/// The tag of an object that was not read yet.
pub(super) enum Tag<'t> {
    /// There is none.
    None,
    /// Its text, and where it is with its quotes.
    Text(Cow<'t, str>, Span),
    /// It is there, and no text: where its name is, and what it is instead.
    Other(Span, Span),
}

/// What a tag names.
pub(super) enum Named {
    /// A type that objects can have.
    Type(&'static Type),
    /// A type that a slice left out.
    Outside,
    /// Nothing, or an abstract type.
    Nothing,
}

impl<'t> Decoder<'t> {
    /// The type that the first tag of the object before `reader` names, if it may stand in a place for `declared`.
    pub(in crate::decode) fn type_ahead(&self, reader: Reader<'t>, declared: &'static Type) -> Option<&'static Type> {
        match tag_ahead(reader) {
            Tag::Text(text, _) => self.tables.resolve(&text).filter(|ty| !ty.is_abstract && ty.fits(declared)),
            Tag::None | Tag::Other(..) => None,
        }
    }

    /// The first tag of the object that starts here, of which nothing is consumed.
    pub(super) fn tag_ahead(&self) -> Tag<'t> {
        tag_ahead(self.reader)
    }

    /// The members of the object that starts at `start`, of which nothing is consumed.
    pub(super) fn members_at(&self, start: usize) -> Step<Members<'t>> {
        let mut ahead = self.reader;
        ahead.rewind(start);
        let mut members = Members::new();
        ahead.enter()?;
        while ahead.next_member(members.is_empty())? {
            let name = ahead.name()?.span;
            ahead.peek();
            members.push((name, unescape(ahead.slice(name)), ahead.skip(&mut |_| {})?));
        }
        Ok(members)
    }

    pub(super) fn named(&self, text: &str) -> Named {
        if let Some(beside) = self.beside {
            beside.tag(text, self.tables);
        }
        match self.tables.resolve(text) {
            Some(ty) if ty.is_abstract || ty.kind.is_operation() => Named::Nothing,
            Some(ty) => Named::Type(ty),
            None if tag::is_outside(text, self.tables) => Named::Outside,
            None => Named::Nothing,
        }
    }
}

/// The first tag of the object that starts before `ahead`.
fn tag_ahead(mut ahead: Reader<'_>) -> Tag<'_> {
    if ahead.enter().is_err() {
        return Tag::None;
    }
    let mut is_first = true;
    // A fault of the text is told when it is read.
    while ahead.next_member(is_first).unwrap_or(false) {
        is_first = false;
        let Ok(name) = ahead.name() else { return Tag::None };
        let is_text = ahead.peek() == b'"';
        let Ok(value) = ahead.skip(&mut |_| {}) else { return Tag::None };
        if is_tag_name(ahead.slice(name.span), name.escaped) {
            let inside = ahead.slice(Span { start: value.start + 1, end: value.end.saturating_sub(1) });
            return if is_text { Tag::Text(unescape(inside), value) } else { Tag::Other(name.span, value) };
        }
    }
    Tag::None
}
