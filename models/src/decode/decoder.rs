//! The driver: the text that is read, the nodes that are made of it, and what is found on the way.

use std::collections::BTreeMap;

use odatype_json::{Reader, SyntaxError};

use super::{Findings, Path};
use crate::{
    node::{Node, NodeKind},
    table::Tables,
};

/// What reading gives: a fault of the text ends it, a value that does not fit does not.
pub(super) type Step<T> = Result<T, SyntaxError>;

/// The driver: where it is in the text, and what it has made so far.
pub(super) struct Decoder<'t> {
    pub(super) reader: Reader<'t>,
    pub(super) tables: &'static Tables,
    pub(super) nodes: Vec<Node>,
    /// Strings whose escapes were resolved; they follow the text in the document.
    pub(super) tail: String,
    /// What does not fit its declaration.
    pub(super) findings: Findings,
    /// Members that their object had already; these no foreign object excuses.
    pub(super) repeated: Findings,
    pub(super) strict: bool,
    /// Whether what is written has another order than what was read.
    pub(super) reordered: bool,
    /// See [`crate::node::Document::as_written`].
    pub(super) as_written: usize,
    /// Whether the value at a place in the text fits what a type says of its dynamic members, where that was found out:
    /// the alternatives of what is around it ask again and again.
    pub(super) dynamic: BTreeMap<(u32, u16), bool>,
}

impl<'t> Decoder<'t> {
    pub(super) fn new(tables: &'static Tables, text: &'t str, strict: bool) -> Self {
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

    #[inline]
    pub(super) fn push(&mut self, kind: NodeKind, slot: u16, a: usize, b: usize) {
        self.nodes.push(Node { kind, flags: 0, slot, a: narrow(a), b: narrow(b) });
    }

    /// The word that starts here, which is all of a value.
    #[inline]
    pub(super) fn word(&mut self, word: &str, kind: NodeKind, slot: u16) -> Step<()> {
        let start = self.reader.position();
        self.reader.word(word)?;
        self.push(kind, slot, start, start + word.len());
        Ok(())
    }

    /// Keeps the value that starts here as text and notes that it is not what it should be.
    #[cold]
    pub(super) fn misfit(&mut self, slot: u16, expected: &str, path: &Path<'_>) -> Step<()> {
        let span = self.skip(path)?;
        self.misfit_at(slot, (span.start, span.end), expected, path);
        Ok(())
    }

    #[cold]
    pub(super) fn misfit_at(&mut self, slot: u16, (start, end): (usize, usize), expected: &str, path: &Path<'_>) {
        self.push(NodeKind::Raw, slot, start, end);
        let found = found(self.reader.text().get(start..end).unwrap_or(""));
        self.find(path, expected, &found);
    }

    /// Passes over a value that is kept as text; members that repeat in it are noted.
    pub(super) fn skip(&mut self, path: &Path<'_>) -> Step<odatype_json::Span> {
        let Self { reader, repeated, .. } = self;
        let text = reader.text();
        reader.skip(&mut |name| {
            let at = name.span.start;
            let name = odatype_json::unescape(text.get(at..name.span.end).unwrap_or(""));
            repeated.push(at, path, "members of one object to differ", &found(&format!("`{name}` again")));
        })
    }

    #[cold]
    pub(super) fn find(&mut self, path: &Path<'_>, expected: &str, found: &str) {
        self.findings.push(self.reader.position(), path, expected, found);
    }
}

/// Offsets and counts fit: a document is at most 4 GiB long.
#[expect(clippy::cast_possible_truncation, reason = "checked once for the whole text")]
#[inline]
pub(super) fn narrow(number: usize) -> u32 {
    number as u32
}

/// A slot as nodes hold it. A type has at most as many properties as the table has room for.
#[expect(clippy::cast_possible_truncation, reason = "see above")]
#[inline]
pub(super) fn slot_number(slot: usize) -> u16 {
    slot as u16
}

/// A short picture of a value, for findings.
pub(super) fn found(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((cut, _)) => format!("{}…", &text[..cut]),
    }
}
