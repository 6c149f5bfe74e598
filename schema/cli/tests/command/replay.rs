//! `odatype replay`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::run::{Folder, Run, SERVICE};

/// A service with something to serve.
const LIBRARY: &str = r#"{"$Version": "4.01", "lib.core": {"$Alias": "l",
    "item": {"$Kind": "EntityType", "title": {"$Nullable": true}, "year": {"$Type": "Edm.Int32", "$Nullable": true},
        "parts": {"$Kind": "NavigationProperty", "$Type": "l.part", "$Collection": true, "$ContainsTarget": true}},
    "book": {"$Kind": "EntityType", "$BaseType": "l.item", "pages": {"$Type": "Edm.Int32", "$Nullable": true}},
    "part": {"$Kind": "EntityType", "name": {"$Nullable": true}},
    "lend": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "item", "$Type": "l.item"}, {"$Name": "days"}]}],
    "all": {"$Kind": "EntityContainer", "items": {"$Collection": true, "$Type": "l.item"}, "best": {"$Type": "l.book"}}}}"#;

/// A folder with `old.json` and, with `edits` made, `new.json`.
fn schemas(old: &str, edits: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder.write("old.json", old);
    folder.edit("old.json", "new.json", edits);
    folder
}

fn replay(folder: &Folder, more: &[&str], lines: &str) -> Run {
    folder.run_with(&[&["replay", "--old", "old.json", "--new", "new.json", "-"], more].concat(), lines)
}

/// The report as JSON, which is printed whatever comes of it.
fn report(folder: &Folder, more: &[&str], lines: &str) -> Value {
    let run = replay(folder, &[&["--format", "json"], more].concat(), lines);
    assert!(run.err.is_empty(), "{run:#?}");
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.code, i32::from(report["changed"] != 0), "{run:#?}");
    report
}

/// `(line, type, old verdict, new verdict)` of all that changed.
fn changes(report: &Value) -> Vec<(u64, String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let changes = report["changes"].as_array().unwrap().iter();
    changes
        .map(|change| {
            let [ty, old, new] = ["type", "old", "new"].map(|member| text(&change[member]));
            (change["line"].as_u64().unwrap(), ty, old, new)
        })
        .collect()
}

/// A member goes and another comes.
const MEMBERS: &[(&str, &str)] = &[("\"placed\": 0, \"sent\": 1", "\"placed\": 0, \"paid\": 2")];

fn order(state: &str) -> String {
    format!("{{\"@odata.type\": \"#shop.core.order\", \"state\": \"{state}\"}}\n")
}

#[test]
fn verdicts_change_both_ways_and_it_is_told_why() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = ["placed", "sent", "paid", "sent", "gone"].map(order).concat();
    let found = replay(&folder, &[], &lines).found();
    let expected = [
        "3 verdicts changed in 5 payloads: 2 valid → invalid, 1 invalid → valid",
        "       2 now: member shop.core.order/state: /state: expected one of placed, paid, found \"sent\"; first in -:2; \
         member-added shop.core.state/paid; member-removed shop.core.state/sent",
        "       1 no more: member shop.core.order/state: /state: expected one of placed, sent, found \"paid\"; first in -:3; \
         member-added shop.core.state/paid; member-removed shop.core.state/sent",
        "-:2: shop.core.order: valid → invalid",
        "  now: /state: expected one of placed, paid, found \"sent\"",
        "-:3: shop.core.order: invalid → valid",
        "  no more: /state: expected one of placed, sent, found \"paid\"",
        "-:4: shop.core.order: valid → invalid",
        "  now: /state: expected one of placed, paid, found \"sent\"",
    ];
    assert_eq!(found, expected, "{found:#?}");
    // Whoever only receives reads what the schema does not know.
    let run = replay(&folder, &["--profile", "tolerant"], &lines).done();
    assert_eq!(run, "no verdict changed in 5 payloads\n");
}

