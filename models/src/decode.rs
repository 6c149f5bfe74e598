//! From JSON text to documents: one driver for all types, led by the table.
//!
//! What does not have its declared shape is noted and kept as text, so that the whole text is walked once, every finding
//! is told, and an object that turns out to be foreign (see `ARCHITECTURE.md`) only drops what was noted inside it.

mod current;
mod envelope;
mod findings;
mod late;
mod object;
mod path;
mod scalar;
mod strict;
mod tag;
mod undeclared;

use std::{collections::BTreeMap, sync::Arc};

use odatype_json::{Problem, Reader, SyntaxError};

use crate::{
    Error, Record, Schema, TypeId,
    document::{Document, Node, NodeKind},
    table::{Kind, Property, Tables},
};
pub(crate) use envelope::envelope;
use findings::Findings;
use path::Path;
pub(crate) use scalar::whole;

/// Decodes `json` as the type at `index` of `schema`.
pub(crate) fn record(schema: &'static Schema, index: u16, json: &[u8]) -> Result<Record, Error> {
    document(schema, index, json, false)
}

/// Decodes `json` as the type at `index` of `schema`, with every check of the strict profile.
#[cfg(feature = "validate")]
pub(crate) fn record_strict(schema: &'static Schema, index: u16, json: &[u8]) -> Result<Record, Error> {
    document(schema, index, json, true)
}

fn document(schema: &'static Schema, index: u16, json: &[u8], strict: bool) -> Result<Record, Error> {
    let text = utf8(json)?;
    let mut decoder = Decoder::new(schema.tables(), text, strict);
    let index = decoder.whole(index).map_err(|error| Error::syntax(error, text))?;
    Ok(Record::of_document(TypeId { schema, index }, Arc::new(decoder.finish()?), 0))
}

/// The text of `json`, if it is text and not too long for a document's offsets.
fn utf8(json: &[u8]) -> Result<&str, Error> {
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

type Step<T> = Result<T, SyntaxError>;

struct Decoder<'t> {
    reader: Reader<'t>,
    tables: &'static Tables,
    nodes: Vec<Node>,
    /// Strings whose escapes were resolved; they follow the text in the document.
    tail: String,
    /// What does not fit its declaration.
    findings: Findings,
    /// Members that their object had already; these no foreign object excuses.
    repeated: Findings,
    strict: bool,
    /// Whether what is written has another order than what was read.
    reordered: bool,
    /// See [`Document::as_written`].
    as_written: usize,
    /// Whether the value at a place in the text fits what a type says of its dynamic members, where that was found out:
    /// the alternatives of what is around it ask again and again.
    dynamic: BTreeMap<(u32, u16), bool>,
}

