//! A whole text, from its first byte to the document.

use std::{mem, sync::Arc};

use odatype_json::{Problem, SyntaxError, tree};
use odatype_table::Profile;

#[cfg(feature = "validate")]
use super::Beside;
use super::{Decoder, Path, Step};
#[cfg(feature = "validate")]
use crate::table::Asks;
#[cfg(feature = "proptest")]
use crate::table::Listed;
use crate::{
    error::Error,
    finding::Findings,
    node::{Document, Record},
    table::{Kind, Property, Schema},
};

/// Decodes `json` as the type at `index` of `schema`, with every check of `profile`.
pub(crate) fn record(schema: &'static Schema, index: u16, json: &[u8], profile: Profile) -> Result<Record, Error> {
    let mut decoder = Decoder::new(schema, utf8(json)?, profile);
    decoder.whole(index)?;
    decoder.fits()?;
    decoder.document().map(|document| Record::of_document(Arc::new(document), 0))
}

/// Decodes `json` as the type at `index` of `schema`, what does not fit kept as JSON text; and what that is.
pub(crate) fn partial(schema: &'static Schema, index: u16, json: &[u8]) -> Result<(Record, Findings), Error> {
    let mut decoder = Decoder::new(schema, utf8(json)?, Profile::Tolerant);
    decoder.whole(index)?;
    let (document, findings) = decoder.partly()?;
    Ok((Record::of_document(Arc::new(document), 0), findings))
}

/// What a profile finds in `json` as a value of `kind`, or as the envelope of a collection of such, with what is asked
/// of objects as a whole.
#[cfg(feature = "validate")]
pub(crate) fn check(
    schema: &'static Schema,
    (kind, is_collection): (Kind, bool),
    json: &[u8],
    (profile, asks): (Profile, Asks),
) -> Findings {
    let found = utf8(json).and_then(|text| {
        let mut decoder = Decoder::new(schema, text, profile);
        decoder.asks = asks;
        decoder.checked(kind, is_collection)?;
        Ok(decoder.take_findings())
    });
    found.unwrap_or_else(Error::into_findings)
}

/// Whether `text` is valid so, if the schema `beside` surely finds the same in it; else what is found in it.
#[cfg(feature = "validate")]
pub(crate) fn check_beside(
    schema: &'static Schema,
    (kind, is_collection): (Kind, bool),
    text: &str,
    (profile, asks): (Profile, Asks),
    beside: &Beside<'_>,
) -> Result<bool, Findings> {
    let found = short(text).and_then(|text| {
        let mut decoder = Decoder::new(schema, text, profile);
        decoder.asks = asks;
        decoder.set_beside(beside);
        decoder.checked(kind, is_collection)?;
        Ok(if beside.finds_the_same() { Ok(decoder.is_valid()) } else { Err(decoder.take_findings()) })
    });
    found.unwrap_or_else(|error| Err(error.into_findings()))
}

/// Whether the strict profile finds nothing at all in `json`, a single value, as one of what is `listed`.
#[cfg(feature = "proptest")]
pub(crate) fn is_listed(schema: &'static Schema, listed: Listed, json: &str) -> bool {
    let mut decoder = Decoder::new(schema, json, Profile::Strict);
    let mut read = || {
        decoder.property(&Property::listed(listed), 0, &Path::root(""))?;
        decoder.reader.end()
    };
    read().is_ok() && decoder.take_findings().is_empty()
}

/// The text of `json` if it is a value of `kind`, which is no structured type.
pub(crate) fn value_text<'t>(schema: &'static Schema, kind: Kind, json: &'t [u8]) -> Result<&'t str, Error> {
    let text = utf8(json)?;
    let mut decoder = Decoder::new(schema, text, Profile::Tolerant);
    decoder.value(kind)?;
    decoder.fits()?;
    Ok(text.trim_ascii())
}

/// The text of `json`, if it is text and not too long for a document's offsets.
pub(crate) fn utf8(json: &[u8]) -> Result<&str, Error> {
    let text = std::str::from_utf8(json).map_err(|error| {
        let valid = String::from_utf8_lossy(&json[..error.valid_up_to()]);
        Error::syntax(SyntaxError { offset: error.valid_up_to(), problem: Problem::NotUtf8 }, &valid)
    })?;
    short(text)
}

