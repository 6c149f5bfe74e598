//! What is printed.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{MEMBERS, changes, order, replay, report, schemas};
use crate::run::SERVICE;

#[test]
fn one_json_object() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = [order("sent"), "[]\n".into(), order("paid"), order("placed")].concat();
    let report = report(&folder, &[], &lines);
    let group = |only: &str, line: u64, (found, expected): (&str, &str), (change, target): (&str, &str)| {
        json!({
            "only": only, "rule": "member", "target": "shop.core.order/state", "payloads": 1, "findings": 1,
            "first": { "file": "-", "line": line, "finding": finding(found, expected) },
            "changes": [{ "change": change, "target": target }],
        })
    };
    let verdict = |old: &str, new: &str| json!({ "old": old, "new": new, "payloads": 1 });
    let change = |line: u64, old: &str, new: &str, only_old: &[Value], only_new: &[Value]| {
        json!({
            "file": "-", "line": line, "type": "shop.core.order", "old": old, "new": new,
            "onlyOld": only_old, "onlyNew": only_new, "dropped": 0,
        })
    };
    let (sent, paid) = (finding("\"sent\"", "one of placed, paid"), finding("\"paid\"", "one of placed, sent"));
    let expected = json!({
        "profile": "strict",
        "payloads": 3,
        "changed": 2,
        "verdicts": [verdict("valid", "valid"), verdict("valid", "invalid"), verdict("invalid", "valid")],
        "otherFindings": 0,
        "notJudged": {
            "lines": 1,
            "first": [{ "file": "-", "line": 2, "because": "it has no tag and no context, and no --type is given" }],
        },
        "groups": [
            group("old", 3, ("\"paid\"", "one of placed, sent"), ("member-added", "shop.core.state/paid")),
            group("new", 1, ("\"sent\"", "one of placed, paid"), ("member-removed", "shop.core.state/sent")),
        ],
        "ungrouped": 0,
        "changes": [change(1, "valid", "invalid", &[], &[sent]), change(3, "invalid", "valid", &[paid], &[])],
    });
    assert_eq!(report, expected, "{report:#}");
}

fn finding(found: &str, expected: &str) -> Value {
    json!({
        "column": 46, "pointer": "/state", "rule": "member", "level": "error", "type": "shop.core.order",
        "expected": expected, "found": found,
    })
}

#[test]
fn what_is_printed_is_the_same_with_every_number_of_threads() {
    let folder = schemas(SERVICE, MEMBERS);
    // Some pieces, and, where archives are large, more to tell than waits in memory.
    let count = 600 * crate::TIMES;
    let mut text = String::new();
    for number in 0..count {
        let state = ["placed", "sent", "paid", "placed"][number % 4];
        let notes = "x".repeat(number % 997);
        writeln!(text, r##"{{"@odata.type": "#s.order", "notes": ["{notes}"], "state": "{state}"}}"##).unwrap();
    }
    folder.write("a.jsonl", &text);
    folder.write("b.jsonl", order("sent"));
    let run = |threads: &str, format: &str| {
        let arguments = ["replay", "--old", "old.json", "--new", "new.json", "--threads", threads, "--format", format];
        folder.run(&[&arguments[..], &["a.jsonl", "b.jsonl", "a.jsonl"]].concat())
    };
    for format in ["text", "markdown", "json"] {
        assert_eq!(run("1", format).out, run("4", format).out, "{format}");
    }
    let report: Value = serde_json::from_str(&run("3", "json").out).unwrap();
    let places: Vec<(&str, usize)> = report["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["file"].as_str().unwrap(), usize::try_from(change["line"].as_u64().unwrap()).unwrap()))
        .collect();
    let changed =
        |file| (0..count).filter(|number| [1, 2].contains(&(number % 4))).map(move |number| (file, number + 1));
    let expected: Vec<(&str, usize)> = changed("a.jsonl").chain([("b.jsonl", 1)]).chain(changed("a.jsonl")).collect();
    assert_eq!(places, expected);
    assert_eq!(report["groups"][0]["payloads"], count / 2 + 1);
}

#[test]
fn only_so_many_are_told_one_by_one() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = order("sent").repeat(1200);
    for (limit, told, end) in [
        (&[][..], 1000, Some("and 200 more; --limit 0 prints them")),
        (&["--limit", "2"], 2, Some("and 1198 more; --limit 0 prints them")),
        (&["--limit", "0"], 1200, None),
    ] {
        let found = replay(&folder, limit, &lines).found();
        assert_eq!(found.len(), 2 + 2 * told + usize::from(end.is_some()));
        assert!(found[1].starts_with("    1200 now: member shop.core.order/state: "), "{}", found[1]);
        assert!(end.is_none() || found.last().map(String::as_str) == end, "{:?}", found.last());
    }
    let report = report(&folder, &["--limit", "2"], &lines);
    assert_eq!(changes(&report).len(), 1200, "JSON is for programs");
    // So is what is wrong inside of one.
    let payments = r#"{"x": 1},"#.repeat(150);
    let many = format!("{{\"@odata.type\": \"#s.order\", \"things\": [{}]}}", payments.trim_end_matches(','));
    folder.edit(
        "old.json",
        "new.json",
        &[("\"notes\": {", "\"things\": {\"$Type\": \"s.unrelated\", \"$Collection\": true}, \"notes\": {")],
    );
    folder.edit("new.json", "old.json", &[("\"$OpenType\": true", "\"$OpenType\": false")]);
    let run = folder.run_with(&["replay", "--old", "new.json", "--new", "old.json", "-"], &many).found();
    assert!(run.len() == 103 + 1 && run[103] == "  now: and 50 more", "{run:#?}");
    assert!(run[1].starts_with("       1 now: undeclared shop.core.unrelated/x: /things/0/x: "), "{}", run[1]);
}

#[test]
fn markdown_for_a_pull_request() {
    let folder = schemas(SERVICE, MEMBERS);
    let found = replay(
        &folder,
        &["--format", "markdown", "--limit", "1"],
        &[order("sent"), "[]\n".into(), order("a|b"), order("paid")].concat(),
    );
    let lines: Vec<String> = found.found();
    let titles: Vec<&String> = lines.iter().filter(|line| line.starts_with('#')).collect();
    assert_eq!(titles, ["## Replay", "### Not judged", "### By rule and place", "### By payload"]);
    assert!(lines.contains(&"- -:2: it has no tag and no context, and no --type is given".to_owned()), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line.starts_with("| 1 | now | member | shop.core.order/state | /state: ")),
        "{lines:#?}"
    );
    assert!(lines.contains(&"- -:1: shop.core.order: valid → invalid".to_owned()), "{lines:#?}");
    assert_eq!(lines.last().map(String::as_str), Some("And 1 more."));
}

