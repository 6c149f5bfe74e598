//! What came of a payload, and what prints it: a payload at a time, so that many take no more memory than one.

use std::io::{self, Write};

use odatype::{Findings, Level, Located};

use super::payloads::Start;

/// One payload.
pub(super) struct Checked {
    /// The file as it was given.
    pub(super) name: String,
    /// Whether that is standard input.
    pub(super) is_stdin: bool,
    /// Where it starts in the file.
    pub(super) start: Start,
    /// Its findings, or why it could not be validated.
    pub(super) outcome: Result<Findings, String>,
}

impl Checked {
    /// Its findings, with their lines in the file.
    pub(super) fn located<'f>(&self, findings: &'f Findings) -> impl Iterator<Item = Located<'f>> + use<'f> {
        let before = self.start.lines;
        findings.located().map(move |mut located| {
            located.line = located.line.saturating_add(before);
            located
        })
    }

    /// Whether it was read and is valid.
    pub(super) fn is_valid(&self) -> bool {
        self.outcome.as_ref().is_ok_and(Findings::is_valid)
    }

    /// Why it could not be validated.
    pub(super) fn error(&self) -> Option<String> {
        self.outcome.as_ref().err().map(|error| format!("{}: {error}", self.name))
    }
}

/// What other tools call a finding of this level.
pub(super) fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Advice => "note",
        _ => "warning",
    }
}

/// What is said of findings that were not kept.
pub(super) fn not_kept(dropped: usize) -> String {
    format!("and {dropped} more, too many to be kept")
}

/// How findings are printed.
pub(super) trait Form {
    /// Prints what was found in one payload.
    fn file(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()>;

    /// Prints what stands after all payloads: whether all are valid.
    fn end(&mut self, out: &mut dyn Write, is_valid: bool) -> io::Result<()>;
}

/// How many findings are printed, all payloads together.
pub(super) struct Limit {
    /// How many may still be printed.
    left: usize,
    /// How many were not because of that.
    more: usize,
    /// How many were not kept.
    dropped: usize,
}

impl Limit {
    pub(super) fn new(most: usize) -> Self {
        Self { left: most, more: 0, dropped: 0 }
    }

    /// How many of these are printed.
    pub(super) fn take(&mut self, findings: &Findings) -> usize {
        let shown = findings.len().min(self.left);
        self.left -= shown;
        self.more += findings.len() - shown;
        self.dropped += findings.dropped();
        shown
    }

    /// What is said of those that are not printed.
    pub(super) fn rest(&self) -> Option<String> {
        match *self {
            Self { more: 0, dropped: 0, .. } => None,
            Self { more: 0, dropped, .. } => Some(not_kept(dropped)),
            Self { more, dropped: 0, .. } => Some(format!("and {more} more; --limit 0 prints them")),
            Self { more, dropped, .. } => Some(format!("and {} more; --limit 0 prints {more} of them", more + dropped)),
        }
    }
}