fn short(text: &str) -> Result<&str, Error> {
    if u32::try_from(text.len()).is_ok() {
        Ok(text)
    } else {
        Err(Error::syntax(SyntaxError { offset: 0, problem: Problem::TooLong }, ""))
    }
}

impl Decoder<'_> {
    /// Reads the whole text as a value of `kind`, or as the envelope of a collection of such.
    #[cfg(feature = "validate")]
    fn checked(&mut self, kind: Kind, is_collection: bool) -> Result<(), Error> {
        match kind {
            kind if is_collection => self.envelope(kind).map(drop),
            Kind::Structured(index) => self.whole(index),
            kind => self.value(kind),
        }
    }

    /// Reads the whole text, in a place for the type at `index`.
    ///
    /// The decoder is not small, and so it is lent, here and below, and never moved.
    fn whole(&mut self, index: u16) -> Result<(), Error> {
        let text = self.reader.text();
        self.whole_object(index).map_err(|error| Error::syntax(error, text))?;
        if let Some(rules) = self.schema.own_rules.filter(|_| self.strict) {
            let index = self.nodes.first().map_or(index, |node| node.type_index());
            let tree = tree::parse(text).map_err(|error| Error::syntax(error, text))?;
            for note in rules(index, &tree, &mut self.steps) {
                self.findings.push(note);
            }
        }
        Ok(())
    }

    fn whole_object(&mut self, declared: u16) -> Step<()> {
        let ty = self.tables.get(declared);
        let path = Path::root(ty.name);
        if self.reader.peek() == b'{' {
            self.object(ty, 0, None, &path)?;
        } else {
            self.misfit(declared, "an object", &path)?;
        }
        if self.reader.is_shortest() && self.tail.is_empty() && !self.reordered {
            self.as_written = self.reader.position();
        }
        self.reader.end()
    }

    /// Reads the whole text, which is a value of `kind` and no object of a structured type.
    fn value(&mut self, kind: Kind) -> Result<(), Error> {
        let text = self.reader.text();
        self.whole_value(kind).map_err(|error| Error::syntax(error, text))
    }

    fn whole_value(&mut self, kind: Kind) -> Step<()> {
        let path = Path::root("");
        let is_never_null =
            matches!(kind, Kind::Scalar(_) | Kind::Geo(_) | Kind::Enum(_) | Kind::Closed(_) | Kind::Flags(_));
        if self.reader.peek() == b'n' && is_never_null {
            self.misfit(0, kind.expected(), &path)?;
        } else {
            // An untyped value may be anything, null too.
            let is_untyped = kind == Kind::Json(odatype_table::Primitive::Untyped);
            self.property(&Property::unnamed(kind, false, is_untyped), 0, &path)?;
        }
        self.reader.end()
    }

    /// An error if something was found that makes the text invalid.
    pub(super) fn fits(&mut self) -> Result<(), Error> {
        if self.is_valid() { Ok(()) } else { Err(self.take_findings().into()) }
    }

    /// Whether nothing was found that makes the text invalid.
    fn is_valid(&self) -> bool {
        self.findings.is_valid() && self.repeated.is_empty()
    }

    /// The document in spite of what does not fit, and what that is. Members that come twice are more than a misfit:
    /// one of them would be lost to whoever reads the value.
    pub(super) fn partly(&mut self) -> Result<(Document, Findings), Error> {
        if !self.repeated.is_empty() {
            return Err(self.take_findings().into());
        }
        let findings = self.take_findings();
        Ok((self.document()?, findings))
    }

    /// All that was found.
    pub(super) fn take_findings(&mut self) -> Findings {
        let mut notes = mem::take(&mut self.findings);
        notes.append(&mut self.repeated);
        if notes.is_empty() {
            return Findings::EMPTY;
        }
        Findings::new(notes, self.reader.text(), mem::take(&mut self.steps), Some(self.tables))
    }

    /// The document.
    pub(super) fn document(&mut self) -> Result<Document, Error> {
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
        Ok(Document::new(text, self.as_written, mem::take(&mut self.nodes), self.schema))
    }
}
