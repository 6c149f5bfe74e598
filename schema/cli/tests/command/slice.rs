//! `odatype slice`.

use std::path::Path;

use crate::run::{Folder, data};

const MANIFEST: &str = r#"service = "https://shop.example"
version = "v1"
date = "2026-01"
[roots]
actions = ["shop.core.pay"]
"#;

fn checked_in(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../graph").join(name).display().to_string()
}

#[test]
fn holds_what_the_roots_reach() {
    let folder = Folder::new();
    folder.write("cut.toml", MANIFEST);
    let text = folder.run(&["slice", "shop.json", "--manifest", "cut.toml"]).done();
    let slice: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<&String> = slice["shop.core"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["$Alias", "@odatype.V1.Outside", "@odatype.V1.Provenance", "card", "cash", "pay", "payment"]);
    let provenance = &slice["shop.core"]["@odatype.V1.Provenance"];
    assert_eq!(provenance["Service"], "https://shop.example");
    assert_eq!(provenance["Sources"][0]["Name"], "shop.json");

    assert_eq!(folder.run(&["slice", "shop.json", "--manifest", "cut.toml", "-o", "cut.json"]).done(), "");
    assert_eq!(folder.read("cut.json"), text);
    // What was written is a schema again.
    folder.run(&["json-schema", "cut.json", "--type", "shop.core.pay"]).done();
}

#[test]
fn says_all_that_is_wrong() {
    let folder = Folder::new();
    folder.write("cut.toml", MANIFEST.replace("[\"shop.core.pay\"]", "[\"shop.core.Pay\",\n \"shop.core.none\"]"));
    folder.write("wrong.toml", MANIFEST.replace("date", "day"));
    for (arguments, expected) in [
        (
            &["slice", "shop.json", "--manifest", "cut.toml"][..],
            &["cut.toml:5:12: root `shop.core.Pay` is not declared", "cut.toml:6:2: root `shop.core.none` is not"][..],
        ),
        (&["slice", "shop.json", "--manifest", "wrong.toml"], &["wrong.toml:3:1: unknown field `day`"]),
        (
            &["slice", "no.xml", "shop.json", "no.json", "--manifest", "no.toml"],
            &["no.json: cannot be read", "no.toml: cannot be read", "no.xml: cannot be read"],
        ),
    ] {
        let lines = folder.run(arguments).refused();
        let fits =
            lines.len() == expected.len() && lines.iter().zip(expected).all(|(line, start)| line.starts_with(start));
        assert!(fits, "{arguments:?}: {lines:#?}");
    }
}

#[test]
fn whole_services_are_sliced_the_same_each_time() {
    let Some(data) = data() else { return };
    let folder = Folder::new();
    let manifest = checked_in("communications.toml");
    let csdl = std::fs::read_to_string(data.join("spec/csdl.schema.json")).unwrap();
    // Counted repetitions of Unicode classes are too large for the engine; how long names are is not looked at here.
    let csdl = csdl.replace("{0,127}", "*");
    let csdl = jsonschema::validator_for(&serde_json::from_str(&csdl).unwrap()).unwrap();
    for (name, expected) in [
        ("graph-v1.0-2026-08.xml", Some("communications.csdl.json")),
        ("graph-v1.0-2025-06.xml", None),
        ("graph-beta-2021-06.xml", None),
    ] {
        let metadata = data.join("metadata").join(name).display().to_string();
        let made = folder.run(&["slice", &metadata, "--manifest", &manifest]).done();
        folder.run(&["slice", &metadata, "--manifest", &manifest, "-o", "again.json"]).done();
        assert!(folder.read("again.json") == made, "{name} differs from run to run");
        if let Some(expected) = expected {
            let expected = std::fs::read_to_string(checked_in(expected)).unwrap();
            assert!(made == expected, "{name} does not give what is checked in");
        }
        let slice = serde_json::from_str(&made).unwrap();
        let errors: Vec<String> =
            csdl.iter_errors(&slice).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name} is no CSDL JSON: {errors:#?}");
    }
}
