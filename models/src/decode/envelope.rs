//! The envelope of a collection: `{"value": […], "@odata.nextLink": "…"}`.

use std::{borrow::Cow, collections::HashSet, sync::Arc};

use odatype_json::unescape;
use odatype_table::Profile;

use super::{Decoder, Path, Step, utf8};
use crate::{
    error::Error,
    finding::{Expected, Findings, Found, Rule},
    node::{Document, NodeKind, Record},
    table::{Kind, Property, Schema, TypeId},
};

/// A collection's envelope.
pub(crate) struct Envelope<I> {
    /// The items of `value`.
    pub(crate) items: Vec<I>,
    /// The other members as JSON text.
    pub(crate) members: Members,
    /// Where `value` is.
    pub(crate) value_at: ValueAt,
}

/// Where the array of the items is.
#[derive(Clone, Debug)]
pub(crate) enum ValueAt {
    /// Before the member of this place.
    Place(usize),
    /// Nowhere. What is there instead of an array, if anything, is among the members.
    Nowhere,
    /// The payload is no object, but this.
    NoObject(Box<str>),
}

/// Names and JSON texts.
pub(crate) type Members = Vec<(Box<str>, Box<str>)>;

/// Decodes `json` as an envelope of items of the type `ty`.
pub(crate) fn envelope(ty: TypeId, json: &[u8]) -> Result<Envelope<Record>, Error> {
    let mut decoder = Decoder::new(ty.schema, utf8(json)?, Profile::Tolerant);
    let (members, value_at) = decoder.envelope(Kind::Structured(ty.index))?;
    decoder.fits()?;
    Ok(Envelope { items: records(decoder.document()?), members, value_at })
}

/// The same, what does not fit kept as JSON text; and what that is.
pub(crate) fn partial_envelope(ty: TypeId, json: &[u8]) -> Result<(Envelope<Record>, Findings), Error> {
    let mut decoder = Decoder::new(ty.schema, utf8(json)?, Profile::Tolerant);
    let (members, value_at) = decoder.envelope(Kind::Structured(ty.index))?;
    let (document, findings) = decoder.partly()?;
    Ok((Envelope { items: records(document), members, value_at }, findings))
}

/// Decodes `json` as an envelope of values of `kind`, which are no objects: where they are in the document.
pub(crate) fn values(schema: &'static Schema, kind: Kind, json: &[u8]) -> Result<(Envelope<usize>, Document), Error> {
    let mut decoder = Decoder::new(schema, utf8(json)?, Profile::Tolerant);
    let (members, value_at) = decoder.envelope(kind)?;
    decoder.fits()?;
    let document = decoder.document()?;
    Ok((Envelope { items: document.items(0).collect(), members, value_at }, document))
}

/// The items of the one member of `json`, which are of the type `ty`.
pub(crate) fn only_member(ty: TypeId, json: &[u8]) -> Result<Vec<Record>, Error> {
    let text = utf8(json)?;
    let mut decoder = Decoder::new(ty.schema, text, Profile::Tolerant);
    decoder.whole_member(Kind::Structured(ty.index)).map_err(|error| Error::syntax(error, text))?;
    decoder.fits()?;
    Ok(records(decoder.document()?))
}

fn records(document: Document) -> Vec<Record> {
    Record::of_document(Arc::new(document), 0).items()
}

impl Decoder<'_> {
    /// Reads the whole text; the items' list is the first node.
    pub(super) fn envelope(&mut self, kind: Kind) -> Result<(Members, ValueAt), Error> {
        let text = self.reader.text();
        self.whole_envelope(kind).map_err(|error| Error::syntax(error, text))
    }

    fn whole_envelope(&mut self, kind: Kind) -> Step<(Members, ValueAt)> {
        // What is found in the envelope itself is told of the type of its items.
        let type_name = self.tables.name_of(kind);
        let path = Path::root(type_name);
        let mut members = Vec::new();
        let (mut value_at, mut has_value) = (ValueAt::Nowhere, false);
        if self.reader.peek() != b'{' {
            self.misfit(0, "an object with the member `value`", &path)?;
            self.reader.end()?;
            return Ok((members, ValueAt::NoObject(self.text_of_first())));
        }
        let start = self.reader.position();
        let property = Property::unnamed(kind, true, !self.strict);
        self.reader.enter()?;
        let mut names: HashSet<Cow<'_, str>> = HashSet::new();
        while self.reader.next_member(names.is_empty())? {
            let span = self.reader.name()?.span;
            let path = path.member(span, type_name);
            let name = unescape(self.reader.slice(span));
            if !names.insert(name.clone()) {
                self.repeat(&path, span);
            }
            if name == "value" {
                has_value = true;
                if self.reader.peek() == b'n' {
                    self.misfit(0, "an array", &path)?;
                } else {
                    self.property(&property, 0, &path)?;
                }
                if self.nodes.first().is_some_and(|first| first.kind == NodeKind::List) {
                    value_at = ValueAt::Place(members.len());
                } else {
                    members.push((name.into(), self.text_of_first()));
                }
            } else {
                let value = self.skip(&path)?;
                if self.strict {
                    self.check_envelope_member(&name, span, value, &path);
                }
                members.push((name.into(), self.reader.slice(value).into()));
            }
        }
        self.reader.end()?;
        if !has_value {
            // The items, of which there are none.
            self.push(NodeKind::List, 0, 0, 1);
            self.note(&path, start, Rule::Required, Expected::Required("value"), Found::Words("none"));
        }
        Ok((members, value_at))
    }

    /// Reads the whole text, an object with one member; its items' list is the first node.
    fn whole_member(&mut self, kind: Kind) -> Step<()> {
        let type_name = self.tables.name_of(kind);
        self.reader.enter()?;
        if self.reader.next_member(true)? {
            let span = self.reader.name()?.span;
            self.property(&Property::unnamed(kind, true, true), 0, &Path::root(type_name).member(span, type_name))?;
            self.reader.next_member(false)?;
        }
        self.reader.end()
    }

    /// The text of the first node, which is one that was kept as it is.
    fn text_of_first(&self) -> Box<str> {
        let span = self.nodes.first().map(|_| self.span_of(0));
        span.map_or("", |span| self.reader.slice(span)).into()
    }
}
