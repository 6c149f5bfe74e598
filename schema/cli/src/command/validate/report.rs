//! What `odatype validate` prints, a payload at a time, so that it takes no more memory for many than for one.

use std::io::{self, Write};

use odatype::{Findings, Located};
use serde_json::{Value, json};

use crate::line::one_line;

/// One payload.
pub(super) struct Checked {
    /// The file as it was given.
    pub(super) name: String,
    /// Its findings, or why it could not be validated.
    pub(super) outcome: Result<Findings, String>,
}

/// What is printed for all payloads of one run.
pub(super) struct Report<'o> {
    out: &'o mut dyn Write,
    form: Form,
}

enum Form {
    /// One finding a line: how many may still be printed, how many were not because of that, and how many were not kept.
    Text { left: usize, more: usize, dropped: usize },
    /// One object; its form is in the command's help. Whether there was a file before.
    Json { is_first: bool },
}

impl Checked {
    /// Whether it was read and is valid.
    pub(super) fn is_valid(&self) -> bool {
        self.outcome.as_ref().is_ok_and(Findings::is_valid)
    }

    /// Why it could not be validated.
    pub(super) fn error(&self) -> Option<String> {
        self.outcome.as_ref().err().map(|error| format!("{}: {error}", self.name))
    }
}

impl<'o> Report<'o> {
    /// As text; at most `limit` findings, all if it is 0.
    pub(super) fn text(out: &'o mut dyn Write, limit: usize) -> Self {
        let left = if limit == 0 { usize::MAX } else { limit };
        Self { out, form: Form::Text { left, more: 0, dropped: 0 } }
    }

    /// As JSON: payloads of type `ty` that `engine` holds against `profile`.
    pub(super) fn json(out: &'o mut dyn Write, ty: &str, profile: &str, engine: &str) -> io::Result<Self> {
        out.write_all(b"{\n")?;
        for (member, value) in [("type", ty), ("profile", profile), ("engine", engine)] {
            writeln!(out, "  \"{member}\": {},", json!(value))?;
        }
        out.write_all(b"  \"files\": [")?;
        Ok(Self { out, form: Form::Json { is_first: true } })
    }

    /// Prints what was found in one payload.
    pub(super) fn file(&mut self, checked: &Checked) -> io::Result<()> {
        match (&mut self.form, &checked.outcome) {
            (Form::Text { left, more, dropped }, Ok(findings)) => {
                let shown = findings.len().min(*left);
                for located in findings.located().take(shown) {
                    writeln!(self.out, "{}", one_line(&format!("{}:{located}", checked.name)))?;
                }
                *left -= shown;
                *more += findings.len() - shown;
                *dropped += findings.dropped();
                Ok(())
            }
            (Form::Text { .. }, Err(_)) => Ok(()),
            (Form::Json { is_first }, outcome) => {
                let separator = if std::mem::take(is_first) { "" } else { "," };
                write!(self.out, "{separator}\n    {{ \"file\": {}, ", json!(checked.name))?;
                match outcome {
                    Ok(findings) => write_findings(self.out, findings),
                    Err(error) => write!(self.out, "\"valid\": false, \"error\": {} }}", json!(error)),
                }
            }
        }
    }

    /// Prints what stands after all payloads: whether all are valid.
    pub(super) fn end(self, is_valid: bool) -> io::Result<()> {
        match self.form {
            Form::Text { more: 0, dropped: 0, .. } => Ok(()),
            Form::Text { more: 0, dropped, .. } => writeln!(self.out, "and {dropped} more, too many to be kept"),
            Form::Text { more, dropped: 0, .. } => writeln!(self.out, "and {more} more; --limit 0 prints them"),
            Form::Text { more, dropped, .. } => {
                writeln!(self.out, "and {} more; --limit 0 prints {more} of them", more + dropped)
            }
            Form::Json { .. } => writeln!(self.out, "\n  ],\n  \"valid\": {is_valid}\n}}"),
        }
    }
}

/// The members of a file's object after its name.
fn write_findings(out: &mut dyn Write, findings: &Findings) -> io::Result<()> {
    out.write_all(b"\"findings\": [")?;
    for (index, located) in findings.located().enumerate() {
        write!(out, "{}\n      {}", if index > 0 { "," } else { "" }, object(&located))?;
    }
    let end = if findings.is_empty() { "" } else { "\n    " };
    write!(out, "{end}], \"dropped\": {}, \"valid\": {} }}", findings.dropped(), findings.is_valid())
}

fn object(located: &Located<'_>) -> Value {
    let finding = located.finding;
    json!({
        "line": located.line,
        "column": located.column,
        "offset": finding.offset(),
        "pointer": finding.pointer(),
        "rule": finding.rule().as_str(),
        "level": finding.level().as_str(),
        "type": Some(finding.type_name()).filter(|name| !name.is_empty()),
        "expected": finding.expected(),
        "found": finding.found(),
        "suggestion": finding.suggestion(),
    })
}
