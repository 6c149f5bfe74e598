//! What comes of a payload: two verdicts, and in what they differ.

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

    /// Of a payload whose type the schema has.
    pub(super) fn of(is_valid: bool) -> Self {
        if is_valid { Self::Valid } else { Self::Invalid }
    }

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

    pub(super) fn merge(&mut self, other: &Self) {
        for (all, more) in self.verdicts.iter_mut().flatten().zip(other.verdicts.iter().flatten()) {
            *all += more;
        }
        self.other_findings += other.other_findings;
        self.not_judged += other.not_judged;
    }
}
