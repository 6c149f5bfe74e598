//! What is in an archive, line by line.

use super::{LIBRARY, MEMBERS, changes, order, replay, report, schemas};
use crate::run::{Folder, SERVICE};

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
    let count = 12_500 * crate::TIMES;
    let many: Vec<String> = (0..count).map(|number| format!("{{\"@odata.type\": \"#x.t{number}\"}}")).collect();
    let text = replay(&folder, &[], &many.join("\n")).done();
    assert_eq!(text.lines().count(), 23);
    assert!(text.ends_with(&format!("\n  and {} more\n", count - 20)), "{text}");
    assert!(text.contains(&format!("\n{count} lines could not be judged\n")), "{text}");
    let text = replay(&folder, &[], &"[]\n".repeat(count)).done();
    assert_eq!(text.lines().count(), 4, "{text}");
    // With --type, all that is JSON can be judged.
    let run = replay(&folder, &["--type", "l.book"], "{\"pages\": 1}\n[]\n\"a\"\n{\"pages\": 1");
    assert!(run.done().starts_with("no verdict changed in 3 payloads\n1 line could not be judged\n"));
}

#[test]
fn lines_of_every_kind_keep_their_numbers() {
    let folder = schemas(SERVICE, MEMBERS);
    let long =
        format!("{{\"@odata.type\": \"#s.order\", \"notes\": [\"{}\"], \"state\": \"sent\"}}\n", "x".repeat(1 << 20));
    let sent = order("sent");
    let plain = order("placed");
    let (many, count) = (plain.repeat(5_000 * crate::TIMES), 5_000 * crate::TIMES as u64);
    for (text, expected) in [
        (String::new(), &[][..]),
        ("\n\n  \n".into(), &[]),
        (sent.trim_end().into(), &[1]),
        (format!("\u{feff}{sent}"), &[1]),
        (format!("\r\n{}\r\n\r\n{sent}", sent.trim_end()), &[2, 4]),
        (format!("{plain}{long}\n{sent}{long}{plain}{sent}"), &[2, 4, 5, 7]),
        (long.trim_end().into(), &[1]),
        (format!("{many}{sent}{many}{sent}"), &[count + 1, 2 * count + 2]),
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
    let count = 2_500 * crate::TIMES;
    let writer = std::thread::spawn(move || std::fs::write(pipe, order("sent").repeat(count)).unwrap());
    let lines = folder.run(&["replay", "--old", "old.json", "--new", "new.json", "pipe"]).found();
    writer.join().unwrap();
    assert_eq!(lines[0], format!("{count} verdicts changed in {count} payloads: {count} valid → invalid"));
}
