//! Dynamic values: of types that a schema lists, or of the type that their own tag names.

use odatype_json::Span;
use odatype_table::Primitive;

use super::ahead::{Named, Tag};
use crate::{
    decode::{Decoder, Path, Step, decoder::Misfit, narrow},
    finding::{Expected, Note, Rule},
    table::{Listed, Property, TypeKind},
};

impl Decoder<'_> {
    /// Reads the value that starts here as one of the types in `listed`; its nodes are of no use.
    pub(super) fn listed_value(&mut self, listed: &'static [Listed], path: &Path<'_>) -> Step<()> {
        self.reader.peek();
        let start = self.reader.position();
        if let [only] = listed {
            return self.property(&Property::listed(*only), 0, path);
        }
        let key = (start, listed.as_ptr().addr());
        let misfit = match self.misfits.as_ref().and_then(|misfits| misfits.get(&key)) {
            Some(misfit) => misfit.clone(),
            None => self.misfit_of_all(start, listed, path)?,
        };
        // Of several alternatives each asks again for what is deeper, so that without a note time would double each
        // level.
        self.misfits.get_or_insert_default().insert(key, misfit.clone());
        let span = self.skip(path)?;
        match misfit {
            Misfit::None(unchecked) => unchecked.into_iter().for_each(|note| self.findings.push(note)),
            Misfit::Whole => self.find(path, span, Rule::Type, Expected::Text(self.describe(listed).into())),
            Misfit::Inside(note) => self.findings.push(*note),
        }
        Ok(())
    }

    /// The value at `span`, which was read, as one of the types in `listed`.
    pub(super) fn check_listed(&mut self, span: Span, listed: &'static [Listed], path: &Path<'_>) -> Step<()> {
        self.again(span, |decoder| decoder.listed_value(listed, path))
    }

    /// What keeps the value that begins at `start` from being of one of the types; the reader stays there, and nothing
    /// is kept.
    fn misfit_of_all(&mut self, start: usize, listed: &[Listed], path: &Path<'_>) -> Step<Misfit> {
        let (nodes, tail) = (self.nodes.len(), self.tail.len());
        let (findings, repeated) = (self.findings.mark(), self.repeated.mark());
        // A type that takes no such value finds that at its beginning, or at its tag.
        let tag = match self.reader.peek() {
            b'{' => match self.tag_ahead() {
                Tag::Text(_, at) | Tag::Other(_, at) => Some(narrow(at.start)),
                Tag::None => None,
            },
            _ => None,
        };
        let is_whole = |note: &Note| match note.rule {
            Rule::Type => note.offset == narrow(start),
            Rule::Tag => note.offset == narrow(start) || Some(note.offset) == tag,
            _ => false,
        };
        let mut inside: Vec<Option<Note>> = Vec::new();
        for one in listed {
            self.property(&Property::listed(*one), 0, path)?;
            let fits = !self.findings.any_since(findings);
            let only = self.findings.only_error_since(findings);
            let unchecked = if fits { self.findings.others_since(findings).into() } else { Box::default() };
            self.nodes.truncate(nodes);
            self.tail.truncate(tail);
            self.findings.forget_since(findings);
            self.repeated.forget_since(repeated);
            self.reader.rewind(start);
            if fits {
                return Ok(Misfit::None(unchecked));
            }
            if !only.as_ref().is_some_and(is_whole) {
                inside.push(only);
            }
        }
        Ok(agreed(inside).map_or(Misfit::Whole, |note| Misfit::Inside(Box::new(note))))
    }

    /// Reads the value that starts here as what its tags say, an array's items each by their own; its nodes are of no
    /// use.
    pub(super) fn dynamic_value(&mut self, path: &Path<'_>) -> Step<()> {
        match self.reader.peek() {
            b'{' => self.dynamic_object(path),
            b'[' => {
                self.reader.enter()?;
                let mut count = 0;
                while self.reader.next_item(count == 0)? {
                    self.dynamic_value(&path.index(count))?;
                    count += 1;
                }
                Ok(())
            }
            _ => self.skip(path).map(drop),
        }
    }

    fn dynamic_object(&mut self, path: &Path<'_>) -> Step<()> {
        let (text, span) = match self.tag_ahead() {
            Tag::None => return self.skip(path).map(drop),
            Tag::Other(name, span) => {
                let tag = path.member(name, path.type_name());
                self.find(&tag, span, Rule::Tag, Expected::Words("a tag, which is a string"));
                return self.skip(path).map(drop);
            }
            Tag::Text(text, span) => (text, span),
        };
        match self.named(&text) {
            Named::Type(ty) => return self.object(ty, 0, None, path),
            Named::Outside => {}
            Named::Nothing => self.find(path, span, Rule::Tag, Expected::AnyTag),
        }
        self.skip(path).map(drop)
    }

    /// The value at `span`, which was read, as an object of a type of `kind`.
    pub(super) fn check_abstract(
        &mut self,
        kind: TypeKind,
        primitive: Primitive,
        span: Span,
        path: &Path<'_>,
    ) -> Step<()> {
        self.again(span, |decoder| decoder.abstract_value(kind, primitive, span, path))
    }

    fn abstract_value(&mut self, kind: TypeKind, primitive: Primitive, span: Span, path: &Path<'_>) -> Step<()> {
        if self.reader.peek() != b'{' {
            self.find(path, span, Rule::Type, Expected::Words(primitive.expected()));
            return Ok(());
        }
        let (at, found) = match self.tag_ahead() {
            Tag::Text(text, at) => (at, self.named(&text)),
            Tag::Other(_, at) => (at, Named::Nothing),
            Tag::None => {
                let members = self.members_at(span.start)?;
                if kind == TypeKind::Entity && (self.is_reference(&members) || self.is_of_delta(&members)) {
                    self.check_stated(&members, path);
                    return Ok(());
                }
                (span, Named::Nothing)
            }
        };
        match found {
            Named::Type(ty) if ty.kind == kind => self.object(ty, 0, None, path),
            Named::Outside => Ok(()),
            Named::Type(_) | Named::Nothing => {
                self.find(path, at, Rule::Tag, Expected::Words(primitive.expected()));
                Ok(())
            }
        }
    }

    /// Reads the value at `span` once more; nothing is kept but what is found.
    pub(super) fn again(&mut self, span: Span, read: impl FnOnce(&mut Self) -> Step<()>) -> Step<()> {
        let (position, nodes, tail) = (self.reader.position(), self.nodes.len(), self.tail.len());
        // What repeats inside was noted when the text was passed over.
        let repeated = self.repeated.mark();
        self.reader.rewind(span.start);
        read(self)?;
        self.repeated.forget_since(repeated);
        self.nodes.truncate(nodes);
        self.tail.truncate(tail);
        self.reader.rewind(position);
        Ok(())
    }

    /// The types in words.
    fn describe(&self, listed: &[Listed]) -> String {
        let names: Vec<String> = listed.iter().map(|one| one.describe(self.tables)).collect();
        if names.is_empty() { "no value at all".to_owned() } else { names.join(" or ") }
    }
}

/// What all found, if each found one thing and that is the same.
fn agreed(found: Vec<Option<Note>>) -> Option<Note> {
    let mut found = found.into_iter();
    let first = found.next()??;
    let is_same = |other: Option<Note>| {
        other.is_some_and(|other| {
            (other.offset, other.rule) == (first.offset, first.rule)
                && format!("{:?}", other.expected) == format!("{:?}", first.expected)
        })
    };
    found.all(is_same).then_some(first)
}
