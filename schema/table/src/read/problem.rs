//! What is wrong with the text of a row.

use std::{fmt, str::FromStr};

/// Why a text is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The line of the row, from 1.
    pub line: usize,
    /// What should be there.
    pub expected: &'static str,
    /// What is there.
    pub found: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {} of the row: expected {}, found `{}`", self.line, self.expected, self.found)
    }
}

impl std::error::Error for ReadError {}

/// What was expected, and what was found: a [`ReadError`] whose line is not known yet.
pub(super) type Problem = (&'static str, String);

pub(super) type Read<T> = Result<T, Problem>;

/// Where a problem is.
pub(super) fn at(line: usize) -> impl Fn(Problem) -> ReadError {
    move |(expected, found)| ReadError { line, expected, found }
}

pub(super) fn next<'t>(fields: &mut impl Iterator<Item = &'t str>, expected: &'static str) -> Read<&'t str> {
    fields.next().ok_or_else(|| (expected, "nothing".to_owned()))
}

pub(super) fn number<T: FromStr>(text: &str) -> Read<T> {
    text.parse().map_err(|_| ("a number", text.to_owned()))
}
