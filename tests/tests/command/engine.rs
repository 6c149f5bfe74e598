//! `odatype validate --engine json-schema`.

use serde_json::{Value, json};

use crate::run::{Folder, WRONG, shop};

#[test]
fn by_the_json_schema() {
    let folder = Folder::new();
    folder.write("right.json", r##"{"state": "sent", "payment": {"@odata.type": "#shop.core.card", "number": "1"}}"##);
    folder.write("wrong.json", WRONG);
    folder.write("bad.json", "{\"state\": \"sent\",\n}");
    let engine = |more: &[&'static str]| shop(&[&["--engine", "json-schema"], more].concat());
    assert_eq!(folder.run(&engine(&["right.json"])).done(), "");
    assert_eq!(folder.run(&engine(&["--profile", "tolerant", "wrong.json"])).done(), "");
    let lines = folder.run(&engine(&["wrong.json", "bad.json"])).found();
    assert_eq!(lines.len(), 3, "{lines:?}");
    for (line, (start, end)) in lines.iter().zip([
        ("wrong.json:2:12: /state: expected ", ", found \"snet\"; perhaps `sent`"),
        ("wrong.json:3:3: /notse: expected ", ", found `notse`; perhaps `notes`"),
        ("bad.json:2:1: expected a member name in double quotes, found `}`", ""),
    ]) {
        assert!(line.starts_with(start) && line.ends_with(end), "{line}");
    }
    let run = folder.run(&engine(&["--format", "json", "--hide-values", "wrong.json"]));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["engine"]), (1, &json!("json-schema")));
    assert_eq!(report["files"][0]["findings"][0]["found"], "a string of 4 characters");
    for (ty, body, is_valid) in [
        ("Collection(s.order)", r#"{"value": [{"state": "sent"}]}"#, true),
        ("Collection(s.order)", r#"{"value": [{"state": "snet"}]}"#, false),
        ("shop.core.pay", "{}", false),
        ("s.state", "\"sent\"", true),
        ("Edm.Guid", "\"x\"", false),
    ] {
        for engine in ["decoder", "json-schema"] {
            let run =
                folder.run_with(&["validate", "--schema", "shop.json", "--engine", engine, "--type", ty, "-"], body);
            assert_eq!((run.code, run.err.as_str()), (i32::from(!is_valid), ""), "{engine} {ty} {body}: {}", run.out);
        }
    }
}

#[test]
fn what_one_creates() {
    let folder = Folder::new();
    folder.write(
        "made.json",
        r#"{"$Version": "4.01",
            "$Reference": {"https://x/v": {"$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
            "n": {"thing": {"$Kind": "EntityType", "$Key": ["id"], "id": {"@Core.Computed": true}, "name": {}}}}"#,
    );
    for engine in ["decoder", "json-schema"] {
        let of =
            ["validate", "--schema", "made.json", "--type", "n.thing", "--profile", "create", "--engine", engine, "-"];
        let lines = folder.run_with(&of, r#"{"id": "1"}"#).found();
        assert_eq!(lines, ["-:1:1: expected the member `name`, found none"], "{engine}");
    }
}
