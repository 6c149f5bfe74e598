//! All findings of a payload.

use std::{fmt, ops::Deref, sync::Arc};

use super::{
    names::Names,
    note::Notes,
    shared::Shared,
    step::Steps,
    told::{self, Finding, Located},
};

/// Everything that was found in a payload, in the order of its text.
///
/// A slice of [`Finding`]s. Of very many only the first are kept, so that they take about as much memory as the
/// payload; [`Findings::dropped`] says how many more there are.
#[derive(Clone, PartialEq)]
pub struct Findings {
    list: Vec<Finding>,
    dropped: usize,
    is_valid: bool,
}

impl Findings {
    /// How many findings are printed where nobody says.
    pub(crate) const PRINTED: usize = 1000;

    /// Nothing found.
    pub(crate) const EMPTY: Self = Self { list: Vec::new(), dropped: 0, is_valid: true };

    /// The findings that `notes` of `text` are, by their place in it.
    pub(crate) fn new(notes: Notes, text: &str, steps: Steps, names: Option<&'static dyn Names>) -> Self {
        let is_valid = notes.is_valid();
        let (notes, dropped) = notes.sorted();
        let shared = Arc::new(Shared { text: text.into(), steps, names });
        let list = notes.into_iter().map(|note| Finding::new(note, Arc::clone(&shared))).collect();
        Self { list, dropped, is_valid }
    }

    /// Whether nothing was found that makes the payload invalid: what could not be checked does not.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.is_valid
    }

    /// How many findings were not kept because there were too many.
    #[must_use]
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// Each finding with its line and column, in one pass over the text: for whoever wants those of many findings.
    pub fn located(&self) -> impl Iterator<Item = Located<'_>> {
        told::located(&self.list)
    }

    /// One finding a line; at most `most` of them, and how many there are besides.
    #[must_use]
    pub fn lines(&self, most: usize) -> impl fmt::Display + '_ {
        Lines { findings: self, most }
    }

    /// The first `most` of them, each as `write` writes it and on lines of its own, and how many there are besides.
    pub(super) fn write(
        &self,
        formatter: &mut fmt::Formatter<'_>,
        most: usize,
        write: impl Fn(&mut fmt::Formatter<'_>, &Located<'_>) -> fmt::Result,
    ) -> fmt::Result {
        for (index, located) in self.located().take(most).enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            write(formatter, &located)?;
        }
        match self.list.len().saturating_sub(most) + self.dropped {
            0 => Ok(()),
            more => write!(formatter, "\nand {more} more"),
        }
    }
}

/// See [`Findings::lines`].
struct Lines<'f> {
    findings: &'f Findings,
    most: usize,
}

impl fmt::Display for Lines<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.write(formatter, self.most, |formatter, located| write!(formatter, "{located}"))
    }
}

impl Default for Findings {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.list
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = std::slice::Iter<'f, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl fmt::Display for Findings {
    /// One finding a line, the first 1,000 of them, and how many there are besides.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines(Self::PRINTED).fmt(formatter)
    }
}

impl fmt::Debug for Findings {
    /// A line for each, as this is what a failed assertion prints.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.list.is_empty() && self.dropped == 0 {
            return formatter.write_str("[]");
        }
        write!(formatter, "[\n{self}\n]")
    }
}
