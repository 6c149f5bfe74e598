//! Inputs that never end, or never begin: each ends in an error, wherever a file is read.
#![cfg(unix)]

use std::process::Command;

use crate::run::Folder;

const MANIFEST: &str = "service = \"https://shop.example\"\nversion = \"v1\"\ndate = \"2026-01\"\n[roots]\ntypes = [\"shop.core.order\"]\n";

#[test]
fn schemas_overlays_manifests_and_payloads() {
    let folder = Folder::new();
    folder.write("cut.toml", MANIFEST);
    folder.write("payload.json", "{}");
    // Nobody writes to it.
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    for endless in ["pipe", "/dev/zero"] {
        for arguments in [
            &["expand", endless][..],
            &["expand", "shop.json", "--overlay", endless],
            &["json-schema", endless, "--type", "shop.core.order"],
            &["slice", endless, "--manifest", "cut.toml"],
            &["slice", "shop.json", "--manifest", endless],
            &["update", endless, "--manifest", "cut.toml"],
            &["update", "shop.json", "--manifest", "cut.toml", "--overlay", endless],
            &["check", "shop.json", "--overlay", endless],
            &["check", "shop.json", "--expansion", endless],
            &["diff", endless, "shop.json"],
            &["types", endless],
            &["validate", "--schema", endless, "--type", "shop.core.order", "payload.json"],
            &["validate", "--schema", "shop.json", "--type", "shop.core.order", endless],
            &["replay", "--old", "shop.json", "--new", endless, "payload.json"],
        ] {
            let run = folder.run(arguments);
            let expected = format!("error: {endless}: cannot be read: it is no regular file\n");
            assert!(run.code == 2 && run.err == expected, "{arguments:?}: {run:#?}");
        }
    }
    let run = folder.run(&["replay", "--old", "shop.json", "--new", "shop.json", "/dev/zero"]);
    let expected = "error: /dev/zero: cannot be read: it is a device; expected a file or a pipe\n";
    assert!(run.code == 2 && run.err == expected, "{run:#?}");
}

/// A file of which the length is known is not read when it is too long. (It has holes, and takes no room.)
#[test]
fn what_is_too_long_is_not_read() {
    let folder = Folder::new();
    folder.write("long.json", "");
    let file = std::fs::File::options().write(true).open(folder.path().join("long.json")).unwrap();
    file.set_len(1 << 40).unwrap();
    let refused = folder.run(&["expand", "long.json"]).refused();
    assert_eq!(refused, ["long.json: cannot be read: it is longer than 4 GiB"]);
}
