//! `odatype::graph` as it is checked in is what the command makes of the checked-in schema and its overlay.
//!
//! This is a test of the command and not of the generated types, since it has to run where what is checked in does not
//! compile: after a change of what generated code relies on.

use std::{fs, path::Path};

use crate::run::Folder;

/// What writes the file again, in the workspace's folder.
const COMMAND: &[&str] = &[
    "expand",
    "schema/graph/communications.csdl.json",
    "--overlay",
    "schema/graph/communications.overlay.json",
    "--runtime",
    "crate",
    "--output",
    "models/src/graph/generated.rs",
];

#[test]
fn what_is_checked_in_is_what_is_made() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let [arguments @ .., file] = COMMAND else { unreachable!() };
    let folder = Folder::new();
    let arguments: Vec<String> = arguments
        .iter()
        .map(
            |argument| {
                if argument.contains('/') { root.join(argument).display().to_string() } else { (*argument).into() }
            },
        )
        .collect();
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    arguments.push("made.rs");
    folder.run(&arguments).done();
    let (made, file) = (folder.read("made.rs"), root.join(file));
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        fs::write(&file, &made).unwrap();
    }
    let known = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let command = COMMAND.join(" ");
    assert!(known == made, "{} is out of date; write it again: cargo run -p odatype-cli -- {command}", file.display());
}

#[test]
fn the_readme_says_the_command() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap();
    let said = readme.replace("\\\n", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&format!("cargo run -p odatype-cli -- {}", COMMAND.join(" "))));
}
