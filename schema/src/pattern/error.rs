//! What is wrong with a pattern.

use std::fmt;

/// Why a text is no regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatternError {
    /// What is wrong.
    pub(super) message: &'static str,
    /// After how many characters.
    pub(super) at: usize,
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} after {} characters", self.message, self.at)
    }
}

impl std::error::Error for PatternError {}
