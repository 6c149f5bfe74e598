//! What reading a document of either form notes as it goes: faults with places, aliases, and the terms that are applied.

use odatype_table::near::{nearest, perhaps};

use crate::{
    alias::Aliases,
    document::{Document, Terms},
    fault::Fault,
    model::Location,
    places::Places,
};

/// Which of the `unknown` names that are there was probably meant where `name` is missing; that it is unknown is a warning, which
/// not everybody is shown.
pub(crate) fn meant<'n>(name: &str, unknown: impl Iterator<Item = &'n str>) -> Option<String> {
    let near = *nearest(name, unknown, 1).first()?;
    Some(format!("`{near}`, which is there, is not known: perhaps `{name}`"))
}

/// What should be there instead of `name`: which of `known` was probably meant, or else all of them.
pub(crate) fn instead(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied(), 1).as_slice() {
        [] => format!("expected one of `{}`", known.join("`, `")),
        near => perhaps(near),
    }
}

/// What is known and noted of the document that is being read.
pub(crate) struct Notes<'a> {
    places: Places<'a>,
    pub(crate) aliases: Aliases,
    /// The element that is being read, for messages.
    pub(crate) name: Option<String>,
    faults: Vec<Fault>,
    /// Whether what is being read is needed by no type, so that whatever is wrong in it is a warning.
    is_aside: bool,
    /// Where each term is first applied.
    terms: Terms,
}

impl<'a> Notes<'a> {
    /// Nothing is noted yet of the text with these places.
    pub(crate) fn new(places: Places<'a>) -> Self {
        Self {
            places,
            aliases: Aliases::default(),
            name: None,
            faults: Vec::new(),
            is_aside: false,
            terms: Terms::default(),
        }
    }

    /// Notes a fault that has its place.
    #[cfg(feature = "xml")]
    pub(crate) fn tell(&mut self, fault: Fault) {
        self.faults.push(Fault { name: self.name.clone(), ..fault });
    }

    /// Gives what was noted to `document`.
    pub(crate) fn finish(&mut self, document: &mut Document) {
        document.faults.append(&mut self.faults);
        document.terms = std::mem::take(&mut self.terms).placed(|offset| self.places.at(offset));
    }
}

/// Whoever reads a document, and notes what is wrong in it.
pub(crate) trait Noting<'a> {
    /// What is noted.
    fn notes(&self) -> &Notes<'a>;

    /// The same, to note more.
    fn notes_mut(&mut self) -> &mut Notes<'a>;

    /// The place of the byte at `offset`.
    fn at(&self, offset: usize) -> Location {
        self.notes().places.at(offset)
    }

    /// Notes a fault at `offset`.
    fn fault(&mut self, offset: usize, message: impl Into<String>, help: impl Into<Option<String>>) {
        let notes = self.notes_mut();
        let fault =
            Fault { help: help.into(), name: notes.name.clone(), ..Fault::new(&notes.places.at(offset), message) };
        notes.faults.push(if notes.is_aside { fault.warning() } else { fault });
    }

    /// Reads with `read` what no type needs: whatever is wrong in it is a warning.
    fn aside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.notes_mut().is_aside, true);
        let value = read(self);
        self.notes_mut().is_aside = before;
        value
    }

    /// Notes at `offset` what is left out because it means nothing, or nothing that a type needs: a warning, which in an overlay
    /// is a fault.
    fn odd(&mut self, offset: usize, message: impl Into<String>, help: impl Into<Option<String>>) {
        self.aside(|context| context.fault(offset, message, help));
    }

    /// The term that `text` at `offset` names.
    fn term(&mut self, text: &str, offset: usize) -> String {
        let notes = self.notes_mut();
        let term = notes.aliases.name(text).into_owned();
        notes.terms.apply(&term, offset);
        term
    }
}
