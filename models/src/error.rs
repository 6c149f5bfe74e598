//! What can be wrong with what was read.

use std::fmt;

use odatype_json::SyntaxError;

/// One thing in a payload that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: a JSON pointer (RFC 6901) into the payload, empty for the whole.
    pub pointer: String,
    /// The qualified name of the type whose member it is.
    pub type_name: &'static str,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pointer, type_name, expected, found } = self;
        let place = if pointer.is_empty() { "at the root".to_owned() } else { format!("at `{pointer}`") };
        write!(formatter, "{place} in {type_name}: expected {expected}, found {found}")
    }
}

/// Why something could not be read or written.
pub struct Error(Box<Cause>);

enum Cause {
    Syntax { error: SyntaxError, line: u32, column: u32 },
    Findings { findings: Vec<Finding>, more: usize },
    UnknownType { name: String, candidates: Vec<&'static str> },
    Io(std::io::Error),
    Json(serde_json::Error),
}

impl Error {
    /// What is wrong with the payload, in its order; empty if the trouble is another: the text is not JSON, a type has
    /// no such name, a stream failed.
    ///
    /// Of very many findings only the first are kept, so that they take about as much memory as the payload;
    /// [`fmt::Display`] says how many more there are.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &*self.0 {
            Cause::Findings { findings, .. } => findings,
            _ => &[],
        }
    }

    /// Line and column, from 1, where the text stops being JSON, if that is what is wrong.
    #[must_use]
    pub fn place(&self) -> Option<(u32, u32)> {
        match &*self.0 {
            Cause::Syntax { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }

    #[cold]
    pub(crate) fn syntax(error: SyntaxError, text: &str) -> Self {
        let (line, column) = odatype_json::line_column(text, error.offset);
        Self(Box::new(Cause::Syntax { error, line, column }))
    }

    #[cold]
    pub(crate) fn from_findings(findings: Vec<Finding>, more: usize) -> Self {
        Self(Box::new(Cause::Findings { findings, more }))
    }

    pub(crate) fn unknown_type(name: &str, candidates: &[&'static str]) -> Self {
        Self(Box::new(Cause::UnknownType { name: name.to_owned(), candidates: candidates.to_vec() }))
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
            Cause::Syntax { error, line, column } => {
                write!(formatter, "not JSON at line {line}, column {column}: {}", error.problem)
            }
            Cause::Findings { findings, more } => {
                for (place, finding) in findings.iter().enumerate() {
                    if place > 0 {
                        formatter.write_str("; ")?;
                    }
                    finding.fmt(formatter)?;
                }
                if *more > 0 {
                    write!(formatter, "; and {more} more")?;
                }
                Ok(())
            }
            Cause::UnknownType { name, candidates } if candidates.is_empty() => {
                write!(formatter, "the schema has no structured type or action `{name}`")
            }
            Cause::UnknownType { name, candidates } => {
                write!(formatter, "`{name}` has several overloads; name one: {}", candidates.join(", "))
            }
            Cause::Io(error) => error.fmt(formatter),
            Cause::Json(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Cause::Syntax { error, .. } => Some(error),
            Cause::Io(error) => Some(error),
            Cause::Json(error) => Some(error),
            Cause::Findings { .. } | Cause::UnknownType { .. } => None,
        }
    }
}
