//! What the command writes to, and what it does not. (What is kept of a file, tests of `odatype-output` show.)

use std::fs;

use crate::run::Folder;

const MANIFEST: &str = "service = \"https://shop.example\"\nversion = \"v1\"\ndate = \"2026-01\"\n[roots]\ntypes = [\"shop.core.order\"]\n";

/// Each subcommand that writes a file, without its option `-o`.
const WRITERS: [&[&str]; 3] = [
    &["expand", "shop.json"],
    &["json-schema", "shop.json", "--type", "shop.core.order"],
    &["slice", "shop.json", "--manifest", "cut.toml"],
];

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("cut.toml", MANIFEST);
    folder.write("overlay.json", r#"{ "$Version": "4.01" }"#);
    folder
}

#[test]
fn a_dash_is_standard_output() {
    let folder = folder();
    for writer in WRITERS {
        let (plain, files) = (folder.run(writer).done(), folder.files());
        assert_eq!(folder.run(&[writer, &["-o", "-"]].concat()).done(), plain);
        assert_eq!(folder.files(), files);
        folder.run(&[writer, &["-o", "out"]].concat()).done();
        assert_eq!(folder.read("out"), plain);
        fs::remove_file(folder.path().join("out")).unwrap();
    }
    let refused = folder.run(&["update", "shop.json", "--manifest", "cut.toml", "-o", "-"]).refused();
    assert_eq!(refused, ["`-`, standard output, has no place for this; expected a file to write to"]);
}

#[test]
fn no_input_is_written_over() {
    let folder = folder();
    fs::create_dir(folder.path().join("in")).unwrap();
    folder.write("in/shop.json", folder.read("shop.json"));
    for (arguments, input) in [
        (&["expand", "shop.json", "-o", "./shop.json"][..], "shop.json"),
        (&["expand", "in", "-o", "in/shop.json"], "in/shop.json"),
        (&["expand", "shop.json", "--overlay", "overlay.json", "-o", "overlay.json"], "overlay.json"),
        (&["json-schema", "shop.json", "--type", "shop.core.order", "-o", "shop.json"], "shop.json"),
        (&["slice", "shop.json", "--manifest", "cut.toml", "-o", "shop.json"], "shop.json"),
        (&["slice", "shop.json", "--manifest", "cut.toml", "-o", "cut.toml"], "cut.toml"),
        (&["update", "shop.json", "--manifest", "cut.toml", "-o", "shop.json"], "shop.json"),
        (&["update", "shop.json", "--manifest", "cut.toml", "-o", "cut.toml"], "cut.toml"),
    ] {
        let before = folder.read(input);
        let refused = folder.run(arguments).refused();
        let path = arguments[arguments.len() - 1];
        let expected = format!("cannot be written: it is an input too, `{input}`; expected another file to write to");
        assert_eq!(refused, [format!("{path}: {expected}")]);
        assert_eq!(folder.read(input), before);
    }
    // The slice that `update` renews is no input, however often.
    for _ in 0..2 {
        folder.run(&["update", "shop.json", "--manifest", "cut.toml", "-o", "slice.json"]).done();
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_ends_in_an_error() {
    let folder = folder();
    assert!(std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    for writer in WRITERS {
        let refused = folder.run(&[writer, &["-o", "pipe"]].concat()).refused();
        assert_eq!(refused, ["pipe: cannot be written: it is no regular file; expected one, or standard output"]);
        if fs::exists("/dev/full").unwrap() {
            let refused = folder.run(&[writer, &["-o", "/dev/full"]].concat()).refused();
            assert!(refused[0].starts_with("/dev/full: cannot be written: "), "{refused:?}");
        }
    }
}

/// Somebody ends the command while it waits for whoever else writes into the folder, or before, or after: the file is
/// the old one or the new one, whole, and there is nothing else.
#[cfg(unix)]
#[test]
fn ended_in_between() {
    use std::{process::Stdio, time::Duration};
    let folder = folder();
    let new = folder.run(WRITERS[0]).done();
    let hidden = folder.path().join(".odatype-new");
    for (pause, signal) in [(0, "TERM"), (5, "INT"), (20, "TERM"), (60, "INT"), (200, "TERM"), (200, "INT")] {
        folder.write("out", "old");
        let lock = fs::File::create(&hidden).unwrap();
        lock.lock().unwrap();
        let mut child = folder
            .command(&[WRITERS[0], &["-o", "out"]].concat())
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(pause));
        let kill = std::process::Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert!(kill.success());
        // The other one has finished, and its file is gone.
        fs::remove_file(&hidden).unwrap();
        drop(lock);
        child.wait().unwrap();
        let found = folder.read("out");
        assert!(found == "old" || found == new, "{found}");
        assert!(!hidden.exists(), "{:?}", folder.files());
    }
}

/// What was left by one who was killed goes with the next file.
#[test]
fn what_was_left_is_removed() {
    let folder = folder();
    folder.write(".odatype-new", "half of wh");
    folder.run(&["expand", "shop.json", "-o", "out"]).done();
    assert!(!folder.files().contains(&".odatype-new".to_owned()));
}
