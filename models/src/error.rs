//! Why something could not be read or written.

use std::fmt;

use odatype_json::SyntaxError;
#[cfg(feature = "proptest")]
use odatype_json::visible;
use odatype_table::near::perhaps;

use crate::finding::{Expected, Findings, Found, Level, Note, Notes, ROOT, Rule, Steps, narrow};

/// Why something could not be read or written.
pub struct Error(Box<Cause>);

enum Cause {
    Findings(Findings),
    UnknownType {
        name: String,
        candidates: Vec<String>,
        are_overloads: bool,
    },
    Io(std::io::Error),
    Json(serde_json::Error),
    #[cfg(feature = "proptest")]
    Unsampled {
        place: String,
        reason: String,
    },
}

impl Error {
    /// What is wrong with the payload, in its order; empty if the trouble is another: a type has no such name, a stream
    /// failed.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        static NONE: Findings = Findings::EMPTY;
        match &*self.0 {
            Cause::Findings(findings) => findings,
            _ => &NONE,
        }
    }

    /// Line and column, from 1, where the text stops being JSON, if that is what is wrong.
    #[must_use]
    pub fn place(&self) -> Option<(u32, u32)> {
        let syntax = self.findings().first().filter(|finding| finding.rule() == Rule::Syntax)?;
        Some(syntax.line_column())
    }

    /// What is wrong with the payload; the error itself if the trouble is another.
    pub(crate) fn try_into_findings(self) -> Result<Findings, Self> {
        match *self.0 {
            Cause::Findings(findings) => Ok(findings),
            cause => Err(Self(Box::new(cause))),
        }
    }

    /// What is wrong with the payload, where nothing else can be.
    #[cfg(feature = "validate")]
    pub(crate) fn into_findings(self) -> Findings {
        self.try_into_findings().unwrap_or_default()
    }

    /// The error for `text`, which is not JSON.
    #[cold]
    pub(crate) fn syntax(error: SyntaxError, text: &str) -> Self {
        let mut notes = Notes::new(0);
        // A text that is too long is refused for that at its start.
        let offset = narrow(error.offset);
        let (expected, found) = match error.problem.expected() {
            Some(expected) => (expected, Found::Token(offset)),
            None => ("JSON", Found::Text(format!("none here: {}", error.problem).into())),
        };
        notes.push(Note {
            offset,
            place: ROOT,
            rule: Rule::Syntax,
            level: Level::Error,
            type_name: "",
            expected: Expected::Words(expected),
            found,
        });
        Self::from(Findings::new(notes, text, Steps::default(), None))
    }

    /// The error for a name that is no type's; with names that are near.
    pub(crate) fn unknown_type(name: &str, near: &[&str]) -> Self {
        let candidates = near.iter().map(|name| (*name).to_owned()).collect();
        Self(Box::new(Cause::UnknownType { name: name.to_owned(), candidates, are_overloads: false }))
    }

    /// The error for the name of an action that has several overloads.
    pub(crate) fn ambiguous(name: &str, overloads: &[&str]) -> Self {
        let candidates = overloads.iter().map(|name| (*name).to_owned()).collect();
        Self(Box::new(Cause::UnknownType { name: name.to_owned(), candidates, are_overloads: true }))
    }
}

#[cfg(feature = "proptest")]
impl Error {
    /// The error for a place of which no value can be made up.
    pub(crate) fn unsampled(place: &str, reason: &str) -> Self {
        Self(Box::new(Cause::Unsampled { place: place.to_owned(), reason: reason.to_owned() }))
    }
}

impl From<Findings> for Error {
    #[cold]
    fn from(findings: Findings) -> Self {
        Self(Box::new(Cause::Findings(findings)))
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self(Box::new(Cause::Io(error)))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self(Box::new(Cause::Json(error)))
    }
}

impl fmt::Debug for Error {
    /// As [`fmt::Display`], since this is what a `main` that returns it prints.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Cause::Findings(findings) => findings.fmt(formatter),
            Cause::UnknownType { name, candidates, are_overloads: true } => {
                write!(formatter, "`{name}` has several overloads; name one: {}", candidates.join(", "))
            }
            Cause::UnknownType { name, candidates, .. } => {
                write!(formatter, "the schema has no type or action `{name}`")?;
                if candidates.is_empty() { Ok(()) } else { write!(formatter, "; {}", perhaps(candidates)) }
            }
            Cause::Io(error) => error.fmt(formatter),
            Cause::Json(error) => error.fmt(formatter),
            #[cfg(feature = "proptest")]
            Cause::Unsampled { place, reason } => {
                write!(formatter, "{}: no value can be made up: {}", visible(place), visible(reason))
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Cause::Io(error) => Some(error),
            Cause::Json(error) => Some(error),
            Cause::Findings(_) | Cause::UnknownType { .. } => None,
            #[cfg(feature = "proptest")]
            Cause::Unsampled { .. } => None,
        }
    }
}
