//! Findings as commands of GitHub's workflows, which show them at their lines.
//!
//! Source: GitHub documentation, workflow commands; how values are escaped is written in GitHub's own toolkit,
//! `command.ts`.

use std::io::{self, Write};

use odatype::{Level, Located};
use odatype_schema::Fault;

use super::checked::{Checked, Form, Limit, severity};
use odatype_json::visible;

use crate::warnings;

/// A command a line.
pub(super) struct Github {
    limit: Limit,
}

impl Github {
    /// Tells the first `shown` of `warnings` of the schema; then at most `most` findings.
    pub(super) fn new(out: &mut dyn Write, warnings: &[&Fault], shown: usize, most: usize) -> io::Result<Self> {
        for warning in warnings.iter().take(shown) {
            let line = warning.location.line.to_string();
            let column = warning.location.column.to_string();
            let place = [("file", &*warning.location.file), ("line", line.as_str()), ("col", column.as_str())];
            let has_place = if warning.location.line == 0 { 1 } else { place.len() };
            command(out, "warning", &place[..has_place], "odatype: schema", &visible(&warning.text()))?;
        }
        if let more @ 1.. = warnings.len().saturating_sub(shown) {
            command(out, "notice", &[], "odatype: schema", &warnings::not_shown(more))?;
        }
        Ok(Self { limit: Limit::new(most) })
    }
}

impl Form for Github {
    fn file(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let file = (!checked.is_stdin).then_some(("file", checked.name.as_str()));
        match &checked.outcome {
            Ok(findings) => {
                let shown = self.limit.take(findings);
                checked.located(findings).take(shown).try_for_each(|located| tell(out, file, &located))
            }
            Err(error) => command(out, "error", file.as_slice(), "odatype", &format!("{}: {error}", checked.name)),
        }
    }

    fn end(&mut self, out: &mut dyn Write, _: bool) -> io::Result<()> {
        self.limit.rest().map_or(Ok(()), |rest| command(out, "notice", &[], "odatype", &rest))
    }
}

fn tell(out: &mut dyn Write, file: Option<(&str, &str)>, located: &Located<'_>) -> io::Result<()> {
    let finding = located.finding;
    let [line, column, end] = [located.line, located.column, located.end_column()].map(|number| number.to_string());
    let mut place: Vec<(&str, &str)> = file.into_iter().collect();
    place.extend([("line", line.as_str()), ("col", column.as_str()), ("endColumn", end.as_str())]);
    let message = format!("{}\n{}", finding.message(), finding.source());
    // What is a note elsewhere is a notice there.
    let level = if finding.level() == Level::Advice { "notice" } else { severity(finding.level()) };
    command(out, level, &place, &format!("odatype: {}", finding.rule()), message.trim_end())
}

/// One command.
fn command(out: &mut dyn Write, name: &str, place: &[(&str, &str)], title: &str, message: &str) -> io::Result<()> {
    write!(out, "::{name} ")?;
    for (property, value) in place {
        write!(out, "{property}={},", escaped(value, true))?;
    }
    writeln!(out, "title={}::{}", escaped(title, true), escaped(message, false))
}

/// What the commands' own characters are replaced with, more of them in a property.
fn escaped(text: &str, is_property: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            ':' if is_property => out.push_str("%3A"),
            ',' if is_property => out.push_str("%2C"),
            _ => out.push(character),
        }
    }
    out
}
