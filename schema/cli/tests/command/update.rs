//! `odatype update`, `odatype check`, and manifests that name their metadata.

use crate::run::{Folder, SERVICE};

const MANIFEST: &str = r#"service = "https://shop.example"
version = "v1"
date = "2026-01"
# Of the metadata.
sha256 = ["00"] # one
[roots]
types = ["shop.core.order"]
"#;

/// A folder with a manifest and the slice that it makes.
fn sliced() -> Folder {
    let folder = Folder::new();
    folder.write("cut.toml", MANIFEST);
    let run = folder.run(&["update", "shop.json", "--manifest", "cut.toml"]);
    assert!(run.code == 0 && run.out.is_empty() && run.err.is_empty(), "{run:#?}");
    folder
}

#[test]
fn manifests_name_their_metadata() {
    let folder = Folder::new();
    folder.write("cut.toml", MANIFEST);
    let lines = folder.run(&["slice", "shop.json", "--manifest", "cut.toml"]).refused();
    assert!(
        lines[0].starts_with("cut.toml:5:10: the metadata is not what the manifest names by its SHA-256: `shop.json`"),
        "{lines:#?}"
    );
    let folder = sliced();
    let manifest = folder.read("cut.toml");
    assert!(
        manifest.contains("\n# Of the metadata.\nsha256 = [\"") && manifest.contains("\"] # one\n[roots]"),
        "{manifest}"
    );
    assert_eq!(folder.run(&["slice", "shop.json", "--manifest", "cut.toml"]).done(), folder.read("cut.csdl.json"));
}

#[test]
fn updates_are_whole_or_do_not_happen() {
    let folder = sliced();
    let before = (folder.read("cut.toml"), folder.read("cut.csdl.json"), folder.files().len());
    folder
        .write("overlay.json", r#"{ "$Version": "4.01", "shop.core": { "$Annotations": { "shop.core.cash": {} } } }"#);
    let update = |text: String, more: &[&str]| {
        folder.write("new.json", text);
        folder.run(&[&["update", "new.json", "--manifest", "cut.toml", "--overlay", "overlay.json"], more].concat())
    };
    let without = SERVICE.replace("\"cash\": { \"$Kind\": \"ComplexType\", \"$BaseType\": \"s.payment\" },", "");
    for (text, more, code, said) in [
        // The overlay does not fit; names collide; something breaks; no schema at all.
        (without.clone(), &[][..], 2, "target `shop.core.cash` does not exist"),
        (SERVICE.replace("\"number\": {}", "\"number\": {}, \"Number\": {}"), &[], 2, "would both be named `number`"),
        (SERVICE.replace("\"number\": {}", "\"digits\": {}"), &["--fail-on", "code"], 1, ""),
        ("{".to_owned(), &[], 2, "new.json:1:"),
    ] {
        let run = update(text, more);
        assert!(run.code == code && run.err.contains(said), "{run:#?}");
        let after = (folder.read("cut.toml"), folder.read("cut.csdl.json"), folder.files().len() - 2);
        assert_eq!(after, before);
    }
    let run = update(SERVICE.replace("\"number\": {}", "\"digits\": {}"), &["--format", "markdown"]);
    assert!(run.code == 0 && run.out.starts_with("## Schema update\n"), "{run:#?}");
    assert!(folder.read("cut.csdl.json").contains("\"digits\""));
    assert_ne!(folder.read("cut.toml"), before.0);
}

#[test]
fn what_is_checked_in_belongs_together() {
    let folder = sliced();
    folder.run(&["expand", "cut.csdl.json", "--no-docs", "-o", "cut.rs"]).done();
    let check = [
        "check",
        "cut.csdl.json",
        "--no-docs",
        "--manifest",
        "cut.toml",
        "--metadata",
        "shop.json",
        "--expansion",
        "cut.rs",
    ];
    assert_eq!(folder.run(&check).done(), "");
    folder.write("cut.csdl.json", folder.read("cut.csdl.json").replace("\"sent\"", "\"posted\""));
    let lines = folder.run(&check).found();
    assert_eq!(
        lines,
        [
            "cut.csdl.json: is not what `cut.toml` makes; write it again with `odatype update`",
            "cut.rs: is not what the schema makes; write it again with `odatype expand`",
        ]
    );
    folder
        .write("overlay.json", r#"{ "$Version": "4.01", "shop.core": { "$Annotations": { "shop.core.none": {} } } }"#);
    let lines = folder.run(&["check", "shop.json", "--overlay", "overlay.json"]).refused();
    assert!(lines[0].contains("target `shop.core.none` does not exist"), "{lines:#?}");
}
