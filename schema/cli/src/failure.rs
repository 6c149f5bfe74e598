//! Why the command could not do what it was asked: every reason, one a line.

use std::{fmt, io::Write as _};

use odatype_schema::{Fault, Faults};

use crate::line::one_line;

/// At least one reason.
#[derive(Debug)]
pub(crate) struct Failure(Vec<String>);

impl Failure {
    /// For one reason.
    pub(crate) fn new(reason: impl fmt::Display) -> Self {
        Self(vec![reason.to_string()])
    }

    /// For each of `reasons`, of which there is at least one.
    pub(crate) fn all(reasons: impl IntoIterator<Item = String>) -> Self {
        Self(reasons.into_iter().collect())
    }

    /// Writes the reasons to standard error.
    pub(crate) fn report(&self) {
        let mut stderr = std::io::stderr().lock();
        for reason in &self.0 {
            // There is nowhere left to say that this failed.
            let _ = writeln!(stderr, "error: {}", one_line(reason));
        }
    }
}

impl From<Faults> for Failure {
    fn from(faults: Faults) -> Self {
        Self(faults.iter().map(ToString::to_string).collect())
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::new(fault)
    }
}
