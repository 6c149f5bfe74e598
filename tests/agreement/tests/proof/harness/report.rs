//! Everything that disagrees, told at once.

use std::{collections::BTreeMap, fmt::Write as _};

/// So many are told of each kind.
const SHOWN: usize = 6;

/// What was tried, and what of it disagreed.
#[derive(Default)]
pub(crate) struct Report {
    /// How many cases there were.
    pub(crate) tried: usize,
    /// How many of them the right verdict refuses.
    pub(crate) negative: usize,
    /// How many of them JSON Schema could be asked about.
    pub(crate) judged: usize,
    /// What all that is tried now has in common, for messages.
    pub(crate) about: String,
    disagreements: BTreeMap<String, Vec<String>>,
    count: usize,
}

impl Report {
    /// A disagreement of some kind.
    pub(crate) fn disagree(&mut self, kind: impl Into<String>, what: impl Into<String>) {
        self.count += 1;
        self.disagreements.entry(kind.into()).or_default().push(format!("{}{}", what.into(), self.about));
    }

    /// Panics if anything disagreed, or if what was tried proves nothing.
    #[track_caller]
    pub(crate) fn settle(self, name: &str) {
        let (tried, negative) = (self.tried, self.negative);
        self.settle_all(name);
        assert!(negative * 20 > tried, "{name}: {negative} of {tried} are negative");
        assert!(negative < tried, "{name}: all are negative");
    }

    /// Panics if anything disagreed, the shortest of each kind first.
    #[track_caller]
    pub(crate) fn settle_all(mut self, name: &str) {
        println!(
            "{name}: {} cases, {} of them to be refused, {} of them by JSON Schema too",
            self.tried, self.negative, self.judged
        );
        let mut text = String::new();
        for (kind, list) in &mut self.disagreements {
            list.sort_by(|left, right| (left.len(), left).cmp(&(right.len(), right)));
            list.dedup();
            writeln!(text, "{kind} ({}):", list.len()).unwrap();
            for what in list.iter().take(SHOWN) {
                writeln!(text, "  {what}").unwrap();
            }
        }
        assert!(self.count == 0, "{name}: {} of {} disagree:\n{text}", self.count, self.tried);
    }
}
