//! The envelope of a collection: `{"value": […], "@odata.nextLink": "…"}`.

use std::{borrow::Cow, collections::HashSet, sync::Arc};

use odatype_json::unescape;

use super::{Decoder, Path, Step, utf8};
use crate::{
    error::Error,
    node::Record,
    table::{Kind, Property, Schema, TypeId},
};

/// A collection's envelope.
pub(crate) struct Envelope {
    /// The items of `value`.
    pub(crate) items: Vec<Record>,
    /// The other members as JSON text.
    pub(crate) members: Members,
    /// The place of `value` among all members.
    pub(crate) value_at: usize,
}

/// Names and JSON texts.
pub(crate) type Members = Vec<(Box<str>, Box<str>)>;

/// What findings of the envelope itself are findings of.
const NAME: &str = "Collection";

/// Decodes `json` as an envelope of items of the type at `index` of `schema`.
pub(crate) fn envelope(schema: &'static Schema, index: u16, json: &[u8]) -> Result<Envelope, Error> {
    let text = utf8(json)?;
    let mut decoder = Decoder::new(schema.tables(), text, false);
    let (members, value_at) = decoder.envelope(index).map_err(|error| Error::syntax(error, text))?;
    let document = decoder.finish()?;
    let items = Record::of_document(TypeId { schema, index }, Arc::new(document), 0).items();
    Ok(Envelope { items, members, value_at })
}

impl Decoder<'_> {
    /// The whole text; the items' list is the first node.
    fn envelope(&mut self, index: u16) -> Step<(Members, usize)> {
        let path = Path::root(NAME);
        let mut members = Vec::new();
        let mut value_at = None;
        if self.reader.peek() != b'{' {
            self.misfit(0, "an object with the member `value`", &path)?;
            self.reader.end()?;
            return Ok((members, 0));
        }
        let property = Property::unnamed(Kind::Structured(index), true, true);
        self.reader.enter()?;
        let mut names: HashSet<Cow<'_, str>> = HashSet::new();
        while self.reader.next_member(names.is_empty())? {
            let name = self.reader.name()?;
            let raw = self.reader.slice(name.span);
            let path = path.member(raw, NAME);
            let name = unescape(raw);
            if !names.insert(name.clone()) {
                self.repeat(&path, raw);
            }
            if name == "value" {
                value_at = Some(members.len());
                if self.reader.peek() == b'n' {
                    self.misfit(0, "an array", &path)?;
                } else {
                    self.property(&property, 0, &path)?;
                }
            } else {
                let span = self.skip(&path)?;
                members.push((name.into(), self.reader.slice(span).into()));
            }
        }
        self.reader.end()?;
        if value_at.is_none() {
            self.find(&path, "the member `value`", "none");
        }
        Ok((members, value_at.unwrap_or(0)))
    }
}
