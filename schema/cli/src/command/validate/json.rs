//! Findings as one JSON object; its form is in the command's help.

use std::io::{self, Write};

use odatype::{Findings, Located};
use serde_json::{Value, json};

use super::checked::{Checked, Form};

/// One object, a finding a line.
pub(super) struct Json {
    /// Whether there was no file before.
    is_first: bool,
}

impl Json {
    /// The object's beginning: payloads of type `ty` that `engine` holds against `profile`.
    pub(super) fn new(out: &mut dyn Write, ty: &str, profile: &str, engine: &str) -> io::Result<Self> {
        out.write_all(b"{\n")?;
        for (member, value) in [("type", ty), ("profile", profile), ("engine", engine)] {
            writeln!(out, "  \"{member}\": {},", json!(value))?;
        }
        out.write_all(b"  \"files\": [")?;
        Ok(Self { is_first: true })
    }
}

impl Form for Json {
    fn file(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let separator = if std::mem::take(&mut self.is_first) { "" } else { "," };
        write!(out, "{separator}\n    {{ \"file\": {}, ", json!(checked.name))?;
        if checked.start.is_line {
            write!(out, "\"line\": {}, ", checked.start.lines.saturating_add(1))?;
        }
        match &checked.outcome {
            Ok(findings) => write_findings(out, checked, findings),
            Err(error) => write!(out, "\"valid\": false, \"error\": {} }}", json!(error)),
        }
    }

    fn end(&mut self, out: &mut dyn Write, is_valid: bool) -> io::Result<()> {
        writeln!(out, "\n  ],\n  \"valid\": {is_valid}\n}}")
    }
}

/// The members of a file's object after its name.
fn write_findings(out: &mut dyn Write, checked: &Checked, findings: &Findings) -> io::Result<()> {
    out.write_all(b"\"findings\": [")?;
    for (index, located) in checked.located(findings).enumerate() {
        write!(out, "{}\n      {}", if index > 0 { "," } else { "" }, object(checked, &located))?;
    }
    let end = if findings.is_empty() { "" } else { "\n    " };
    write!(out, "{end}], \"dropped\": {}, \"valid\": {} }}", findings.dropped(), findings.is_valid())
}

fn object(checked: &Checked, located: &Located<'_>) -> Value {
    let finding = located.finding;
    json!({
        "line": located.line,
        "column": located.column,
        "offset": checked.start.bytes + finding.offset(),
        "length": finding.span().len(),
        "pointer": finding.pointer(),
        "rule": finding.rule().as_str(),
        "level": finding.level().as_str(),
        "type": Some(finding.type_name()).filter(|name| !name.is_empty()),
        "source": finding.source(),
        "expected": finding.expected(),
        "found": finding.found(),
        "suggestion": finding.suggestion(),
    })
}
