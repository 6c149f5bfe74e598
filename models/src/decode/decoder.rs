//! The driver: the text that is read, the nodes that are made of it, and what is found on the way.

use std::collections::HashMap;

use odatype_json::{Reader, Span, SyntaxError};
use odatype_table::Profile;

use super::{beside::Beside, path::Path};
use crate::{
    finding::{Expected, Found, Level, Note, Notes, Rule, Steps, narrow},
    node::{Node, NodeKind},
    table::{Asks, Order, Schema, Tables, Turn, is_noted},
};

/// What reading gives: a fault of the text ends it, a value that does not fit does not.
pub(super) type Step<T> = Result<T, SyntaxError>;

/// What keeps a value from being of one of several types.
#[derive(Clone)]
pub(super) enum Misfit {
    /// Nothing; what was not checked of it.
    None(Box<[Note]>),
    /// It is of none of them.
    Whole,
    /// It would be of each of those that take such a value at all, but for this inside it.
    Inside(Box<Note>),
}

/// The driver: where it is in the text, and what it has made so far.
pub(super) struct Decoder<'t> {
    pub(super) reader: Reader<'t>,
    pub(super) schema: &'static Schema,
    /// Of that schema.
    pub(super) tables: &'static Tables,
    pub(super) nodes: Vec<Node>,
    /// The last node that has others in it, or that hides some.
    pub(super) last_deep: usize,
    /// Strings whose escapes were resolved; they follow the text in the document.
    pub(super) tail: String,
    /// What does not fit its declaration.
    pub(super) findings: Notes,
    /// Members that their object had already; these no foreign object excuses.
    pub(super) repeated: Notes,
    /// The ways to what was found.
    pub(super) steps: Steps,
    pub(super) strict: bool,
    /// Whether what comes after what is noted, for payloads that are read later.
    pub(super) is_noted: bool,
    /// Another schema, if somebody wants to know whether it would find the same.
    pub(super) beside: Option<&'t Beside<'t>>,
    /// What is asked of objects as a whole.
    pub(super) asks: Asks,
    /// Whether what is written has another order than what was read.
    pub(super) reordered: bool,
    /// See [`crate::node::Document::as_written`].
    pub(super) as_written: usize,
    /// What keeps the value at a place in the text from being of one of the types in a list, where that was found out:
    /// the alternatives of what is around it ask again and again. A list is told from others by its address.
    pub(super) misfits: Option<HashMap<(usize, usize), Misfit>>,
}

impl<'t> Decoder<'t> {
    pub(super) fn new(schema: &'static Schema, text: &'t str, profile: Profile) -> Self {
        Self {
            reader: Reader::new(text),
            schema,
            tables: schema.tables(),
            nodes: Vec::with_capacity(text.len() / 16 + 8),
            last_deep: 0,
            tail: String::new(),
            findings: Notes::new(text.len()),
            repeated: Notes::new(text.len()),
            steps: Steps::default(),
            strict: profile != Profile::Tolerant,
            is_noted: is_noted(),
            beside: None,
            asks: Asks::of(profile),
            reordered: false,
            as_written: 0,
            misfits: None,
        }
    }

    /// Notes that the member at `slot` came at `turn`.
    #[inline]
    pub(super) fn note_order(&self, order: &Order, turn: Turn, slot: usize) {
        if self.is_noted {
            order.note(turn, slot_number(slot));
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

    /// Keeps the value that starts here as text and notes that it is of another kind than it should be.
    #[cold]
    pub(super) fn misfit(&mut self, slot: u16, expected: &'static str, path: &Path<'_>) -> Step<()> {
        let span = self.skip(path)?;
        self.misfit_at(slot, span, Rule::Type, expected, path);
        Ok(())
    }

    /// The same for a value that was read.
    #[cold]
    pub(super) fn misfit_at(&mut self, slot: u16, span: Span, rule: Rule, expected: &'static str, path: &Path<'_>) {
        self.push(NodeKind::Raw, slot, span.start, span.end);
        self.find(path, span, rule, Expected::Words(expected));
    }

    /// Passes over a value that is kept as text; members that repeat in it are noted.
    pub(super) fn skip(&mut self, path: &Path<'_>) -> Step<Span> {
        self.reader.peek();
        let (from, mut names) = (self.reader, Vec::new());
        let span = self.reader.skip(&mut |name| names.push(name.span))?;
        if !names.is_empty() {
            self.repeated_inside(&mut from.clone(), &mut names.as_slice(), path)?;
        }
        Ok(span)
    }

    /// Notes the members in the value before `reader` whose names are at `names`, in the text's order, each at its own
    /// place.
    #[cold]
    fn repeated_inside(&mut self, reader: &mut Reader<'t>, names: &mut &[Span], path: &Path<'_>) -> Step<()> {
        match reader.peek() {
            b'{' => {
                reader.enter()?;
                let mut is_first = true;
                while reader.next_member(is_first)? {
                    is_first = false;
                    let name = reader.name()?.span;
                    let path = path.member(name, path.type_name());
                    if let [next, rest @ ..] = *names
                        && *next == name
                    {
                        *names = rest;
                        self.repeat(&path, name);
                    }
                    self.repeated_inside(reader, names, &path)?;
                }
            }
            b'[' => {
                reader.enter()?;
                let mut count = 0;
                while reader.next_item(count == 0)? {
                    self.repeated_inside(reader, names, &path.index(count))?;
                    count += 1;
                }
            }
            _ => drop(reader.skip(&mut |_| {})?),
        }
        Ok(())
    }

    /// Notes what is wrong with the value at `span`.
    #[cold]
    pub(super) fn find(&mut self, path: &Path<'_>, span: Span, rule: Rule, expected: Expected) {
        self.note(path, span.start, rule, expected, Found::Value(narrow(span.start), narrow(span.end)));
    }

    /// Notes what is wrong at `at` of the text.
    #[cold]
    pub(super) fn note(&mut self, path: &Path<'_>, at: usize, rule: Rule, expected: Expected, found: Found) {
        self.note_as(Level::Error, path, at, rule, expected, found);
    }

    /// The same, at a level of its own.
    #[cold]
    pub(super) fn note_as(
        &mut self,
        level: Level,
        path: &Path<'_>,
        at: usize,
        rule: Rule,
        expected: Expected,
        found: Found,
    ) {
        let place = path.place(&mut self.steps);
        let type_name = path.type_name();
        self.findings.push(Note { offset: narrow(at), place, rule, level, type_name, expected, found });
    }

    /// Notes that an object has the member whose name is at `name` already; `path` is that member.
    #[cold]
    pub(super) fn repeat(&mut self, path: &Path<'_>, name: Span) {
        let note = again(name, path, &mut self.steps);
        self.repeated.push(note);
    }
}

fn again(name: Span, path: &Path<'_>, steps: &mut Steps) -> Note {
    Note {
        offset: narrow(name.start),
        place: path.place(steps),
        rule: Rule::Repeated,
        level: Level::Error,
        type_name: path.type_name(),
        expected: Expected::Words("members of one object to differ"),
        found: Found::Again(narrow(name.start), narrow(name.end)),
    }
}

/// A slot as nodes hold it. A type has at most as many properties as the table has room for.
#[expect(clippy::cast_possible_truncation, reason = "checked when the table was made")]
#[inline]
pub(super) fn slot_number(slot: usize) -> u16 {
    slot as u16
}

/// A count or length as findings and constraints hold it.
pub(super) fn number(count: usize) -> u64 {
    // There is no machine with more than 64 bits for it.
    count as u64
}
