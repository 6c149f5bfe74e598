//! Lines for a terminal.

use std::io::{self, Write};

use super::{
    super::{difference::Changed, tally::Place},
    summary::{Summary, arrow, findings, when},
};
use odatype_json::visible;

pub(super) fn begin(out: &mut dyn Write, summary: &Summary<'_>) -> io::Result<()> {
    let mut line = |indent: &str, text: &str| writeln!(out, "{indent}{}", visible(text));
    for sentence in summary.sentences() {
        line("", &sentence)?;
    }
    for text in summary.not_judged() {
        line("  ", &text)?;
    }
    for (key, group, said) in summary.groups() {
        let count = group.payloads;
        line("", &format!("{count:>8} {}: {} {}: {said}", when(key.only), key.rule, key.target))?;
    }
    if summary.total.ungrouped > 0 {
        line("", &format!("{:>8} more findings, of too many kinds to be told apart", summary.total.ungrouped))?;
    }
    Ok(())
}

pub(super) fn changed(place: &Place, changed: &Changed) -> String {
    let (old, new) = changed.verdicts;
    let mut text = visible(&format!("{}:{}: {}: {}", place.file, place.line, changed.ty, arrow(old, new))) + "\n";
    for line in findings(changed) {
        text.push_str("  ");
        text.push_str(&visible(&line));
        text.push('\n');
    }
    text
}

pub(super) fn end(out: &mut dyn Write, summary: &Summary<'_>) -> io::Result<()> {
    match summary.untold {
        0 => Ok(()),
        more => writeln!(out, "and {more} more; --limit 0 prints them"),
    }
}
