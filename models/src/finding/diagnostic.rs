//! Findings for programs that print their errors with `miette`: each is a diagnostic of its own, with the payload's
//! lines around it as its source code.

use std::{fmt, sync::OnceLock};

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};

use super::{
    drawing::{Drawing, Mark},
    privacy::values_are_hidden,
    rule::Level,
    sheet::Excerpt,
};

/// The diagnostics of a report, which are lent: they are made when somebody asks, with values and without.
#[derive(Default)]
pub(super) struct Diagnostics(Box<[OnceLock<Vec<Told>>; 2]>);

impl Diagnostics {
    /// Those that there are, or those of `drawings`.
    pub(super) fn told<'t>(&self, drawings: impl FnOnce() -> Vec<Drawing<'t>>) -> &[Told] {
        let [told, hidden] = &*self.0;
        let made = if values_are_hidden() { hidden } else { told };
        made.get_or_init(|| drawings().into_iter().filter_map(Told::new).collect())
    }
}

impl Clone for Diagnostics {
    /// None yet: they are made again.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Diagnostics {
    /// They say nothing that the report does not.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// One finding.
#[derive(Debug)]
pub(super) struct Told {
    level: Level,
    code: &'static str,
    title: String,
    help: String,
    source: Source,
    label: String,
}

/// The lines around it.
#[derive(Debug)]
struct Source {
    name: String,
    excerpt: Excerpt,
    /// Of what is marked, in its line of the payload.
    column: usize,
}

impl Told {
    fn new(mut drawing: Drawing<'_>) -> Option<Self> {
        let Mark { name, excerpt, label, column, .. } = drawing.marks.pop()?;
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let Drawing { level, code, title, note, help, .. } = drawing;
        let help = help.map_or_else(|| note.clone(), |help| format!("{help}; {note}"));
        Some(Self { level, code, title, help, source: Source { name: name.to_owned(), excerpt, column }, label })
    }
}

impl Diagnostic for Told {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::NotChecked => Severity::Warning,
            Level::Advice => Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&self.help) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_primary_with_span(Some(self.label.clone()), self.source.excerpt.mark.clone());
        Some(Box::new(std::iter::once(label)))
    }
}

impl SourceCode for Source {
    /// What is asked for of the lines that there are, with the numbers that these have in the payload.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.excerpt.text.read_span(span, before, after)?;
        let line = self.excerpt.first_line.saturating_sub(1) + found.line();
        // Of a long line only a part is here; where what is marked stands in it is known.
        let is_mark = found.span().offset() == self.excerpt.mark.start;
        let column = if is_mark { self.column.saturating_sub(1) } else { found.column() };
        let (data, span, lines) = (found.data(), *found.span(), found.line_count());
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, span, line, column, lines)))
    }
}

impl fmt::Display for Told {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.title)
    }
}

impl std::error::Error for Told {}
