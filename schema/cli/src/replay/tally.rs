//! What comes of many payloads: counted, grouped, and the first of them told.

use std::{
    collections::{HashMap, hash_map::Entry},
    io,
    path::PathBuf,
};

use super::{
    difference::{Changed, Counts, Group, Key, Verdict},
    refusal::Refusal,
};

/// What came of the lines of a piece.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) file: usize,
    pub(super) is_first: bool,
    pub(super) bytes: usize,
    pub(super) lines: u64,
    pub(super) counts: Counts,
    pub(super) groups: HashMap<Key, Group>,
    /// Lines that could not be judged: the first for each reason.
    pub(super) refused: Vec<(u64, Refusal)>,
    pub(super) changed: Vec<Changed>,
}

/// How many groups there may be: names of undeclared members, of which an archive may have any number, make groups.
const GROUPS: usize = 10_000;

impl Judged {
    /// The line cannot be judged.
    pub(super) fn cannot(&mut self, line: u64, refusal: Refusal) {
        self.counts.not_judged += 1;
        refusal.tell(&mut self.refused, line);
    }
}

/// A place in the archive.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) line: u64,
}

/// What came of all lines so far.
pub(super) struct Total<'f> {
    files: &'f [PathBuf],
    /// How many lines there were before in the file.
    before: u64,
    pub(super) counts: Counts,
    pub(super) groups: HashMap<Key, Group>,
    /// How many findings there are in no group.
    pub(super) ungrouped: u64,
    /// Lines that could not be judged: the first for each reason.
    pub(super) not_judged: Vec<(Place, Refusal)>,
}

impl<'f> Total<'f> {
    pub(super) fn new(files: &'f [PathBuf]) -> Self {
        let (counts, groups, not_judged) = (Counts::default(), HashMap::new(), Vec::new());
        Self { files, before: 0, counts, groups, ungrouped: 0, not_judged }
    }

    /// Of how many payloads the verdict changed.
    pub(super) fn changed(&self) -> u64 {
        let kept: u64 = Verdict::ALL.iter().map(|verdict| self.counts.of(*verdict, *verdict)).sum();
        self.counts.payloads() - kept
    }

    /// The line of that number, from 1, of a file.
    pub(super) fn place(&self, file: usize, line: u64) -> Place {
        Place { file: self.files.get(file).map(|file| file.display().to_string()).unwrap_or_default(), line }
    }

    /// Adds what came of the next piece; `tell` is given what changed.
    pub(super) fn add(
        &mut self,
        judged: Judged,
        mut tell: impl FnMut(&Place, &Changed) -> io::Result<()>,
    ) -> io::Result<()> {
        if judged.is_first {
            self.before = 0;
        }
        let (file, before) = (judged.file, self.before);
        let number = |line: u64| before + line + 1;
        self.before += judged.lines;
        self.counts.merge(&judged.counts);
        let is_full = self.groups.len() >= GROUPS;
        for (key, group) in judged.groups {
            match self.groups.entry(key) {
                Entry::Occupied(mut known) => {
                    known.get_mut().payloads += group.payloads;
                    known.get_mut().findings += group.findings;
                }
                Entry::Vacant(_) if is_full => self.ungrouped += group.findings,
                Entry::Vacant(place) => drop(place.insert(Group { line: number(group.line), file, ..group })),
            }
        }
        for (line, refusal) in judged.refused {
            let place = self.place(file, number(line));
            refusal.tell(&mut self.not_judged, place);
        }
        judged.changed.iter().try_for_each(|changed| tell(&self.place(file, number(changed.line)), changed))
    }

    /// The groups, those of most payloads first.
    pub(super) fn sorted(&self) -> Vec<(&Key, &Group)> {
        let mut groups: Vec<(&Key, &Group)> = self.groups.iter().collect();
        groups.sort_by(|left, right| right.1.payloads.cmp(&left.1.payloads).then_with(|| left.0.cmp(right.0)));
        groups
    }
}
