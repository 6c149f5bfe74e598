//! A whole text, from its first byte to the document.

use std::sync::Arc;

use odatype_json::{Problem, SyntaxError};

use super::{Decoder, Path, Step};
use crate::{
    error::Error,
    node::{Document, Node, NodeKind, Record},
    table::{Schema, TypeId},
};

/// Decodes `json` as the type at `index` of `schema`.
pub(crate) fn record(schema: &'static Schema, index: u16, json: &[u8]) -> Result<Record, Error> {
    whole(schema, index, json, false)
}

/// Decodes `json` as the type at `index` of `schema`, with every check of the strict profile.
#[cfg(feature = "validate")]
pub(crate) fn record_strict(schema: &'static Schema, index: u16, json: &[u8]) -> Result<Record, Error> {
    whole(schema, index, json, true)
}

fn whole(schema: &'static Schema, index: u16, json: &[u8], strict: bool) -> Result<Record, Error> {
    let text = utf8(json)?;
    let mut decoder = Decoder::new(schema.tables(), text, strict);
    let index = decoder.whole(index).map_err(|error| Error::syntax(error, text))?;
    Ok(Record::of_document(TypeId { schema, index }, Arc::new(decoder.finish()?), 0))
}

/// The text of `json`, if it is text and not too long for a document's offsets.
pub(super) fn utf8(json: &[u8]) -> Result<&str, Error> {
    let text = std::str::from_utf8(json).map_err(|error| {
        let valid = String::from_utf8_lossy(&json[..error.valid_up_to()]);
        Error::syntax(SyntaxError { offset: error.valid_up_to(), problem: Problem::NotUtf8 }, &valid)
    })?;
    if u32::try_from(text.len()).is_ok() {
        Ok(text)
    } else {
        Err(Error::syntax(SyntaxError { offset: 0, problem: Problem::TooLong }, ""))
    }
}

impl Decoder<'_> {
    /// The whole text, in a place for the type at `declared`; gives the index of the value's type.
    fn whole(&mut self, declared: u16) -> Step<u16> {
        let ty = self.tables.get(declared);
        let path = Path::root(ty.name);
        if self.reader.peek() == b'{' {
            self.object(ty, 0, None, &path)?;
        } else {
            self.misfit(0, "an object", &path)?;
        }
        if self.reader.is_shortest() && self.tail.is_empty() && !self.reordered {
            self.as_written = self.reader.position();
        }
        self.reader.end()?;
        Ok(match self.nodes.first() {
            Some(Node { kind: NodeKind::Object, a, .. }) => u16::try_from(*a).unwrap_or(declared),
            _ => declared,
        })
    }

    /// The document, unless anything was found.
    pub(super) fn finish(mut self) -> Result<Document, Error> {
        if !self.findings.is_empty() || !self.repeated.is_empty() {
            self.findings.append(&mut self.repeated);
            let (findings, more) = self.findings.finish();
            return Err(Error::from_findings(findings, more));
        }
        let text = self.reader.text();
        // Without escapes strings are shorter, but they follow the whole text.
        if u32::try_from(text.len() + self.tail.len()).is_err() {
            return Err(Error::syntax(SyntaxError { offset: 0, problem: Problem::TooLong }, ""));
        }
        let text = if self.tail.is_empty() {
            Box::from(text)
        } else {
            let mut all = String::with_capacity(text.len() + self.tail.len());
            all.push_str(text);
            all.push_str(&self.tail);
            all.into_boxed_str()
        };
        Ok(Document { text, as_written: self.as_written, nodes: self.nodes, tables: self.tables })
    }
}
