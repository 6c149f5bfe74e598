//! `--format` and `--fail-on`: how changes are printed, and which of them matter.

use clap::ValueEnum;
use odatype_diff::{Audience, Changes};
use odatype_json::visible;

use crate::{failure::Failure, output};

/// How changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Lines, and how many there are
    Text,
    /// Markdown, for a pull request
    Markdown,
    /// One JSON object, see the end of this help
    Json,
}

/// Whom a change concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Concerned {
    /// Rust code that uses the generated types
    Code,
    /// Payloads that one sends
    Send,
    /// Payloads that one receives
    Receive,
}

impl Concerned {
    /// Everybody.
    pub(crate) const ALL: [Self; 3] = [Self::Code, Self::Send, Self::Receive];
}

impl From<Concerned> for Audience {
    fn from(concerned: Concerned) -> Self {
        match concerned {
            Concerned::Code => Self::Code,
            Concerned::Send => Self::Send,
            Concerned::Receive => Self::Receive,
        }
    }
}

impl Format {
    /// Prints `changes`.
    ///
    /// # Errors
    /// If they cannot be printed.
    pub(crate) fn print(self, changes: &Changes) -> Result<(), Failure> {
        let text = match self {
            Self::Text => plain(&changes.to_text()),
            Self::Markdown => plain(&changes.to_markdown()),
            Self::Json => changes.to_json(),
        };
        output::print(&text)
    }
}

/// Lines without anything that would steer a terminal.
fn plain(text: &str) -> String {
    text.lines().map(visible).fold(String::with_capacity(text.len()), |all, line| all + &line + "\n")
}

/// Whether one of `changes` breaks one of `concerned`.
pub(crate) fn breaks(changes: &Changes, concerned: &[Concerned]) -> bool {
    let audiences: Vec<Audience> = concerned.iter().map(|of| (*of).into()).collect();
    changes.breaks(&audiences)
}
