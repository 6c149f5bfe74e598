//! A service's update of fourteen months from end to end: slice, diff, update, generate, replay.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use serde_json::{Value, json, value::RawValue};

use crate::{diff::by_kind, run::Folder};

/// The files of the checked-in slice.
fn graph(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../graph").join(name).display().to_string()
}

/// The service's metadata before and after.
fn metadata(data: &Path) -> [String; 2] {
    ["graph-v1.0-2025-06.xml", "graph-v1.0-2026-08.xml"]
        .map(|name| data.join("metadata").join(name).display().to_string())
}

/// A folder with what the manifest's roots reach in both: `old.json` and `new.json`.
fn sliced(data: &Path) -> Folder {
    let folder = Folder::new();
    for (name, metadata) in ["old.json", "new.json"].iter().zip(metadata(data)) {
        let slice = folder.run(&["slice", &metadata, "--manifest", &graph("communications.toml")]).done();
        folder.write(name, slice);
    }
    folder
}

#[odatype_data::test]
fn the_slice_is_updated() {
    let data = odatype_data::folder!();
    let folder = Folder::new();
    let [old, new] = metadata(&data);
    let manifest = graph("communications.toml");
    fs::copy(&manifest, folder.path().join("calls.toml")).unwrap();
    let slice = folder.run(&["slice", &old, "--manifest", "calls.toml"]).done();
    folder.write("calls.csdl.json", &slice);

    let json = folder.run(&["diff", &old, &new, "--manifest", &manifest, "--format", "json"]).done();
    let counts: Vec<(String, usize)> =
        by_kind(&json).into_iter().map(|(kind, targets)| (kind, targets.len())).collect();
    let expected = [
        ("function-added", 1),
        ("outside-added", 8),
        ("outside-removed", 1),
        ("property-added", 14),
        ("type-added", 16),
    ];
    assert_eq!(counts, expected.map(|(kind, count)| (kind.to_owned(), count)), "nothing that was there changed");

    // The overlay is that of the new schema, and says something of what is new.
    let overlay = graph("communications.overlay.json");
    let run = folder.run(&["update", &new, "--manifest", "calls.toml", "--overlay", &overlay]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert!(run.out.contains("microsoft.graph.presence/workLocation: property-added"), "{}", run.out);
    assert!(folder.read("calls.csdl.json") == fs::read_to_string(graph("communications.csdl.json")).unwrap());
    folder
        .run(&["check", "calls.csdl.json", "--manifest", "calls.toml", "--metadata", &new, "--overlay", &overlay])
        .done();
}

#[odatype_data::test]
fn both_slices_generate() {
    let data = odatype_data::folder!();
    let folder = sliced(&data);
    let [old, new] = ["old.json", "new.json"].map(|name| folder.run(&["expand", name, "--no-docs"]).done());
    let getter = "pub fn out_of_office_settings(&self)";
    assert!(!old.contains(getter) && new.contains(getter));
    // Where a property stands among all of its type's is no part of what code can name.
    let items = |text: &str| -> BTreeSet<String> {
        let public = text.lines().map(str::trim_start).filter(|line| line.starts_with("pub "));
        public.map(|line| line.split(" = ").next().unwrap().to_owned()).collect()
    };
    let gone: Vec<String> = items(&old).difference(&items(&new)).cloned().collect();
    assert!(gone.is_empty(), "nothing breaks, says diff: {gone:#?}");
}

/// A recorded payload.
struct Record {
    ty: String,
    payload: String,
}

/// What was recorded of this area, as far as it is known to be of some type.
fn records(data: &Path) -> Vec<Record> {
    let mut records = Vec::new();
    for file in ["graph-communications-2021-07.jsonl", "call-answer.jsonl"] {
        let text = fs::read_to_string(data.join("corpus").join(file)).unwrap();
        for line in text.lines() {
            let members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(line).unwrap();
            let text = |name: &str| serde_json::from_str::<String>(members.get(name)?.get()).ok();
            let ty = match (text("action"), text("binding"), text("effective_type"), text("body_form").as_deref()) {
                (Some(action), Some(binding), ..) => format!("{action}({binding})"),
                (Some(action), None, ..) => action,
                (None, _, Some(ty), Some("collection")) => format!("Collection({ty})"),
                (None, _, Some(ty), _) => ty,
                _ => continue,
            };
            let payload = members["payload"].get();
            let payload = serde_json::from_str::<String>(payload).unwrap_or_else(|_| payload.to_owned());
            records.push(Record { ty, payload: payload.replace('\n', " ") });
        }
    }
    assert!(records.len() > 200, "{}", records.len());
    records
}

fn archive(records: &[Record]) -> String {
    records.iter().fold(String::new(), |mut text, record| {
        writeln!(text, "{{\"type\": {}, \"payload\": {}}}", json!(record.ty), record.payload).unwrap();
        text
    })
}

fn replay(folder: &Folder, old: &str, new: &str, lines: &str) -> Value {
    let run = folder.run_with(&["replay", "--old", old, "--new", new, "--format", "json", "-"], lines);
    assert!(run.code != 2 && run.err.is_empty(), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// `(line, old verdict, new verdict)`, sorted.
fn changes(report: &Value) -> Vec<(u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let changes = report["changes"].as_array().unwrap().iter();
    changes.map(|change| (change["line"].as_u64().unwrap(), text(&change["old"]), text(&change["new"]))).collect()
}

#[odatype_data::test]
fn recorded_payloads_change_where_diff_says() {
    let data = odatype_data::folder!();
    let folder = sliced(&data);
    let records = records(&data);
    let lines = archive(&records);
    let report = replay(&folder, "old.json", "new.json", &lines);
    let count = |member: &Value| usize::try_from(member.as_u64().unwrap()).unwrap();
    assert_eq!(count(&report["payloads"]) + count(&report["notJudged"]["lines"]), records.len());
    assert!(count(&report["payloads"]) > records.len() * 9 / 10, "{report:#}");

    // Without our reader: of all that is new, payloads from years ago have only what was sent before it was declared.
    let kinds = by_kind(&folder.run(&["diff", "old.json", "new.json", "--format", "json"]).done());
    let added: BTreeSet<&str> = kinds["property-added"].iter().filter_map(|target| target.split('/').nth(1)).collect();
    let has = |record: &Record| added.iter().any(|name| record.payload.contains(&format!("\"{name}\"")));
    let concerned: BTreeSet<u64> =
        (1..).zip(&records).filter(|(_, record)| has(record)).map(|(line, _)| line).collect();
    let changed = changes(&report);
    assert!(changed.len() >= 3 && changed.iter().all(|(line, ..)| concerned.contains(line)), "{changed:?}");
    assert!(changed.iter().all(|(_, old, new)| (old.as_str(), new.as_str()) == ("invalid", "valid")), "{changed:?}");
    let of_presence = |record: &Record| {
        ["microsoft.graph.presence", "Collection(microsoft.graph.presence)"].contains(&record.ty.as_str())
            && record.payload.contains("\"outOfOfficeSettings\"")
    };
    let expected: Vec<u64> =
        (1..).zip(&records).filter(|(_, record)| of_presence(record)).map(|(line, _)| line).collect();
    assert_eq!(changed.iter().map(|change| change.0).collect::<Vec<u64>>(), expected);

    // Why, is what diff says.
    let told: BTreeSet<(&str, &str)> = kinds
        .iter()
        .flat_map(|(kind, targets)| targets.iter().map(move |target| (kind.as_str(), target.as_str())))
        .collect();
    let groups = report["groups"].as_array().unwrap();
    for group in groups {
        let reasons = group["changes"].as_array().unwrap();
        assert!(!reasons.is_empty(), "{group:#}");
        for reason in reasons {
            let reason = (reason["change"].as_str().unwrap(), reason["target"].as_str().unwrap());
            assert!(told.contains(&reason), "{reason:?}");
        }
    }
    assert_eq!(groups.len(), 1);

    // Nothing changes from a schema to itself, and back is the other way round.
    assert_eq!(changes(&replay(&folder, "new.json", "new.json", &lines)), []);
    let back: Vec<(u64, String, String)> = changes(&replay(&folder, "new.json", "old.json", &lines))
        .into_iter()
        .map(|(line, old, new)| (line, new, old))
        .collect();
    assert_eq!(back, changed);
    // Whatever is not in the slice changes nothing of what is.
    let [old, new] = metadata(&data);
    assert_eq!(changes(&replay(&folder, &old, &new, &lines)), changed);
}

#[odatype_data::test]
fn each_addition_changes_the_verdict_that_it_must() {
    let data = odatype_data::folder!();
    let folder = sliced(&data);
    let slice: Value = serde_json::from_str(&folder.read("new.json")).unwrap();
    let declared = |name: &str| {
        let (namespace, name) = name.rsplit_once('.').unwrap();
        slice[namespace][name].clone()
    };
    let kinds = by_kind(&folder.run(&["diff", "old.json", "new.json", "--format", "json"]).done());
    // Objects with nothing but what is new: of new types, and of old ones.
    let (mut records, mut expected, mut opened) = (Vec::new(), Vec::new(), 0);
    let mut expect = |ty: &str, members: &str, verdicts: Option<(&str, &str)>| {
        records.push(Record { ty: ty.to_owned(), payload: format!("{{{members}}}") });
        let line = u64::try_from(records.len()).unwrap();
        expected.extend(verdicts.map(|(old, new)| (line, old.to_owned(), new.to_owned())));
    };
    for ty in &kinds["type-added"] {
        if declared(ty)["$Kind"] == "ComplexType" {
            expect(ty, "", Some(("unknown type", "valid")));
            let of_any_name = if opens(&declared(ty), &declared) { "valid" } else { "invalid" };
            expect(ty, "\"never\": 1", Some(("unknown type", of_any_name)));
        }
    }
    for target in &kinds["property-added"] {
        let (owner, property) = target.split_once('/').unwrap();
        let (ty, property_type) = (declared(owner), declared(owner)[property].clone());
        let is_open = opens(&ty, &declared);
        let (right, wrong) = match (&property_type["$Collection"], &property_type["$Nullable"]) {
            (Value::Bool(true), _) => ("[]", "5"),
            (_, Value::Bool(true)) => ("null", "[]"),
            _ => continue,
        };
        if ty["$Abstract"] == true {
            continue;
        }
        opened += usize::from(is_open);
        expect(owner, &format!("\"{property}\": {right}"), Some(("invalid", "valid")).filter(|_| !is_open));
        expect(owner, &format!("\"{property}\": {wrong}"), Some(("valid", "invalid")).filter(|_| is_open));
        expect(owner, "", None);
    }
    assert!(expected.len() > 12 && opened > 0, "{expected:?}");
    let report = replay(&folder, "old.json", "new.json", &archive(&records));
    let changed: Vec<_> = changes(&report).into_iter().filter(|(_, old, new)| old != new).collect();
    assert_eq!(changed, expected);
}

/// Whether `ty` or one of its bases is open.
fn opens(ty: &Value, declared: &impl Fn(&str) -> Value) -> bool {
    ty["$OpenType"] == true || ty["$BaseType"].as_str().is_some_and(|base| opens(&declared(base), declared))
}