#[test]
fn values_stay_hidden() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = "{\"@odata.type\": \"#s.order\", \"state\": \"sent\"}\n\
                 {\"@odata.type\": \"#secret\"}\n{\"@odata.context\": \"h#secret('secret')\"}\n\
                 {\"type\": \"secret\", \"payload\": {\"state\": \"sent\"}}\n{\"type\": \"s.order\", \"payload\": {\"state\": \"secret\"}}\n";
    for format in ["text", "markdown", "json"] {
        let run = replay(&folder, &["--hide-values", "--format", format], lines);
        assert!(!run.out.contains("\"sent") && !run.out.contains("secret"), "{}", run.out);
        let shown = replay(&folder, &["--format", format], lines);
        assert!(shown.out.contains("secret"), "{}", shown.out);
    }
}

#[test]
fn what_keeps_it_from_running() {
    let folder = schemas(SERVICE, MEMBERS);
    folder.write("a.jsonl", order("sent"));
    let run = |files: &[&str]| folder.run(&[&["replay", "--old", "old.json", "--new", "new.json"], files].concat());
    assert_eq!(run(&["a.jsonl"]).code, 1);
    // What can be read is replayed all the same.
    let half = run(&["gone.jsonl", "a.jsonl", "."]);
    assert_eq!(half.code, 2, "{half:#?}");
    assert!(half.out.starts_with("1 verdict changed in 1 payload: 1 valid → invalid\n"), "{half:#?}");
    let errors: Vec<&str> = half.err.lines().collect();
    assert!(errors.len() == 2 && errors[0].starts_with("error: gone.jsonl: cannot be read: "), "{errors:?}");
    assert_eq!(errors[1], "error: .: cannot be read: it is a folder");
    let refused = run(&["-", "a.jsonl", "-"]).refused();
    assert_eq!(refused, ["`-`, standard input, can be read once only, but it was given more than once"]);
    let refused = run(&["--type", "s.odrer", "a.jsonl"]).refused();
    assert_eq!(refused, ["--type: unknown type or action `s.odrer`; perhaps `shop.core.order`"]);
    let both = folder.run(&["replay", "--old", "none.json", "--new", "gone.json", "a.jsonl"]).refused();
    assert!(both.len() == 2 && both[0].starts_with("none.json: ") && both[1].starts_with("gone.json: "), "{both:?}");
}
