//! Sums and groups, in words that all forms share.

use std::{collections::BTreeMap, fmt::Write as _};

use super::super::{
    difference::{Changed, Group, Key, Only, UNKNOWN_TYPE, Verdict},
    explain::Reasons,
    refusal::Refusal,
    tally::Total,
};
use crate::profile::Profile;

/// Everything but the payloads one by one.
pub(super) struct Summary<'s> {
    pub(super) profile: Profile,
    pub(super) total: &'s Total<'s>,
    pub(super) explained: &'s BTreeMap<&'s Key, Reasons>,
    /// How many changed payloads are told one by one.
    pub(super) told: u64,
    /// How many are not.
    pub(super) untold: u64,
}

impl Summary<'_> {
    /// Old and new verdicts, each pair with how many there are of it.
    pub(super) fn verdicts(&self) -> impl Iterator<Item = (Verdict, Verdict, u64)> {
        let pairs = Verdict::ALL.into_iter().flat_map(|old| Verdict::ALL.map(|new| (old, new)));
        let counted = pairs.map(|(old, new)| (old, new, self.total.counts.of(old, new)));
        counted.filter(|(.., count)| *count > 0)
    }

    /// The sums, each a sentence without its full stop.
    pub(super) fn sentences(&self) -> Vec<String> {
        let counts = &self.total.counts;
        let payloads = many(counts.payloads(), "payload");
        let kinds: Vec<String> = self
            .verdicts()
            .filter(|(old, new, _)| old != new)
            .map(|(old, new, count)| format!("{count} {}", arrow(old, new)))
            .collect();
        let mut sentences = vec![match kinds.as_slice() {
            [] if counts.payloads() == 0 => "nothing was judged".to_owned(),
            [] => format!("no verdict changed in {payloads}"),
            kinds => format!("{} changed in {payloads}: {}", many(self.total.changed(), "verdict"), kinds.join(", ")),
        }];
        if counts.other_findings > 0 {
            sentences
                .push(format!("{} with the same verdict and other findings", many(counts.other_findings, "payload")));
        }
        if counts.not_judged > 0 {
            sentences.push(format!("{} could not be judged", many(counts.not_judged, "line")));
        }
        sentences
    }

    /// Lines that could not be judged, the first for each reason, and how many more there are.
    pub(super) fn not_judged(&self) -> Vec<String> {
        let told = self.total.not_judged.len();
        let mut lines: Vec<String> = self
            .total
            .not_judged
            .iter()
            .map(|(place, refusal)| format!("{}:{}: {}", place.file, place.line, refusal.reason))
            .collect();
        if let more @ 1.. = self.total.counts.not_judged.saturating_sub(lines.len() as u64) {
            let why = if Refusal::are_all(told) { ", for the same reasons" } else { "" };
            lines.push(format!("and {more} more{why}"));
        }
        lines
    }

    /// The groups, each with what it is about and what is said of it.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&Key, &Group, String)> {
        self.total.sorted().into_iter().map(|(key, group)| {
            let mut said = match (&group.first, key.rule) {
                (Some(first), _) => first.to_text(),
                (None, UNKNOWN_TYPE) => format!("the {} schema does not have it", key.only.as_str()),
                (None, _) => String::new(),
            };
            let place = self.total.place(group.file, group.line);
            // Writing to a string does not fail.
            let _ = write!(said, "; first in {}:{}", place.file, place.line);
            if let Some(why) = self.reasons(key).and_then(why) {
                let _ = write!(said, "; {why}");
            }
            (key, group, said)
        })
    }

    /// What changed about the target of a group.
    pub(super) fn reasons(&self, key: &Key) -> Option<&Reasons> {
        self.explained.get(key)
    }
}

/// Which change is why, or of which it is one; nothing where none is known.
fn why(reasons: &Reasons) -> Option<String> {
    let all: Vec<String> = reasons.changes.iter().map(|(target, kind)| format!("{kind} {target}")).collect();
    let by = match (reasons.is_why, all.len()) {
        (_, 0) => return None,
        (true, 1) => "by",
        (true, _) => "by one of",
        (false, _) => "perhaps by",
    };
    Some(format!("{by} {}", all.join(", ")))
}

pub(super) fn arrow(old: Verdict, new: Verdict) -> String {
    format!("{} → {}", old.as_str(), new.as_str())
}

/// When something is found.
pub(super) fn when(only: Only) -> &'static str {
    match only {
        Only::Old => "no more",
        Only::New => "now",
    }
}

/// What is found of a payload under one schema only, a line each.
pub(super) fn findings(changed: &Changed) -> Vec<String> {
    let mut lines = Vec::new();
    for ((only, told), more) in [Only::Old, Only::New].into_iter().zip(&changed.findings).zip(changed.more) {
        lines.extend(told.iter().map(|told| format!("{}: {}", when(only), told.to_text())));
        if more > 0 {
            lines.push(format!("{}: and {more} more", when(only)));
        }
    }
    lines
}

pub(super) fn many(count: u64, what: &str) -> String {
    if count == 1 { format!("{count} {what}") } else { format!("{count} {what}s") }
}
