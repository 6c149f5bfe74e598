//! Findings for people: one a line, or as pictures.

use std::io::{self, Write};

use odatype::Report;

use super::checked::{Checked, Form, Limit};
use odatype_json::visible;

/// For people.
pub(super) struct Lines {
    limit: Limit,
    picture: Option<Colors>,
}

/// Whether pictures have colours.
struct Colors(bool);

impl Lines {
    /// One finding a line, at most `most` of them.
    pub(super) fn text(most: usize) -> Self {
        Self { limit: Limit::new(most), picture: None }
    }

    /// A picture for each finding, for at most `most` of them.
    pub(super) fn picture(most: usize, has_colors: bool) -> Self {
        Self { limit: Limit::new(most), picture: Some(Colors(has_colors)) }
    }
}

impl Form for Lines {
    fn file(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let Ok(findings) = &checked.outcome else { return Ok(()) };
        let shown = self.limit.take(findings);
        match self.picture {
            Some(Colors(has_colors)) => {
                let report = Report::new(findings.clone()).with_name(visible(&checked.name));
                for drawn in
                    report.picture().with_colors(has_colors).with_lines_before(checked.start.lines).each().take(shown)
                {
                    writeln!(out, "{drawn}\n")?;
                }
                Ok(())
            }
            None => checked
                .located(findings)
                .take(shown)
                .try_for_each(|located| writeln!(out, "{}", visible(&format!("{}:{located}", checked.name)))),
        }
    }

    fn end(&mut self, out: &mut dyn Write, _: bool) -> io::Result<()> {
        self.limit.rest().map_or(Ok(()), |rest| writeln!(out, "{rest}"))
    }
}
