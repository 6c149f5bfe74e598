//! One JSON object; its form is in the command's help.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{
    super::{
        difference::{Changed, Told},
        tally::Place,
    },
    summary::Summary,
};

pub(super) fn begin(out: &mut dyn Write, summary: &Summary<'_>) -> io::Result<()> {
    let (total, counts) = (summary.total, &summary.total.counts);
    let verdicts = summary
        .verdicts()
        .map(|(old, new, payloads)| json!({ "old": old.as_str(), "new": new.as_str(), "payloads": payloads }));
    let not_judged = total
        .not_judged
        .iter()
        .map(|(place, refusal)| json!({ "file": place.file, "line": place.line, "because": refusal.reason }));
    let members = [
        ("profile", json!(summary.profile.as_str())),
        ("payloads", json!(counts.payloads())),
        ("changed", json!(total.changed())),
        ("verdicts", verdicts.collect()),
        ("otherFindings", json!(counts.other_findings)),
        ("notJudged", json!({ "lines": counts.not_judged, "first": not_judged.collect::<Vec<Value>>() })),
    ];
    out.write_all(b"{\n")?;
    for (name, value) in members {
        writeln!(out, "  \"{name}\": {value},")?;
    }
    out.write_all(b"  \"groups\": [")?;
    let mut separator = "";
    for (key, group, _) in summary.groups() {
        let changes = summary.reasons(key).into_iter().flat_map(|reasons| &reasons.changes);
        let changes = changes.map(|(target, kind)| json!({ "change": kind, "target": target }));
        let place = total.place(group.file, group.line);
        let value = json!({
            "only": key.only.as_str(),
            "rule": key.rule,
            "target": key.target,
            "payloads": group.payloads,
            "findings": group.findings,
            "first": {
                "file": place.file,
                "line": place.line,
                "finding": group.first.as_ref().map(Told::to_json),
            },
            "changes": changes.collect::<Vec<Value>>(),
        });
        write!(out, "{separator}\n    {value}")?;
        separator = ",";
    }
    out.write_all(if separator.is_empty() { b"" } else { b"\n  " })?;
    write!(out, "],\n  \"ungrouped\": {},\n  \"changes\": [", total.ungrouped)
}

pub(super) fn changed(place: &Place, changed: &Changed, is_first: bool) -> String {
    let (old, new) = changed.verdicts;
    let [only_old, only_new] = &changed.findings;
    let told = |told: &[Told]| told.iter().map(Told::to_json).collect::<Vec<Value>>();
    let value = json!({
        "file": place.file,
        "line": place.line,
        "type": changed.ty,
        "old": old.as_str(),
        "new": new.as_str(),
        "onlyOld": told(only_old),
        "onlyNew": told(only_new),
        "dropped": changed.more.iter().sum::<usize>(),
    });
    format!("{}\n    {value}", if is_first { "" } else { "," })
}

pub(super) fn end(out: &mut dyn Write, summary: &Summary<'_>) -> io::Result<()> {
    writeln!(out, "{}]\n}}", if summary.told > 0 { "\n  " } else { "" })
}
