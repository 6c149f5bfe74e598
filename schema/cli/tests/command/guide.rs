//! The guide's commands print what the guide says, and its files are those that they work on.
#![cfg(unix)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::run::Folder;

fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide")
}

/// The blocks of all chapters: chapter, what stands after the fence, lines.
fn blocks() -> Vec<(String, String, Vec<String>)> {
    let mut blocks = Vec::new();
    let mut chapters: Vec<PathBuf> = fs::read_dir(guide()).unwrap().map(|entry| entry.unwrap().path()).collect();
    chapters.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    chapters.sort();
    for chapter in chapters {
        let name = chapter.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&chapter).unwrap();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let Some(info) = line.strip_prefix("```") else { continue };
            let block = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
            blocks.push((name.clone(), info.to_owned(), block));
        }
    }
    blocks
}

/// Whether a line is as it is expected; after `…` it may go on as it likes.
fn fits(line: &str, expected: &str) -> bool {
    expected.strip_suffix('…').map_or(line == expected, |start| line.starts_with(start))
}

/// A folder with the guide's files.
fn folder() -> Folder {
    let folder = Folder::new();
    for entry in fs::read_dir(guide().join("theatre")).unwrap().map(Result::unwrap) {
        folder.write(&entry.file_name().to_string_lossy(), fs::read(entry.path()).unwrap());
    }
    folder
}

/// Runs a line of a shell, where `odatype` is the built command; all that it prints.
fn run(folder: &Folder, line: &str) -> String {
    let command = Path::new(env!("CARGO_BIN_EXE_odatype")).parent().unwrap().to_owned();
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([command].into_iter().chain(env::split_paths(&others))).unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("{line} 2>&1")])
        .env("PATH", path)
        .current_dir(folder.path())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn commands_print_what_it_says() {
    let mut count = 0;
    let mut at: Option<(String, Folder)> = None;
    for (chapter, _, lines) in blocks().into_iter().filter(|(_, info, _)| info == "console") {
        // A chapter's commands follow each other in one folder.
        if at.as_ref().is_none_or(|(name, _)| *name != chapter) {
            at = Some((chapter.clone(), folder()));
        }
        let (_, folder) = at.as_ref().unwrap();
        let mut lines = lines.iter().peekable();
        while let Some(line) = lines.next() {
            let line = line.strip_prefix("$ ").unwrap_or_else(|| panic!("{chapter}: no command: {line}"));
            let printed = run(folder, line);
            let mut printed = printed.lines();
            while let Some(expected) = lines.next_if(|line| !line.starts_with("$ ")) {
                let found = printed.next().unwrap_or_default();
                assert!(fits(found, expected), "{chapter}: {line}: expected\n{expected}\nfound\n{found}");
            }
            assert_eq!(printed.collect::<Vec<_>>(), [""; 0], "{chapter}: {line}");
            count += 1;
        }
    }
    assert!(count > 10, "{count} commands");
}

#[test]
fn blocks_are_of_kinds_that_are_tested() {
    for (chapter, info, lines) in blocks() {
        match info.split_once(' ') {
            // A file.
            Some((_, name)) => {
                let file = fs::read_to_string(guide().join("theatre").join(name)).unwrap();
                assert_eq!(file.lines().collect::<Vec<_>>(), lines, "{chapter}: {name}");
            }
            // Documentation tests of the package `odatype-tests`, and the test above.
            None => assert!(info == "rust" || info == "console", "{chapter}: a block of the kind `{info}`"),
        }
    }
}

#[test]
fn dependencies_have_features_that_there_are() {
    let read = |path: PathBuf| fs::read_to_string(path).unwrap().parse::<toml_edit::DocumentMut>().unwrap();
    let (asked, crate_of) =
        (read(guide().join("theatre/dependencies.toml")), read(guide().join("../../models/Cargo.toml")));
    let features = asked["dependencies"]["odatype"]["features"].as_array().unwrap();
    assert!(features.iter().all(|feature| crate_of["features"].get(feature.as_str().unwrap()).is_some()), "{features}");
    let version =
        read(guide().join("../../Cargo.toml"))["workspace"]["package"]["version"].as_str().unwrap().to_owned();
    assert!(version.starts_with(asked["dependencies"]["odatype"]["version"].as_str().unwrap()), "{version}");
}
