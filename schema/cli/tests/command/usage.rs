//! What holds for every subcommand: usage errors, help, where output goes.

use std::{
    io::{BufRead as _, BufReader},
    process::Stdio,
};

use crate::run::Folder;

#[test]
fn usage_errors_are_2_and_say_what_is_wrong() {
    let folder = Folder::new();
    for (arguments, expected) in [
        (&[][..], "Usage: odatype <COMMAND>"),
        (&["slide"], "unrecognized subcommand 'slide'"),
        (&["slice", "--manifest", "m.toml"], "<METADATA>..."),
        (&["expand"], "<SCHEMA>..."),
        (&["expand", "shop.json", "--rename", "a"], "as in `ns.Type.property=name`"),
        (&["expand", "shop.json", "--rot", "a"], "unexpected argument '--rot'"),
        (&["json-schema", "shop.json"], "--type <NAME>"),
        (&["validate", "a.json"], "--type <NAME>"),
        (&["replay", "--new", "a.json", "a.jsonl"], "--old <SCHEMA>"),
        (&["replay", "--old", "a.json", "a.jsonl"], "--new <SCHEMA>"),
        (&["replay", "--old", "a.json", "--new", "a.json"], "<PAYLOADS>..."),
        (&["replay", "--old", "a.json", "--new", "a.json", "--threads", "0", "-"], "invalid value '0'"),
        (&["sample", "shop.json"], "--type <NAME>"),
        (&["sample", "--type", "a.b", "--seed", "x"], "invalid value 'x'"),
        (&["validate", "--type", "a.b"], "<FILE>..."),
        (&["validate", "--type", "a.b", "--profile", "lax", "-"], "[possible values: strict, tolerant, create]"),
        (&["validate", "--type", "a.b", "--engine", "x", "-"], "[possible values: decoder, json-schema]"),
        (
            &["validate", "--type", "a.b", "--format", "xml", "-"],
            "[possible values: text, picture, json, sarif, github]",
        ),
    ] {
        let run = folder.run(arguments);
        assert!(run.code == 2 && run.out.is_empty() && run.err.contains(expected), "{arguments:?}: {run:#?}");
    }
}

#[test]
fn help_and_version() {
    let folder = Folder::new();
    for (arguments, expected) in [
        (&["--help"][..], "json-schema"),
        (&["--version"], concat!("odatype ", env!("CARGO_PKG_VERSION"))),
        (&["slice", "--help"], "bound = [\"microsoft.graph.call\"]"),
        (&["expand", "--help"], "--no-docs"),
        (&["json-schema", "--help"], "Collection(ns.Type)"),
        (&["validate", "--help"], "\"suggestion\": null"),
        (&["replay", "--help"], "\"notJudged\": {"),
        (&["validate", "--help"], "A rule is one of syntax, repeated, type, "),
    ] {
        let text = folder.run(arguments).done();
        assert!(text.contains(expected), "{arguments:?}: {text}");
    }
}

#[test]
fn every_fault_is_a_line() {
    let folder = Folder::new();
    folder.write(
        "bad.json",
        r#"{"$Version": "4.01", "n": {"a": {"$Kind": "ComplexType", "$BaseType": "n.x", "p": {"$Kind": "n.y"}}}}"#,
    );
    for arguments in [
        &["expand", "bad.json", "gone.json"][..],
        &["json-schema", "bad.json", "gone.json", "--type", "n.a"],
        &["sample", "bad.json", "gone.json", "--type", "n.a"],
        &["validate", "--schema", "bad.json", "--schema", "gone.json", "--type", "n.a", "-"],
    ] {
        let lines = folder.run(arguments).refused();
        assert!(lines.iter().any(|line| line.starts_with("gone.json: cannot be read: ")), "{arguments:?}: {lines:?}");
    }
    let lines = folder.run(&["expand", "bad.json"]).refused();
    assert_eq!(lines.len(), 2, "{lines:?}");
    for (line, expected) in lines.iter().zip(["n.x", "n.y"]) {
        assert!(line.starts_with("bad.json:1:") && line.contains(expected), "{line}");
    }
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let folder = Folder::new();
    let to = |file: &str| folder.run(&["json-schema", "shop.json", "--type", "s.state", "-o", file]);
    let printed = folder.run(&["json-schema", "shop.json", "--type", "s.state"]).done();
    folder.write("out.json", "what was there before, which is not a schema at all".repeat(100));
    assert_eq!(to("out.json").done(), "");
    assert_eq!(folder.read("out.json"), printed);

    let lines = to("none/out.json").refused();
    assert_eq!(lines, ["none/out.json: cannot be written: there is no folder `none`"]);
    assert_eq!(to(".").refused(), [".: cannot be written: it is a folder"]);

    let failed = folder.run(&["json-schema", "shop.json", "--type", "s.stat", "-o", "out.json"]);
    assert_eq!(failed.refused(), ["--type: unknown type or action `s.stat`; perhaps `shop.core.state`"]);
    assert_eq!(folder.read("out.json"), printed);
    assert_eq!(folder.files(), ["out.json", "shop.json"]);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let folder = Folder::new();
    let arguments = ["json-schema", "--type", "microsoft.graph.call"];
    let mut child = folder.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "{\n");
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::new();
    folder.write("order.json", "{}");
    for arguments in [
        &["json-schema", "shop.json", "--type", "s.order"][..],
        &["json-schema", "shop.json", "--type", "s.order", "-o", "/dev/full"],
        &["sample", "shop.json", "--type", "s.order"],
        &["validate", "--schema", "shop.json", "--type", "s.order", "--format", "json", "order.json"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(arguments).stdout(full).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert!(error.contains(": cannot be written: "), "{arguments:?}: {error}");
    }
}
