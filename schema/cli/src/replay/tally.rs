//! What comes of payloads: counted, grouped, and the first of them told.

use std::{
    collections::{HashMap, hash_map::Entry},
    io,
    path::PathBuf,
};

use serde_json::{Value, json};

/// What a schema makes of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Valid,
    Invalid,
    /// It does not have the payload's type.
    Unknown,
}

impl Verdict {
    pub(super) const ALL: [Self; 3] = [Self::Valid, Self::Invalid, Self::Unknown];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Unknown => "unknown type",
        }
    }
}

/// Under which schema something was found, and not under the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Only {
    Old,
    New,
}

impl Only {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }
}

/// What stands for a rule where a schema does not have the type of a payload.
pub(super) const UNKNOWN_TYPE: &str = "unknown-type";

/// What findings that are told together have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) only: Only,
    /// The rule that is broken, or [`UNKNOWN_TYPE`].
    pub(super) rule: &'static str,
    /// As `odatype diff` has it: `ns.Type/member`, `ns.Type`.
    pub(super) target: String,
}

/// Findings that are told together.
#[derive(Debug)]
pub(super) struct Group {
    /// In how many payloads there are some.
    pub(super) payloads: u64,
    /// How many there are.
    pub(super) findings: u64,
    /// The line of the first of them: in the piece, then in its file.
    pub(super) line: u64,
    /// The place of that file among the files.
    pub(super) file: usize,
    /// The first of them.
    pub(super) first: Option<Told>,
}

/// A finding, told.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) column: u64,
    pub(super) pointer: String,
    pub(super) rule: &'static str,
    pub(super) level: &'static str,
    pub(super) ty: &'static str,
    pub(super) expected: String,
    pub(super) found: String,
}

impl Told {
    pub(super) fn to_json(&self) -> Value {
        json!({
            "column": self.column,
            "pointer": self.pointer,
            "rule": self.rule,
            "level": self.level,
            "type": Some(self.ty).filter(|name| !name.is_empty()),
            "expected": self.expected,
            "found": self.found,
        })
    }

    /// In a line, without its place in the text.
    pub(super) fn to_text(&self) -> String {
        let pointer = if self.pointer.is_empty() { String::new() } else { format!("{}: ", self.pointer) };
        format!("{pointer}expected {}, found {}", self.expected, self.found)
    }
}

/// A payload whose verdict or findings changed.
#[derive(Debug)]
pub(super) struct Changed {
    /// Its line in the piece, from 0.
    pub(super) line: u64,
    pub(super) ty: String,
    pub(super) verdicts: (Verdict, Verdict),
    /// What was found under the old schema only, and under the new one only.
    pub(super) findings: [Vec<Told>; 2],
    /// How many more of each there are.
    pub(super) more: [usize; 2],
}

/// How many payloads came to what.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// By old and new verdict.
    verdicts: [[u64; 3]; 3],
    /// Of how many the verdict is the same and the findings are not.
    pub(super) other_findings: u64,
    /// How many lines could not be judged.
    pub(super) not_judged: u64,
}

impl Counts {
    pub(super) fn add(&mut self, old: Verdict, new: Verdict) {
        self.verdicts[old as usize][new as usize] += 1;
    }

    pub(super) fn of(&self, old: Verdict, new: Verdict) -> u64 {
        self.verdicts[old as usize][new as usize]
    }

    /// How many payloads were judged.
    pub(super) fn payloads(&self) -> u64 {
        self.verdicts.iter().flatten().sum()
    }

    fn merge(&mut self, other: &Self) {
        for (all, more) in self.verdicts.iter_mut().flatten().zip(other.verdicts.iter().flatten()) {
            *all += more;
        }
        self.other_findings += other.other_findings;
        self.not_judged += other.not_judged;
    }
}

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
    pub(super) not_judged: Vec<(u64, String)>,
    pub(super) changed: Vec<Changed>,
}

/// For how many reasons a line that could not be judged is told.
pub(super) const SHOWN: usize = 20;

/// How many groups there may be: names of undeclared members, of which an archive may have any number, make groups.
const GROUPS: usize = 10_000;

impl Judged {
    /// The line cannot be judged.
    pub(super) fn cannot(&mut self, line: u64, reason: String) {
        self.counts.not_judged += 1;
        if self.not_judged.len() < SHOWN && self.not_judged.iter().all(|(_, known)| *known != reason) {
            self.not_judged.push((line, reason));
        }
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
    pub(super) not_judged: Vec<(Place, String)>,
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
        for (line, reason) in judged.not_judged {
            if self.not_judged.len() < SHOWN && self.not_judged.iter().all(|(_, known)| *known != reason) {
                self.not_judged.push((self.place(file, number(line)), reason));
            }
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
