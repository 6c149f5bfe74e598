//! A report as a picture.

use std::fmt;

use super::Report;
use crate::finding::{
    drawing::{Drawing, Mark, Style, draw},
    list::Findings,
    sheet::Sheet,
    told::Located,
};

/// The payload's lines that a report is about, with the places marked, what was expected and found there, the rule and
/// its source, and what was probably meant: see [`Report::picture`].
///
/// `Display` draws it. What is between the lines is left out, and of a long line what is around the place is shown.
#[derive(Clone)]
pub struct Picture<'r> {
    report: &'r Report,
    style: Style,
    most: usize,
    lines_before: u32,
}

impl Report {
    /// The report as a picture: without colours, of the first 1,000 findings.
    #[must_use]
    pub fn picture(&self) -> Picture<'_> {
        Picture { report: self, style: Style::Plain, most: Findings::PRINTED, lines_before: 0 }
    }

    /// One finding as it is drawn.
    pub(crate) fn drawing<'r>(&'r self, sheet: &Sheet<'_>, located: &Located<'_>) -> Drawing<'r> {
        let &Located { finding, line, column } = located;
        let mark = Mark {
            name: &self.name,
            line,
            column,
            excerpt: sheet.excerpt(&finding.span(), line),
            label: format!("found {}", finding.found()),
        };
        Drawing {
            level: finding.level(),
            code: finding.rule().as_str(),
            title: finding.title(),
            marks: vec![mark],
            note: finding.remark(),
            help: finding.help(),
        }
    }

    /// The payload.
    pub(crate) fn text(&self) -> &str {
        self.findings.first().map_or("", |finding| finding.text())
    }
}

impl Picture<'_> {
    /// The same with the colours that terminals have, or without.
    #[must_use]
    pub fn with_colors(self, has_colors: bool) -> Self {
        Self { style: if has_colors { Style::Coloured } else { Style::Plain }, ..self }
    }

    /// One finding after the other, each drawn when it is asked for.
    pub fn each(&self) -> impl Iterator<Item = String> {
        let sheet = Sheet::new(self.report.text());
        self.report.findings().located().map(move |located| self.draw(&sheet, &located))
    }

    /// The same of at most so many findings.
    #[must_use]
    pub fn with_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// The same of a payload that has so many lines before it in its file: where each line is a payload, say.
    #[must_use]
    pub fn with_lines_before(self, lines_before: u32) -> Self {
        Self { lines_before, ..self }
    }

    fn draw(&self, sheet: &Sheet<'_>, located: &Located<'_>) -> String {
        let located = Located { line: located.line.saturating_add(self.lines_before), ..*located };
        draw(&self.report.drawing(sheet, &located), self.style)
    }
}

impl fmt::Display for Picture<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = Sheet::new(self.report.text());
        self.report.findings.write(formatter, self.most, |formatter, located| {
            formatter.write_str(&self.draw(&sheet, located))?;
            formatter.write_str("\n")
        })
    }
}

impl fmt::Debug for Picture<'_> {
    /// As [`fmt::Display`].
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
