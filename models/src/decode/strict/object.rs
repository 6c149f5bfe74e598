//! An object as a whole: its tag, its type, and what it lacks.
//!
//! Source: OData JSON 4.01, sections 4.6.3 (tags), 14 (entity references) and 15 (delta payloads).

use odatype_json::{Span, unescape};
use odatype_table::name;

use super::tag;
use crate::{
    decode::{
        Decoder, Path,
        current::{Current, TagState},
    },
    finding::{Expected, Found, Rule},
    node::NodeKind,
    table::{Property, TypeKind},
};

impl Decoder<'_> {
    /// The object that was just read, in the place of `property` if there is one.
    #[inline(never)]
    pub(in crate::decode) fn check_object(
        &mut self,
        current: &Current<'_>,
        is_foreign: bool,
        property: Option<&Property>,
        path: &Path<'_>,
    ) {
        if is_foreign {
            self.check_foreign(current, path);
            return;
        }
        if current.tag == TagState::Known {
            self.check_spelling(current, path);
        }
        if let Some(derived) = property.and_then(|property| property.rules?.asked.derived.as_deref())
            && !derived.iter().any(|allowed| current.ty.lineage.contains(allowed))
        {
            let found = Found::Type(current.ty.index);
            self.note(path, current.start, Rule::Tag, Expected::Types(derived), found);
        }
        if current.declared.kind == TypeKind::Union {
            self.check_alternative(current, path);
        }
        if current.ty.content().has_required {
            self.check_required(current, path);
        }
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
        let fits = |(of_many, of): &(bool, u16)| *of_many == many && current.ty.lineage.contains(of);
        if !current.declared.content().alternatives.iter().any(fits) {
            let place = if many { "an array" } else { "no array" };
            let expected = format!("an object of a type that may stand in {place}");
            let found = Found::Type(current.ty.index);
            self.note(path, current.start, Rule::Tag, Expected::Text(expected.into()), found);
        }
    }

    fn check_required(&mut self, current: &Current<'_>, path: &Path<'_>) {
        for (slot, property) in current.ty.properties().iter().enumerate().filter(|(_, property)| property.required) {
            if !current.seen.contains(slot) {
                let expected = Expected::Required(property.name);
                self.note(path, current.start, Rule::Required, expected, Found::Words("none"));
            }
        }
    }

    /// Whether the object is right without a tag although its declared type is abstract: an entity reference, a removed entity,
    /// or a link of a delta payload.
    fn needs_no_tag(&self, current: &Current<'_>, path: &Path<'_>) -> bool {
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
        is_entity && (self.is_reference(current) || self.is_of_delta(current))
    }

    /// Whether the object, the members of which are annotations, has an identity.
    fn is_reference(&self, current: &Current<'_>) -> bool {
        let has_identity = ["@odata.id", "@id"]
            .into_iter()
            .any(|name| self.member(current, name).is_some_and(|value| self.reader.slice(value).starts_with('"')));
        has_identity && !self.has_own_members(current)
    }

    /// Whether the object is one of those that only delta payloads have.
    pub(super) fn is_of_delta(&self, current: &Current<'_>) -> bool {
        let is_removed = ["@removed", "@odata.removed"].into_iter().any(|name| self.member(current, name).is_some());
        is_removed
            || ["@odata.context", "@context"].into_iter().any(|name| {
                let context = self.member(current, name).map(|value| unescape(self.reader.slice(value)));
                let parts = ["/$deletedEntity\"", "/$link\"", "/$deletedLink\""];
                context.is_some_and(|context| parts.iter().any(|part| context.ends_with(part)))
            })
    }

    /// Whether the object has members whose names have no `@`.
    fn has_own_members(&self, current: &Current<'_>) -> bool {
        let is_own = |name: usize| !name::is_annotation(&unescape(self.reader.slice(self.span_of(name))));
        !current.seen.is_empty() || self.names_of(current.at).any(is_own)
    }

    /// The tag of the object, with its quotes.
    fn tag_span(&self, current: &Current<'_>) -> Option<Span> {
        let mut at = current.at + 1;
        while let Some(node) = self.nodes.get(at) {
            if node.kind == NodeKind::Tag {
                return Some(Span { start: node.a as usize - 1, end: node.b as usize + 1 });
            }
            at = self.after(at);
        }
        None
    }

    /// The value of the undeclared member `name`, as text.
    fn member(&self, current: &Current<'_>, name: &str) -> Option<Span> {
        let is_it = |at: &usize| unescape(self.reader.slice(self.span_of(*at))) == name;
        self.names_of(current.at).find(is_it).map(|at| self.span_of(at + 1))
    }
}
