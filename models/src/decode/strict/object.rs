//! An object as a whole: its tag, its type, and what it lacks.
//!
//! Source: OData JSON 4.01, section 4.6.3 (tags).

use odatype_json::{Span, unescape};

use super::{entity::Members, tag};
use crate::{
    decode::{
        Decoder, Path,
        current::{Current, TagState},
    },
    finding::{Expected, Found, Rule},
    node::NodeKind,
    table::{Asks, Property, TypeKind},
};

impl<'t> Decoder<'t> {
    /// Looks at the object that was just read, in the place of `property` if there is one.
    #[inline(never)]
    pub(in crate::decode) fn look(
        &mut self,
        current: &Current<'_>,
        is_foreign: bool,
        property: Option<&Property>,
        path: &Path<'_>,
    ) {
        if let Some(beside) = self.beside {
            self.look_beside(current, beside);
        }
        if self.strict {
            self.check_object(current, is_foreign, property, path);
        }
    }

    fn check_object(&mut self, current: &Current<'_>, is_foreign: bool, property: Option<&Property>, path: &Path<'_>) {
        if is_foreign {
            self.check_foreign(current, path);
            return;
        }
        if current.tag == TagState::Known && !current.is_exact {
            self.check_spelling(current, path);
        }
        if let Some(derived) = property.and_then(|property| property.rules?.asked.derived.as_deref())
            && !derived.iter().any(|allowed| current.ty.is_or_derives_from(*allowed))
        {
            let found = Found::Type(current.ty.index);
            self.note(path, current.start, Rule::Tag, Expected::Types(derived), found);
        }
        if current.declared.kind == TypeKind::Union {
            self.check_alternative(current, path);
        }
        self.check_missing(current, path);
    }

    /// An object whose tag is missing where one is needed, or names no type that may stand there.
    fn check_foreign(&mut self, current: &Current<'_>, path: &Path<'_>) {
        let expected = Expected::Tag(current.declared.index);
        match self.tag_span(current) {
            Some(span) => self.find(path, span, Rule::Tag, expected),
            // A tag that is no text was told when it came.
            None if current.tag == TagState::Foreign => {}
            None if self.needs_no_tag(current, path) => {}
            None => self.note(path, current.start, Rule::Tag, expected, Found::Words("no tag")),
        }
    }

    fn check_spelling(&mut self, current: &Current<'_>, path: &Path<'_>) {
        let Some(span) = self.tag_span(current) else { return };
        let raw = self.reader.slice(Span { start: span.start + 1, end: span.end - 1 });
        if raw != &*current.ty.tag && !tag::is_exact(&unescape(raw), current.ty, self.tables) {
            self.find(path, span, Rule::Tag, Expected::ExactTag(current.ty.index));
        }
    }

    /// The object, in a place where several types may stand, one or many.
    fn check_alternative(&mut self, current: &Current<'_>, path: &Path<'_>) {
        let many = path.is_item();
        let fits = |(of_many, of): &(bool, u16)| *of_many == many && current.ty.is_or_derives_from(*of);
        if !current.declared.content().alternatives.iter().any(fits) {
            let place = if many { "an array" } else { "no array" };
            let expected = format!("an object of a type that may stand in {place}");
            let found = Found::Type(current.ty.index);
            self.note(path, current.start, Rule::Tag, Expected::Text(expected.into()), found);
        }
    }

    /// What the object lacks of what is asked for.
    fn check_missing(&mut self, current: &Current<'_>, path: &Path<'_>) {
        let content = current.ty.content();
        let asked = if self.asks.any_of(Asks::NEEDED) { &content.needed } else { &content.required };
        let mut is_one = false;
        for slot in asked {
            let Some(property) = content.properties.get(usize::from(*slot)) else { continue };
            if current.seen.contains(usize::from(*slot)) {
                continue;
            }
            // What refers to an entity, or says what became of one, is no entity.
            is_one |= current.ty.kind != TypeKind::Entity;
            if !is_one && self.stands_for_one(current, &self.undeclared_members(current)) {
                return;
            }
            is_one = true;
            let expected = Expected::Required(property.name);
            self.note(path, current.start, Rule::Required, expected, Found::Words("none"));
        }
    }

    /// Whether the object of these undeclared `members` is an entity reference, a removed entity or a link of a delta
    /// payload.
    fn stands_for_one(&self, current: &Current<'_>, members: &Members<'t>) -> bool {
        (current.seen.is_empty() && self.is_reference(members)) || self.is_of_delta(members)
    }

    /// Whether the object is right without a tag although its declared type is abstract: an entity reference, a removed
    /// entity, or a link of a delta payload. If so, what it says of itself is checked.
    fn needs_no_tag(&mut self, current: &Current<'_>, path: &Path<'_>) -> bool {
        let is_entity = match current.declared.kind {
            TypeKind::Entity => true,
            TypeKind::Union => current
                .declared
                .content()
                .alternatives
                .iter()
                .any(|(of_many, of)| *of_many == path.is_item() && self.tables.get(*of).kind == TypeKind::Entity),
            _ => false,
        };
        let members = self.undeclared_members(current);
        let is_one = is_entity && self.stands_for_one(current, &members);
        if is_one {
            self.check_stated(&members, path);
        }
        is_one
    }

    /// The members of the object whose names are none of its type's properties.
    pub(super) fn undeclared_members(&self, current: &Current<'_>) -> Members<'t> {
        let member = |at: usize| (self.span_of(at), self.name_at(at), self.span_of(at + 1));
        self.names_of(current.at).map(member).collect()
    }

    /// The tag of the object, with its quotes.
    pub(in crate::decode) fn tag_span(&self, current: &Current<'_>) -> Option<Span> {
        let mut at = current.at + 1;
        while let Some(node) = self.nodes.get(at) {
            if node.kind == NodeKind::Tag {
                return Some(Span { start: node.a as usize - 1, end: node.b as usize + 1 });
            }
            at = self.after(at);
        }
        None
    }
}
