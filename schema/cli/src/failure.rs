//! Why the command could not do what it was asked: every reason, one a line.

use std::{fmt, io::Write as _};

use odatype_json::visible;
use odatype_schema::{Fault, Faults};

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

    /// These reasons and those of `more`.
    pub(crate) fn and(self, more: Self) -> Self {
        Self(self.0.into_iter().chain(more.0).collect())
    }

    /// Both values.
    ///
    /// # Errors
    /// The reasons of both, if there are any.
    pub(crate) fn both<L, R>(left: Result<L, Self>, right: Result<R, Self>) -> Result<(L, R), Self> {
        match (left, right) {
            (Ok(left), Ok(right)) => Ok((left, right)),
            (Err(left), Err(right)) => {
                // What is wrong in a file that both read is one reason.
                let more = right.0.into_iter().filter(|reason| !left.0.contains(reason)).collect::<Vec<_>>();
                Err(Self(left.0.into_iter().chain(more).collect()))
            }
            (Err(failure), _) | (_, Err(failure)) => Err(failure),
        }
    }

    /// Writes the reasons to standard error.
    pub(crate) fn report(&self) {
        let mut stderr = std::io::stderr().lock();
        for reason in &self.0 {
            // There is nowhere left to say that this failed.
            let _ = writeln!(stderr, "error: {}", visible(reason));
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
