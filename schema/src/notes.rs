//! What reading a document of either form notes as it goes: faults with places, aliases, and the terms that are
//! applied.

use odatype_table::{
    name::MaybeCollection,
    near::{nearest, perhaps},
};

use crate::{
    alias::Aliases,
    document::{Document, Terms},
    fault::{Fault, RAW},
    literal,
    model::{Facets, Location, QualifiedName, TypeName, TypeRef},
    places::Places,
};

/// What is expected where something is named.
pub(crate) const QUALIFIED: &str = "expected a qualified name, `namespace.Name`";

/// Which of the `unknown` names that are there was probably meant where `name` is missing; that it is unknown is a
/// warning, which not everybody is shown.
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
    /// The namespace of the schema that is being read.
    pub(crate) namespace: String,
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
            namespace: String::new(),
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

    /// Notes at `offset` what is left out because it means nothing, or nothing that a type needs: a warning, which in
    /// an overlay is a fault.
    fn odd(&mut self, offset: usize, message: impl Into<String>, help: impl Into<Option<String>>) {
        self.aside(|context| context.fault(offset, message, help));
    }

    /// What `text` at `offset`, which is `what`, names; `None` if it is no name. One without a namespace is taken to be
    /// of the schema's own, as some services mean it.
    fn qualified_name(&mut self, what: &str, text: &str, offset: usize) -> Option<QualifiedName> {
        let notes = self.notes();
        let name = QualifiedName::parse(&notes.aliases.name(text));
        if name.is_some() || text.is_empty() || text.contains('.') || notes.namespace.is_empty() {
            return name;
        }
        let name = QualifiedName::new(&notes.namespace, text);
        let help = format!("{QUALIFIED}; it is read as `{name}`");
        self.odd(offset, format!("{what} is `{text}`"), help);
        Some(name)
    }

    /// The type that `text` at `offset`, which is `what`, names, with `facets`. Values of one that cannot be are any
    /// JSON.
    fn named_type(&mut self, what: &str, text: &str, offset: usize, facets: Facets) -> TypeRef {
        let text = text.trim();
        let MaybeCollection { is_collection: collection, item } = MaybeCollection::parse(text);
        let wrong = if MaybeCollection::parse(item).is_collection {
            "a collection of collections is not possible"
        } else {
            let known = literal::type_name(&self.notes().aliases.name(item));
            let name = known.or_else(|| self.qualified_name(what, item, offset).map(TypeName::Named));
            match name {
                Some(name) => return TypeRef { collection, name, facets },
                None => QUALIFIED,
            }
        };
        self.odd(offset, format!("{what} is `{text}`"), format!("{wrong}; {RAW}"));
        literal::unknown_type()
    }

    /// The type of what is at `offset` and says none, as `message` tells; `meant` is what it perhaps says instead.
    fn no_type(&mut self, offset: usize, message: String, meant: Option<String>) -> TypeRef {
        self.odd(offset, message, meant.map_or_else(|| RAW.to_owned(), |meant| format!("{meant}; {RAW}")));
        literal::unknown_type()
    }

    /// A parameter at `offset` without a name, as `message` tells: without one that is needed its operation is left
    /// out, too.
    fn nameless(&mut self, offset: usize, message: String, meant: Option<String>, is_needed: bool) {
        let left_out = if is_needed { "the operation is left out" } else { "the parameter is left out" };
        self.odd(offset, message, meant.map_or_else(|| left_out.to_owned(), |meant| format!("{meant}; {left_out}")));
    }

    /// The term that `text` at `offset` names.
    fn term(&mut self, text: &str, offset: usize) -> String {
        let notes = self.notes_mut();
        let term = notes.aliases.name(text).into_owned();
        notes.terms.apply(&term, offset);
        term
    }
}
