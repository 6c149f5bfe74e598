//! Why nothing was generated.

use std::fmt;

use odatype_codegen::Refused;
use odatype_schema::{Fault, visible};

/// Why nothing was generated: everything that is wrong, one a line, each with file, line and column where it has a
/// place.
///
/// `Debug` is the same text, since that is what cargo shows when a build script's `main` gives an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Vec<String>);

impl Error {
    /// For one reason.
    pub(crate) fn new(reason: impl fmt::Display) -> Self {
        Self(vec![visible(&reason.to_string())])
    }

    /// For each of `faults`, of which there is at least one, warnings too.
    pub(crate) fn of<'f>(faults: impl IntoIterator<Item = &'f Fault>) -> Self {
        let denied = |fault: &Fault| fault.clone().denied();
        Self(faults.into_iter().map(|fault| visible(&denied(fault).to_string())).collect())
    }

    /// What is wrong, at least one text of one line.
    pub fn reasons(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self(refused.problems.iter().map(|problem| visible(&problem.to_string())).collect())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join("\n"))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|reason| write!(formatter, "\n  {reason}"))
    }
}

impl std::error::Error for Error {}
