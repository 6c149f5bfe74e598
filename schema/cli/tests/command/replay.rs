//! `odatype replay`.

// By their paths, since a program below `tests` has them too, with larger archives.
#[path = "replay/archive.rs"]
mod archive;
#[path = "replay/printed.rs"]
mod printed;
#[path = "replay/verdicts.rs"]
mod verdicts;

use serde_json::Value;

use crate::run::{Folder, Run};

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
