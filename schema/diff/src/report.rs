//! Changes as JSON, as lines of text, and as a changelog in Markdown.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Value, json};

use crate::{
    change::{Change, Changes},
    severity::{Audience, Case, Severity},
};

impl Change {
    /// As JSON: `change`, `target`, `old`, `new`, `see`, a severity for each audience, and `because`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let verdict = self.verdict();
        json!({
            "change": verdict.kind.as_str(),
            "target": self.target,
            "old": self.old,
            "new": self.new,
            "see": self.see,
            "code": verdict.code.as_str(),
            "send": verdict.send.as_str(),
            "receive": verdict.receive.as_str(),
            "because": verdict.because,
        })
    }

    /// From what to what, in words; nothing if there is nothing to say.
    fn difference(&self, quote: &str) -> String {
        let text = |value: &Value| match value {
            Value::String(text) if text.is_empty() => "nothing".to_owned(),
            // Where the text has the quote itself, as a pattern may, it stands between two of them.
            Value::String(text) if !quote.is_empty() && text.contains(quote) => {
                format!("{quote}{quote} {text} {quote}{quote}")
            }
            Value::String(text) => format!("{quote}{text}{quote}"),
            other => format!("{quote}{other}{quote}"),
        };
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{} → {}", text(old), text(new)),
            (Some(only), None) | (None, Some(only)) => text(only),
            (None, None) => String::new(),
        }
    }

    /// What the thing may be now, or may have been; or where else to look. In words.
    fn relation(&self) -> Option<String> {
        let see = format!("`{}`", self.see.as_ref()?);
        Some(match (self.case, &self.old, &self.new) {
            (Case::PropertyMovedUp, ..) => format!("it is {see} now"),
            (Case::PropertyInherited, ..) => format!("it was {see}"),
            // The overload that had its name alone is there all the same.
            (Case::FunctionAddedFewer, ..) => format!("see {see}"),
            (_, Some(_), None) => format!("perhaps it is {see} now"),
            (_, None, Some(_)) => format!("perhaps it was {see}"),
            _ => format!("see {see}"),
        })
    }

    /// Whom it concerns with `severity`.
    fn audiences(&self, severity: Severity) -> String {
        let verdict = self.verdict();
        let concerned = Audience::ALL.iter().filter(|of| verdict.of(**of) == severity);
        concerned.map(|of| of.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Changes {
    /// As one JSON object with the member `changes`, pretty, with a final line feed.
    #[must_use]
    pub fn to_json(&self) -> String {
        let changes: Vec<Value> = self.as_slice().iter().map(Change::to_json).collect();
        // The alternative form of a value is its pretty text, which does not fail.
        format!("{:#}\n", json!({ "changes": changes }))
    }

    /// One line a change, and how many there are.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        for change in self.as_slice() {
            let verdict = change.verdict();
            let worst = verdict.worst();
            let _ = write!(out, "{}: {}", change.target, verdict.kind.as_str());
            let (difference, audiences) = (change.difference(""), change.audiences(worst));
            if !difference.is_empty() {
                let _ = write!(out, " ({difference})");
            }
            let whom = if worst == Severity::None { String::new() } else { format!(" for {audiences}") };
            let _ = write!(out, ": {}{whom}: {}", words(worst), verdict.because);
            if let Some(relation) = change.relation() {
                let _ = write!(out, "; {relation}");
            }
            out.push('\n');
        }
        let _ = writeln!(out, "{}", self.summary());
        out
    }

    /// A changelog: what breaks first, each by type.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = format!("## Schema update\n\n{}.\n", self.summary());
        for (severity, title) in [
            (Severity::Breaking, "Breaking"),
            (Severity::Additive, "Additive"),
            (Severity::None, "Without effect on code or payloads"),
        ] {
            let mut by_owner: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
            for change in self.as_slice().iter().filter(|change| change.verdict().worst() == severity) {
                by_owner.entry(owner(&change.target)).or_default().push(change);
            }
            if by_owner.is_empty() {
                continue;
            }
            let _ = writeln!(out, "\n### {title}");
            for (owner, changes) in by_owner {
                let _ = writeln!(out, "\n- `{owner}`");
                for change in changes {
                    out.push_str(&item(change, owner, severity));
                }
            }
        }
        out
    }

    /// How many changes of each severity there are, in a sentence without its full stop.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |severity| self.as_slice().iter().filter(|change| change.verdict().worst() == severity).count();
        let broken = |of: Audience| {
            let breaks = |change: &&Change| change.verdict().of(of) == Severity::Breaking;
            format!("{} for {}", self.as_slice().iter().filter(breaks).count(), of.as_str())
        };
        let all = self.as_slice().len();
        let [code, send, receive] = Audience::ALL.map(broken);
        format!(
            "{all} change{}: {} breaking ({code}, {send}, {receive}), {} additive, {} without effect",
            if all == 1 { "" } else { "s" },
            count(Severity::Breaking),
            count(Severity::Additive),
            count(Severity::None),
        )
    }
}

/// The type or action that a target is part of.
fn owner(target: &str) -> &str {
    target.split_once('/').map_or(target, |(owner, _)| owner)
}

/// A line of the changelog.
fn item(change: &Change, owner: &str, severity: Severity) -> String {
    let verdict = change.verdict();
    let part = change.target.strip_prefix(owner).and_then(|rest| rest.strip_prefix('/'));
    let part = part.map(|part| format!("`{part}`: ")).unwrap_or_default();
    let difference = change.difference("`");
    let difference = if difference.is_empty() { difference } else { format!(" ({difference})") };
    let whom = if severity == Severity::None { String::new() } else { format!(" for {}", change.audiences(severity)) };
    let relation = change.relation().map(|relation| format!(" {}.", capitalized(&relation))).unwrap_or_default();
    let what = verdict.kind.as_str().replace('-', " ");
    format!("  - {part}{what}{difference}; **{}**{whom}: {}.{relation}\n", words(severity), verdict.because)
}

fn capitalized(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

fn words(severity: Severity) -> &'static str {
    match severity {
        Severity::None => "no effect",
        other => other.as_str(),
    }
}
