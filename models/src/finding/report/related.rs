//! A report as a diagnostic.

use miette::Diagnostic;

use super::Report;
use crate::finding::{list::Findings, sheet::Sheet};

impl Diagnostic for Report {
    /// A diagnostic for each finding, the first 1,000 of them.
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let told = self.diagnostics.told(|| {
            let sheet = Sheet::new(self.text());
            let located = self.findings.located().take(Findings::PRINTED);
            located.map(|located| self.drawing(&sheet, &located)).collect()
        });
        Some(Box::new(told.iter().map(|told| told as &dyn Diagnostic)))
    }
}