#[test]
fn one_json_object() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = [order("sent"), "[]\n".into(), order("paid"), order("placed")].concat();
    let report = report(&folder, &[], &lines);
    let group = |only: &str, line: u64, found: &str, expected: &str| {
        json!({
            "only": only, "rule": "member", "target": "shop.core.order/state", "payloads": 1, "findings": 1,
            "first": { "file": "-", "line": line, "finding": finding(found, expected) },
            "changes": [
                { "change": "member-added", "target": "shop.core.state/paid" },
                { "change": "member-removed", "target": "shop.core.state/sent" },
            ],
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
        "groups": [group("old", 3, "\"paid\"", "one of placed, sent"), group("new", 1, "\"sent\"", "one of placed, paid")],
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
fn payloads_are_typed_by_what_they_say() {
    // Every payload that is held against a type that has `old` loses it.
    let gone = [("\"pages\": {", "\"sheets\": {"), ("\"name\": {\"$N", "\"called\": {\"$N"), ("\"days\"", "\"weeks\"")];
    let folder = schemas(LIBRARY, &gone);
    let lines = [
        (r##"{"@odata.type": "#lib.core.book", "pages": 1}"##, "lib.core.book"),
        (r#"{"pages": 1, "@type": "LIB.core.Book"}"#, "lib.core.book"),
        (r#"{"@odata.type": "https://h/$metadata#l.book", "pages": 1}"#, "lib.core.book"),
        (r#"{"@odata.context": "$metadata#best", "pages": 1}"#, "lib.core.book"),
        (r##"{"@context": "#items/l.book/$entity", "pages": 1}"##, "lib.core.book"),
        (
            r##"{"@odata.context": "#items", "value": [{"@odata.type": "#l.book", "pages": 1}]}"##,
            "Collection(lib.core.item)",
        ),
        (r##"{"@context": "#items/$entity", "@odata.type": "#lib.core.book", "pages": 1}"##, "lib.core.item"),
        (r##"{"@odata.context": "#nothing", "@odata.type": "#lib.core.book", "pages": 1}"##, "lib.core.book"),
        (r#"{"@odata.context": "h#items('a/b(''c')/parts(name)/$entity", "name": "x"}"#, "lib.core.part"),
        (r#"{"value": [{"name": "x"}], "@odata.context": "h#best/parts"}"#, "Collection(lib.core.part)"),
        (r##"{"@odata.context": "#Collection(l.part)", "value": [{"name": "x"}]}"##, "Collection(lib.core.part)"),
        (r##"{"@odata.type": "#Collection(l.part)", "value": [{"name": "x"}]}"##, "Collection(lib.core.part)"),
        (r#"{"type": "lib.core.book", "payload": {"pages": 1}}"#, "lib.core.book"),
        (r#"{"payload": {"pages": 1}, "type": "l.book"}"#, "lib.core.book"),
        (r#"{"type": "l.book", "payload": {"pages": 1}, "time": {}}"#, "lib.core.book"),
        (r#"{"type": "Collection(l.part)", "payload": {"value": [{"name": "x"}]}}"#, "Collection(lib.core.part)"),
        (r#"{"type": "l.lend", "payload": {"days": "1"}}"#, "lib.core.lend(lib.core.item)"),
        (r#"{"pages": 1}"#, "lib.core.book"),
    ];
    let text = lines.map(|(line, _)| line).join("\n");
    let report = report(&folder, &["--type", "l.book", "--profile", "strict"], &text);
    assert_eq!(report["notJudged"]["lines"], 0, "{report:#}");
    let types: Vec<String> = changes(&report).into_iter().map(|change| change.1).collect();
    // Some are as wrong as before for what else they say, and lose a member all the same.
    assert_eq!(types, lines.map(|(_, ty)| ty.to_owned()), "{report:#}");
    let removed = report["groups"].as_array().unwrap().iter().filter(|group| group["only"] == "new");
    let targets: Vec<&str> = removed.map(|group| group["target"].as_str().unwrap()).collect();
    let expected = [
        "lib.core.book/pages",
        "lib.core.part/name",
        "lib.core.lend(lib.core.item)/weeks",
        "lib.core.lend(lib.core.item)/days",
    ];
    assert_eq!(targets, expected, "{report:#}");
    for group in report["groups"].as_array().unwrap() {
        assert!(!group["changes"].as_array().unwrap().is_empty(), "{group:#}");
    }
    // An object whose tag names nothing is of no type, whatever was expected: there is nothing in it to be looked at.
    let foreign = r##"{"@odata.type": "#not.known", "pages": 1}"##;
    assert_eq!(replay(&folder, &["--type", "l.book"], foreign).done(), "no verdict changed in 1 payload\n");
}

#[test]
fn what_cannot_be_judged_is_told_with_its_line() {
    let folder = schemas(LIBRARY, &[]);
    let lines = [
        (&b"{\"@odata.type\": \"#lib.core.book\"}"[..], ""),
        (
            b"{\"@odata.type\": \"#lib.core.book\",}",
            "it is not JSON: expected a member name in double quotes, at byte 33",
        ),
        (b"{\"pages\": 1", "it is not JSON: the text ends before the value does, at byte 11"),
        (b"\"\xFF\"", "it is not JSON: the text is not UTF-8, at byte 1"),
        (b"{\"type\": \"l.book\", \"payload\": {\"a\": }}", "it is not JSON: expected a JSON value, at byte 36"),
        (b"{\"type\": \"l.book\", \"payload\": {}", "it is not JSON: the text ends before the value does, at byte 32"),
        (b"{\"type\": \"l.bok\", \"payload\": {}}", "unknown type or action `l.bok`; perhaps `lib.core.book`"),
        (b"{\"pages\": 1}", "it has no tag and no context, and no --type is given"),
        (b"[]", ""),
        (b"{\"@odata.type\": \"#l.bok\"}", "its tag `#l.bok` names no type"),
        (
            b"{\"@odata.context\": \"h#itms('1')\"}",
            "its context `h#itms('1')` tells no type: no entity set and no singleton is called `itms`",
        ),
        (
            b"{\"@odata.context\": \"h#best/title\"}",
            "its context `h#best/title` is that of a single value and of no object",
        ),
    ];
    folder.write("a.jsonl", lines.map(|(line, _)| line).join(&b'\n'));
    let arguments = ["replay", "--old", "old.json", "--new", "new.json", "a.jsonl"];
    let text = folder.run(&arguments).done();
    let told: Vec<&str> = text.lines().collect();
    let expected: Vec<String> = (1..)
        .zip(&lines)
        .filter(|(_, (_, reason))| !reason.is_empty())
        .map(|(number, (_, reason))| format!("  a.jsonl:{number}: {reason}"))
        .collect();
    assert_eq!(told[..2], ["no verdict changed in 1 payload", "11 lines could not be judged"]);
    assert_eq!(told[2..], [&expected[..], &["  and 1 more".to_owned()]].concat(), "each reason once");
    // Of many reasons the first are told, and all are counted.
    let many: Vec<String> = (0..100_000).map(|number| format!("{{\"@odata.type\": \"#x.t{number}\"}}")).collect();
    let text = replay(&folder, &[], &many.join("\n")).done();
    assert_eq!(text.lines().count(), 23);
    assert!(text.contains("\n100000 lines could not be judged\n") && text.ends_with("\n  and 99980 more\n"), "{text}");
    let text = replay(&folder, &[], &"[]\n".repeat(100_000)).done();
    assert_eq!(text.lines().count(), 4, "{text}");
    // With --type, all that is JSON can be judged.
    let run = replay(&folder, &["--type", "l.book"], "{\"pages\": 1}\n[]\n\"a\"\n{\"pages\": 1");
    assert!(run.done().starts_with("no verdict changed in 3 payloads\n1 line could not be judged\n"));
}

#[test]
fn a_type_that_one_schema_does_not_have() {
    let folder =
        schemas(LIBRARY, &[("\"part\": {\"$Kind\"", "\"part\": {\"$Kind\": \"EntityType\"}, \"film\": {\"$Kind\"")]);
    let lines = "{\"@odata.type\": \"#l.film\"}\n{\"@odata.type\": \"#lib.core.film\", \"x\": 1}\n{\"@odata.type\": \"#lib.core.film\"}\n";
    let there = report(&folder, &[], lines);
    let change = |line, old: &str, new: &str| (line, "lib.core.film".to_owned(), old.to_owned(), new.to_owned());
    let expected =
        [change(1, "unknown type", "valid"), change(2, "unknown type", "invalid"), change(3, "unknown type", "valid")];
    assert_eq!(changes(&there), expected);
    let groups = json!([{
        "only": "old", "rule": "unknown-type", "target": "lib.core.film", "payloads": 3, "findings": 3,
        "first": { "file": "-", "line": 1, "finding": null },
        "changes": [{ "change": "type-added", "target": "lib.core.film" }],
    }]);
    assert_eq!(there["groups"], groups);
    let back = folder.run_with(&["replay", "--old", "new.json", "--new", "old.json", "-"], lines).found();
    let first = "3 verdicts changed in 3 payloads: 2 valid → unknown type, 1 invalid → unknown type";
    assert_eq!(back[0], first);
    assert!(back[1].contains("now: unknown-type lib.core.film: the new schema does not have it"), "{back:#?}");
    // A set that is gone leaves the type that it was of.
    folder.edit("old.json", "new.json", &[("\"items\": {\"$C", "\"things\": {\"$C")]);
    let text = replay(&folder, &[], "{\"@context\": \"#items/$entity\"}\n{\"@context\": \"#things/$entity\"}").done();
    assert_eq!(text, "no verdict changed in 2 payloads\n");
}

#[test]
fn the_same_verdict_for_other_reasons_is_told_and_changes_nothing() {
    let folder = schemas(SERVICE, &[("\"notes\": {", "\"remarks\": {")]);
    let lines = "{\"@odata.type\": \"#s.order\", \"notes\": [], \"remarks\": []}\n";
    let text = replay(&folder, &[], lines);
    assert_eq!((text.code, text.err.as_str()), (0, ""), "{text:#?}");
    let lines: Vec<&str> = text.out.lines().collect();
    assert_eq!(lines[..2], ["no verdict changed in 1 payload", "1 payload with the same verdict and other findings"]);
    let starts =
        ["       1 no more: undeclared shop.core.order/remarks: ", "       1 now: undeclared shop.core.order/notes: "];
    assert!(lines[2].starts_with(starts[0]) && lines[3].starts_with(starts[1]), "{lines:#?}");
    assert_eq!(lines[4], "-:1: shop.core.order: invalid → invalid");
}

#[test]
fn lines_of_every_kind_keep_their_numbers() {
    let folder = schemas(SERVICE, MEMBERS);
    let long =
        format!("{{\"@odata.type\": \"#s.order\", \"notes\": [\"{}\"], \"state\": \"sent\"}}\n", "x".repeat(3 << 20));
    let sent = order("sent");
    let plain = order("placed");
    for (text, expected) in [
        (String::new(), &[][..]),
        ("\n\n  \n".into(), &[]),
        (sent.trim_end().into(), &[1]),
        (format!("\u{feff}{sent}"), &[1]),
        (format!("\r\n{}\r\n\r\n{sent}", sent.trim_end()), &[2, 4]),
        (format!("{plain}{long}\n{sent}{long}{plain}{sent}"), &[2, 4, 5, 7]),
        (long.trim_end().into(), &[1]),
        (format!("{}{sent}{}{sent}", plain.repeat(40_000), plain.repeat(40_000)), &[40_001, 80_002]),
    ] {
        let report = report(&folder, &[], &text);
        let lines: Vec<u64> = changes(&report).into_iter().map(|change| change.0).collect();
        assert_eq!(lines, expected);
        assert_eq!(report["notJudged"]["lines"], 0, "{report:#}");
    }
    // Columns are those of the line, also where the payload does not start it.
    let line = "{\"type\": \"s.order\", \"id\": \"é\", \"payload\": {\"state\": \"sent\"}}\n";
    let report = report(&folder, &[], line);
    let column = line.find("\"sent\"").unwrap();
    assert_eq!(report["changes"][0]["onlyNew"][0]["column"], column, "one character has two bytes");
}

#[test]
fn what_is_printed_is_the_same_with_every_number_of_threads() {
    let folder = schemas(SERVICE, MEMBERS);
    let mut text = String::new();
    for number in 0..60_000 {
        let state = ["placed", "sent", "paid", "placed"][number % 4];
        let notes = "x".repeat(number % 97);
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
    let places: Vec<(&str, u64)> = report["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["file"].as_str().unwrap(), change["line"].as_u64().unwrap()))
        .collect();
    let changed =
        |file| (0..60_000).filter(|number| [1, 2].contains(&(number % 4))).map(move |number| (file, number + 1));
    let expected: Vec<(&str, u64)> = changed("a.jsonl").chain([("b.jsonl", 1)]).chain(changed("a.jsonl")).collect();
    assert_eq!(places, expected);
    assert_eq!(report["groups"][0]["payloads"], 30_001);
}

#[test]
fn only_so_many_are_told_one_by_one() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = order("sent").repeat(3000);
    for (limit, told, end) in [
        (&[][..], 1000, Some("and 2000 more; --limit 0 prints them")),
        (&["--limit", "2"], 2, Some("and 2998 more; --limit 0 prints them")),
        (&["--limit", "0"], 3000, None),
    ] {
        let found = replay(&folder, limit, &lines).found();
        assert_eq!(found.len(), 2 + 2 * told + usize::from(end.is_some()));
        assert!(found[1].starts_with("    3000 now: member shop.core.order/state: "), "{}", found[1]);
        assert!(end.is_none() || found.last().map(String::as_str) == end, "{:?}", found.last());
    }
    let report = report(&folder, &["--limit", "2"], &lines);
    assert_eq!(changes(&report).len(), 3000, "JSON is for programs");
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
fn overlays_are_laid_over_either_or_both() {
    let folder = schemas(SERVICE, &[]);
    folder.write(
        "digits.json",
        r#"{"$Version": "4.01",
            "$Reference": {"https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/Org.OData.Validation.V1.json":
              {"$Include": [{"$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation"}]}},
            "shop.core": {"$Annotations": {"shop.core.card/number": {"@Validation.Pattern": "^[0-9]+$"}}}}"#,
    );
    let line =
        "{\"@odata.type\": \"#s.card\", \"number\": \"x\"}\n{\"@odata.type\": \"#shop.core.card\", \"number\": \"1\"}";
    let verdicts = |overlays: &[&str]| {
        let report = report(&folder, overlays, line);
        changes(&report).into_iter().map(|change| (change.0, change.2, change.3)).collect::<Vec<_>>()
    };
    let change = |old: &str, new: &str| vec![(1, old.to_owned(), new.to_owned())];
    assert_eq!(verdicts(&["--new-overlay", "digits.json"]), change("valid", "invalid"));
    assert_eq!(verdicts(&["--old-overlay", "digits.json"]), change("invalid", "valid"));
    assert_eq!(verdicts(&["--overlay", "digits.json"]), []);
    assert_eq!(verdicts(&[]), []);
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

#[test]
fn several_documents_and_what_is_broken_in_them() {
    let folder = Folder::new();
    for (name, members) in [("old", r#""a": 1, "b": 2"#), ("new", r#""a": 1"#)] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        folder.write(
            &format!("{name}/types.json"),
            r#"{"$Version": "4.01", "n": {"thing": {"$Kind": "ComplexType", "kind": {"$Type": "m.kind", "$Nullable": true}},
                "broken": {"$Kind": "ComplexType", "$BaseType": "missing.B"}}}"#,
        );
        folder.write(
            &format!("{name}/kinds.json"),
            format!(r#"{{"$Version": "4.01", "m": {{"kind": {{"$Kind": "EnumType", {members}}}}}}}"#),
        );
    }
    let lines = "{\"@odata.type\": \"#n.thing\", \"kind\": \"b\"}\n{\"@odata.type\": \"#n.broken\"}\n";
    let whole = folder.run_with(&["replay", "--old", "old", "--new", "new", "-"], lines);
    let parts = [
        "replay",
        "--old",
        "old/types.json",
        "--old",
        "old/kinds.json",
        "--new",
        "new/kinds.json",
        "--new",
        "new/types.json",
    ];
    let parts = folder.run_with(&[&parts[..], &["-"]].concat(), lines);
    assert_eq!((parts.code, &parts.out), (whole.code, &whole.out));
    // What is broken is warned about.
    assert!(whole.err.contains("n.broken: base type `missing.B` is not declared"), "{}", whole.err);
    let lines: Vec<&str> = whole.out.lines().collect();
    assert_eq!(lines[0], "1 verdict changed in 1 payload: 1 valid → invalid");
    assert_eq!(lines[2], "  -:2: its tag `#n.broken` names no type");
}

#[cfg(unix)]
#[test]
fn archives_are_read_from_pipes() {
    let folder = schemas(SERVICE, MEMBERS);
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = std::thread::spawn(move || std::fs::write(pipe, order("sent").repeat(20_000)).unwrap());
    let lines = folder.run(&["replay", "--old", "old.json", "--new", "new.json", "pipe"]).found();
    writer.join().unwrap();
    assert_eq!(lines[0], "20000 verdicts changed in 20000 payloads: 20000 valid → invalid");
}
