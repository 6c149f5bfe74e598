//! The XML of a schema as a tree of elements with offsets.
//!
//! CSDL XML needs little of XML: elements, attributes, and text in a few leaves. Document types and entities other than
//! the five predefined ones are refused, so nothing is ever fetched or expanded. Elements and attributes of foreign
//! namespaces are left out, as CSDL lets a service add them.
//!
//! Source: OData CSDL XML 4.01, sections 2 and 3.

use std::borrow::Cow;

use quick_xml::{
    NsReader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesRef, BytesStart, Event},
};

use super::namespace::{Known, NAMESPACES, known};

/// How deep elements may nest; annotations, the only recursive construct, are nowhere near.
const MAX_DEPTH: usize = 128;

/// An element with what is in it.
#[derive(Debug)]
pub(super) struct Element<'a> {
    /// Its local name.
    pub(super) name: &'a str,
    /// Offset of its `<`.
    pub(super) start: usize,
    pub(super) attributes: Vec<Attribute<'a>>,
    pub(super) children: Vec<Element<'a>>,
    /// The text directly in it, joined.
    pub(super) text: Cow<'a, str>,
}

/// An attribute without a prefix.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
    /// Offset of its name.
    pub(super) start: usize,
}

/// Why a text is not XML that can be a schema.
#[derive(Debug)]
pub(super) struct TreeError {
    pub(super) offset: usize,
    pub(super) message: String,
}

/// Reads the root element of `text`.
pub(super) fn parse(text: &str) -> Result<Element<'_>, TreeError> {
    Builder { text, reader: NsReader::from_str(text), open: Vec::new(), root: None, skipped: 0, older: None }.run()
}

struct Builder<'a> {
    text: &'a str,
    reader: NsReader<&'a [u8]>,
    open: Vec<Element<'a>>,
    root: Option<Element<'a>>,
    /// How many elements are open in, and with, the foreign one that is being left out.
    skipped: usize,
    /// Where older metadata starts.
    older: Option<usize>,
}

impl<'a> Builder<'a> {
    fn run(mut self) -> Result<Element<'a>, TreeError> {
        loop {
            let start = offset_of(self.reader.buffer_position());
            let (namespace, event) =
                self.reader.read_resolved_event().map(known).map_err(|error| self.broken(&error))?;
            match event {
                Event::Start(tag) => self.start(&tag, start, namespace)?,
                Event::Empty(tag) => {
                    self.start(&tag, start, namespace)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(text.into_inner(), start)?,
                Event::CData(text) => self.text(text.into_inner(), start)?,
                Event::GeneralRef(reference) => self.reference(&reference, start)?,
                Event::DocType(_) => return Err(error(start, "a document type is not allowed in a schema")),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
                Event::Eof => break,
            }
        }
        if let Some(start) = self.older {
            return Err(is_older(None, start));
        }
        match (self.open.pop(), self.root) {
            (Some(open), _) => Err(error(open.start, format!("element `{}` is not closed", open.name))),
            (None, Some(root)) => Ok(root),
            (None, None) => Err(error(0, "the file has no element; expected `edmx:Edmx`")),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, start: usize, namespace: Known) -> Result<(), TreeError> {
        let name = self.borrow(tag.local_name().into_inner(), start)?;
        let is_root = self.open.is_empty();
        if let Known::Older(version) = namespace
            && (is_root || name == "Schema")
        {
            // Only what an older envelope holds tells of which version it is.
            let start = *self.older.get_or_insert(start);
            if version.is_some() {
                return Err(is_older(version, start));
            }
        }
        // A schema that was left out would be missed by nobody.
        let is_needed = is_root || (name == "Schema" && self.open.len() == 2);
        if self.skipped > 0 || self.older.is_some() || (namespace != Known::Odata && !is_needed) {
            self.skipped += 1;
            return Ok(());
        }
        if namespace != Known::Odata {
            let [edmx, edm] = NAMESPACES;
            let expected = if name == "Schema" { edm } else { edmx };
            let message = format!("element `{name}` is not in a namespace of OData 4; expected `{expected}`");
            return Err(error(start, message));
        }
        if self.root.is_some() {
            return Err(error(start, format!("element `{name}` follows the root element; expected nothing")));
        }
        if self.open.len() == MAX_DEPTH {
            return Err(error(start, format!("elements are nested more than {MAX_DEPTH} deep")));
        }
        let attributes = self.attributes(tag, start)?;
        self.open.push(Element { name, start, attributes, children: Vec::new(), text: Cow::Borrowed("") });
        Ok(())
    }

    fn attributes(&self, tag: &BytesStart<'_>, start: usize) -> Result<Vec<Attribute<'a>>, TreeError> {
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|problem| {
                let problem = problem.to_string();
                // Its own position counts from the tag, which says nothing to a reader of the file.
                let problem = problem.split_once(": ").map_or(&*problem, |(_, problem)| problem);
                error(start, format!("not well-formed XML: {problem}"))
            })?;
            let key = attribute.key.into_inner();
            if key.contains(':') || key == "xmlns" {
                continue;
            }
            let name = self.borrow(key, start)?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|problem| error(start, format!("attribute `{name}`: {problem}")))?;
            let value = match value {
                Cow::Borrowed(value) => Cow::Borrowed(self.borrow(value, start)?),
                Cow::Owned(value) => Cow::Owned(value),
            };
            attributes.push(Attribute { name, value, start: self.offset_in(name).unwrap_or(start) });
        }
        Ok(attributes)
    }

    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn text(&mut self, text: Cow<'a, str>, start: usize) -> Result<(), TreeError> {
        if self.skipped > 0 {
            return Ok(());
        }
        match self.open.last_mut() {
            Some(element) if element.text.is_empty() => element.text = text,
            Some(element) => element.text.to_mut().push_str(&text),
            None if text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() => {}
            None if self.root.is_none() => {
                return Err(error(start, "the text is neither XML nor JSON; expected a schema, CSDL XML or CSDL JSON"));
            }
            None => return Err(error(start, "text outside the root element")),
        }
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef<'_>, start: usize) -> Result<(), TreeError> {
        let character = reference.resolve_char_ref().map_err(|problem| error(start, problem.to_string()))?;
        let name = reference.borrow().into_inner().into_owned();
        let text = match character {
            Some(character) => Some(character.to_string()),
            None => resolve_predefined_entity(&name).map(str::to_owned),
        };
        match text {
            Some(text) => self.text(Cow::Owned(text), start),
            None => Err(error(start, format!("entity `{name}` is not one of XML's own; others are refused"))),
        }
    }

    /// `part`, which the reader cut out of the text, with the text's own lifetime.
    fn borrow(&self, part: &str, start: usize) -> Result<&'a str, TreeError> {
        let found = self.offset_in(part).and_then(|offset| self.text.get(offset..offset + part.len()));
        found.ok_or_else(|| error(start, format!("`{part}` cannot be placed in the file")))
    }

    fn offset_in(&self, part: &str) -> Option<usize> {
        (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize).filter(|offset| *offset <= self.text.len())
    }

    fn broken(&self, problem: &quick_xml::Error) -> TreeError {
        error(offset_of(self.reader.error_position()), format!("not well-formed XML: {problem}"))
    }
}

fn is_older(version: Option<u8>, start: usize) -> TreeError {
    let version = version.map_or_else(|| "2 or 3".to_owned(), |version| version.to_string());
    error(start, format!("this is OData {version} metadata; odatype reads OData 4"))
}

fn error(offset: usize, message: impl Into<String>) -> TreeError {
    TreeError { offset, message: message.into() }
}

fn offset_of(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
