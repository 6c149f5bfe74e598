//! `odatype slice`.

use crate::run::Folder;

const MANIFEST: &str = r#"service = "https://shop.example"
version = "v1"
date = "2026-01"
[roots]
actions = ["shop.core.pay"]
"#;

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
fn without_a_manifest_all_is_written() {
    let folder = Folder::new();
    let names = |name: &str| {
        format!(
            "<Edmx Version='4.0'><DataServices><Schema Namespace='n' Alias='m'><Annotation Term='Org.OData.Core.V1.Description' String='d'/>\
             <EntityType Name='{name}'><Key><PropertyRef Name='i'/></Key><Property Name='i' Type='Edm.Int32'><Annotation \
             Term='vendor.label' String='l'/></Property></EntityType><Function Name='f'><ReturnType Type='Edm.Int32'/></Function>\
             <Term Name='t' Type='Edm.Int32'/><EntityContainer Name='c'><EntitySet Name='s' EntityType='m.{name}'><Annotation \
             Term='m.t' Int='1'/></EntitySet></EntityContainer><Annotations Target='m.c/nothing'><Annotation Term='m.t' Int='2'/>\
             </Annotations></Schema></DataServices></Edmx>"
        )
    };
    folder.write("a.xml", names("e"));
    let run = folder.run(&["slice", "a.xml", "-o", "a.json"]);
    assert!(run.code == 0 && run.err.contains("warning: term `vendor.label` is of no known vocabulary"), "{run:?}");
    let text = folder.read("a.json");
    for part in [
        "\"@Org.OData.Core.V1.Description\": \"d\"",
        "vendor.label",
        "\"f\"",
        "\"$Kind\": \"Term\"",
        "\"s\"",
        "n.c/nothing",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Provenance"), "{text}");
    // It is read as what was written.
    assert_eq!(folder.run(&["slice", "a.json"]).out, text);
    assert!(folder.run(&["diff", "a.xml", "a.json"]).out.starts_with("0 changes"));
    folder.write("b.xml", names("$e"));
    assert_eq!(
        folder.run(&["slice", "b.xml", "-o", "a.json"]).refused(),
        ["b.xml:1:128: n.$e: CSDL JSON cannot hold the name `$e`; use the schema in CSDL XML"]
    );
    assert_eq!(folder.read("a.json"), text);
    folder.write("m.toml", MANIFEST);
    let refused = folder.run(&["slice", "a.xml", "--manifest", "m.toml", "--versions", "latest"]).refused();
    assert_eq!(refused, ["--versions: a manifest says that itself, by `versions = \"latest\"`"]);
}

#[odatype_data::test]
fn whole_services_are_written_and_read_back() {
    let data = odatype_data::folder!();
    let folder = Folder::new();
    for name in ["graph-v1.0-2026-08.xml", "graph-v1.0-2025-06.xml", "graph-beta-2021-06.xml"] {
        let metadata = data.join("metadata").join(name).display().to_string();
        folder.run(&["slice", &metadata, "-o", "whole.json"]).done();
        let text = folder.read("whole.json");
        assert!(folder.run(&["slice", "whole.json"]).done() == text, "{name} is another when it is read");
        let run = folder.run(&["diff", &metadata, "whole.json"]);
        assert_eq!(run.code, 0, "{name}: {}", run.out);
    }
}
