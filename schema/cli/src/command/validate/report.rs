//! What `odatype validate` prints.

use std::io::{self, Write};

use odatype_validate::Finding;
use serde_json::{Value, json};

use crate::{output, profile::Profile};

/// All payloads of one run.
pub(super) struct Report {
    /// What they were validated as.
    pub(super) ty: String,
    /// What they were held against.
    pub(super) profile: Profile,
    /// Each of them, in the order given.
    pub(super) files: Vec<Checked>,
}

/// One payload.
pub(super) struct Checked {
    /// The file as it was given.
    pub(super) name: String,
    /// Its findings, or why it could not be read.
    pub(super) outcome: Result<Vec<Finding>, String>,
}

impl Report {
    /// Whether every payload was read and is valid.
    pub(super) fn is_valid(&self) -> bool {
        self.files.iter().all(Checked::is_valid)
    }

    /// Why files could not be read.
    pub(super) fn errors(&self) -> impl Iterator<Item = String> {
        self.files.iter().filter_map(|file| file.outcome.as_ref().err().map(|error| format!("{}: {error}", file.name)))
    }

    /// One finding a line.
    pub(super) fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        for file in &self.files {
            for finding in file.outcome.iter().flatten() {
                writeln!(out, "{}", output::one_line(&format!("{}:{finding}", file.name)))?;
            }
        }
        Ok(())
    }

    /// One object; its form is in the command's help.
    pub(super) fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let files: Vec<Value> = self.files.iter().map(Checked::json).collect();
        let report = json!({
            "type": self.ty,
            "profile": self.profile.as_str(),
            "valid": self.is_valid(),
            "files": files,
        });
        writeln!(out, "{report:#}")
    }
}

impl Checked {
    fn is_valid(&self) -> bool {
        self.outcome.as_ref().is_ok_and(Vec::is_empty)
    }

    fn json(&self) -> Value {
        match &self.outcome {
            Ok(findings) => json!({
                "file": self.name,
                "valid": findings.is_empty(),
                "findings": findings.iter().map(finding).collect::<Vec<_>>(),
            }),
            Err(error) => json!({ "file": self.name, "valid": false, "error": error }),
        }
    }
}

fn finding(finding: &Finding) -> Value {
    json!({
        "line": finding.line,
        "column": finding.column,
        "offset": finding.offset,
        "pointer": finding.pointer,
        "rule": finding.rule.as_str(),
        "expected": finding.expected,
        "found": finding.found,
        "suggestion": finding.suggestion,
    })
}
