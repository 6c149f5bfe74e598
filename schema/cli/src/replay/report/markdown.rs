//! Markdown for a pull request.

use std::io::{self, Write};

use super::{
    super::{difference::Changed, tally::Place},
    summary::{Summary, arrow, findings, when},
};
use odatype_json::visible;

pub(super) fn begin(out: &mut dyn Write, summary: &Summary<'_>) -> io::Result<()> {
    writeln!(out, "## Replay\n\n{}.", summary.sentences().join("; "))?;
    let not_judged = summary.not_judged();
    if !not_judged.is_empty() {
        writeln!(out, "\n### Not judged\n")?;
    }
    for text in not_judged {
        writeln!(out, "- {}", plain(&text))?;
    }
    let mut groups = summary.groups().peekable();
    if groups.peek().is_some() {
        writeln!(
            out,
            "\n### By rule and place\n\n| payloads | when | rule | where | what |\n| ---: | --- | --- | --- | --- |"
        )?;
    }
    for (key, group, said) in groups {
        let (when, target) = (when(key.only), plain(&key.target));
        writeln!(out, "| {} | {when} | {} | {target} | {} |", group.payloads, key.rule, plain(&said))?;
    }
    if summary.total.ungrouped > 0 {
        writeln!(out, "\nAnd {} findings of too many kinds to be told apart.", summary.total.ungrouped)?;
    }
    if summary.told > 0 {
        writeln!(out, "\n### By payload\n")?;
    }
    Ok(())
}

pub(super) fn changed(place: &Place, changed: &Changed) -> String {
    let (old, new) = changed.verdicts;
    let first = format!("{}:{}: {}: {}", place.file, place.line, changed.ty, arrow(old, new));
    let mut text = format!("- {}\n", plain(&first));
    for line in findings(changed) {
        for part in ["  - ", &plain(&line), "\n"] {
            text.push_str(part);
        }
    }
    text
}

pub(super) fn end(out: &mut dyn Write, summary: &Summary<'_>) -> io::Result<()> {
    match summary.untold {
        0 => Ok(()),
        more => writeln!(out, "\nAnd {more} more."),
    }
}

/// Text that is no markup, in one line.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in visible(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~') {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn text_is_no_markup() {
        for (text, expected) in [("a.b/c: d", "a.b/c: d"), ("`a|b`", "\\`a\\|b\\`"), ("<b>\n", "\\<b\\>\\\\u000a")] {
            assert_eq!(plain(text), expected);
        }
    }
}