impl<'t> Decoder<'t> {
    fn new(tables: &'static Tables, text: &'t str, strict: bool) -> Self {
        Self {
            reader: Reader::new(text),
            tables,
            nodes: Vec::with_capacity(text.len() / 16 + 8),
            tail: String::new(),
            findings: Findings::new(text.len()),
            repeated: Findings::new(text.len()),
            strict,
            reordered: false,
            as_written: 0,
            dynamic: BTreeMap::new(),
        }
    }

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
    fn finish(mut self) -> Result<Document, Error> {
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

    #[inline]
    fn push(&mut self, kind: NodeKind, slot: u16, a: usize, b: usize) {
        self.nodes.push(Node { kind, flags: 0, slot, a: narrow(a), b: narrow(b) });
    }

    /// The word that starts here, which is all of a value.
    #[inline]
    fn word(&mut self, word: &str, kind: NodeKind, slot: u16) -> Step<()> {
        let start = self.reader.position();
        self.reader.word(word)?;
        self.push(kind, slot, start, start + word.len());
        Ok(())
    }

    /// The value of `property`.
    fn property(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        match self.reader.peek() {
            b'n' => {
                self.word("null", NodeKind::Null, slot)?;
                if self.strict {
                    self.check_null(property, path);
                }
                Ok(())
            }
            b'[' if property.collection || matches!(property.kind, Kind::Union(_)) => self.list(property, slot, path),
            _ if property.collection => self.misfit(slot, "an array", path),
            _ => self.item(property, slot, path),
        }
    }

    fn list(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        let at = self.nodes.len();
        self.push(NodeKind::List, slot, 0, 0);
        self.reader.enter()?;
        let mut count = 0;
        while self.reader.next_item(count == 0)? {
            let path = path.index(count);
            if self.reader.peek() == b'n' {
                self.word("null", NodeKind::Null, 0)?;
                if self.strict && (!property.nullable || matches!(property.kind, Kind::Union(_))) {
                    self.find(&path, "an item that is not null", "null");
                }
            } else {
                self.item(property, 0, &path)?;
            }
            count += 1;
        }
        let end = self.nodes.len();
        self.nodes[at].a = narrow(count);
        self.nodes[at].b = narrow(end);
        if self.strict {
            self.check_count(property, count, path);
        }
        Ok(())
    }

    /// One value of the property's kind, not null.
    fn item(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        match property.kind {
            Kind::Structured(index) | Kind::Union(index) => {
                let declared = self.tables.get(index);
                if self.reader.peek() == b'{' {
                    self.object(declared, slot, Some(property), path)
                } else if matches!(property.kind, Kind::Union(_)) {
                    self.other_of_union(slot, path)
                } else {
                    self.misfit(slot, "an object", path)
                }
            }
            Kind::Json | Kind::Geo => self.any(property, slot, path),
            _ => self.scalar(property, slot, path),
        }
    }

    /// Something in a union's place that is no object.
    fn other_of_union(&mut self, slot: u16, path: &Path<'_>) -> Step<()> {
        let span = self.skip(path)?;
        self.push(NodeKind::Raw, slot, span.start, span.end);
        if self.strict {
            self.find(path, "an object of one of the declared types", &found(self.reader.slice(span)));
        }
        Ok(())
    }

    /// Any value at all, or a geography.
    fn any(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        let span = self.skip(path)?;
        self.push(NodeKind::Raw, slot, span.start, span.end);
        if property.kind == Kind::Geo && !is_geo(self.reader.slice(span)) {
            self.find(path, property.kind.expected(), &found(self.reader.slice(span)));
        }
        Ok(())
    }

    /// Keeps the value that starts here as text and notes that it is not what it should be.
    #[cold]
    fn misfit(&mut self, slot: u16, expected: &str, path: &Path<'_>) -> Step<()> {
        let span = self.skip(path)?;
        self.misfit_at(slot, (span.start, span.end), expected, path);
        Ok(())
    }

    #[cold]
    fn misfit_at(&mut self, slot: u16, (start, end): (usize, usize), expected: &str, path: &Path<'_>) {
        self.push(NodeKind::Raw, slot, start, end);
        let found = found(self.reader.text().get(start..end).unwrap_or(""));
        self.find(path, expected, &found);
    }

    /// Passes over a value that is kept as text; members that repeat in it are noted.
    fn skip(&mut self, path: &Path<'_>) -> Step<odatype_json::Span> {
        let Self { reader, repeated, .. } = self;
        let text = reader.text();
        reader.skip(&mut |name| {
            let at = name.span.start;
            let name = odatype_json::unescape(text.get(at..name.span.end).unwrap_or(""));
            repeated.push(at, path, "members of one object to differ", &found(&format!("`{name}` again")));
        })
    }

    #[cold]
    fn find(&mut self, path: &Path<'_>, expected: &str, found: &str) {
        self.findings.push(self.reader.position(), path, expected, found);
    }
}

/// Offsets and counts fit: a document is at most 4 GiB long.
#[expect(clippy::cast_possible_truncation, reason = "checked once for the whole text")]
#[inline]
fn narrow(number: usize) -> u32 {
    number as u32
}

/// A slot as nodes hold it. A type has at most as many properties as the table has room for.
#[expect(clippy::cast_possible_truncation, reason = "see above")]
#[inline]
fn slot_number(slot: usize) -> u16 {
    slot as u16
}

/// A short picture of a value, for findings.
fn found(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((cut, _)) => format!("{}…", &text[..cut]),
    }
}

/// Whether `text`, valid JSON, is an object with a string member `type`.
///
/// Source: RFC 7946, section 3.
fn is_geo(text: &str) -> bool {
    odatype_json::tree::parse(text).is_ok_and(|value| value.get("type").is_some_and(|kind| kind.as_str().is_some()))
}

#[cfg(test)]
mod tests;
