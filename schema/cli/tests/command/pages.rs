//! The commands that the guide and the project's page show print what is shown, and the files there are those that they
//! work on.
#![cfg(unix)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::run::Folder;

/// What the project's page shows and CI runs, or another test: `cargo` is no command of a test's.
const ELSEWHERE: &[&str] =
    &["cargo run -p odatype --example answer_call", "cargo test", "cargo run -p odatype-cli -- expand "];

/// A fenced block.
struct Block {
    /// Where it stands.
    page: String,
    /// What stands after the fence.
    info: String,
    /// Its lines.
    lines: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files() -> PathBuf {
    root().join("docs/guide/theatre")
}

/// The blocks of all pages.
fn blocks() -> Vec<Block> {
    let chapters = fs::read_dir(root().join("docs/guide")).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> = chapters.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    pages.push(root().join("README.md"));
    let mut blocks = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let Some(info) = line.strip_prefix("```") else { continue };
            let lines = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
            blocks.push(Block { page: page.display().to_string(), info: info.to_owned(), lines });
        }
    }
    blocks
}

/// The commands of a block, each with the lines that it prints.
fn commands(block: &Block) -> Vec<(String, Vec<&str>)> {
    let mut commands: Vec<(String, Vec<&str>)> = Vec::new();
    for line in &block.lines {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), Vec::new())),
            (None, Some((command, _))) if command.ends_with(['|', '\\']) => *command = format!("{command}\n{line}"),
            (None, Some((_, printed))) => printed.push(line),
            (None, None) => panic!("{}: no command: {line}", block.page),
        }
    }
    commands
}

/// A folder with the guide's files.
fn folder() -> Folder {
    let folder = Folder::new();
    for entry in fs::read_dir(files()).unwrap().map(Result::unwrap) {
        folder.write(&entry.file_name().to_string_lossy(), fs::read(entry.path()).unwrap());
    }
    folder
}

/// Has a shell run `command`, where `odatype` is the built one; all that it prints.
fn run(folder: &Folder, command: &str) -> String {
    let built = Path::new(crate::PROGRAM).parent().unwrap().to_owned();
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([built].into_iter().chain(env::split_paths(&others))).unwrap();
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("exec 2>&1\n{command}")]).env("PATH", path).current_dir(folder.path());
    String::from_utf8(shell.output().unwrap().stdout).unwrap()
}

/// Whether what is printed is what is shown: a line may go on after `…`, and so may all, where that is a line.
fn fits(printed: &str, shown: &[&str]) -> bool {
    let (shown, is_whole) = match shown {
        [shown @ .., "…"] => (shown, false),
        _ => (shown, true),
    };
    let printed: Vec<&str> = printed.lines().collect();
    let fits = |(line, shown): (&&str, &&str)| match shown.strip_suffix('…') {
        Some(start) => line.starts_with(start),
        None => line == shown,
    };
    let has_all = if is_whole { printed.len() == shown.len() } else { printed.len() > shown.len() };
    has_all && printed.iter().zip(shown).all(fits)
}

#[test]
fn commands_print_what_is_shown() {
    let mut count = 0;
    // The commands of a page follow each other in one folder.
    let mut at: Option<(String, Folder)> = None;
    for block in blocks().iter().filter(|block| block.info == "console") {
        if at.as_ref().is_none_or(|(page, _)| *page != block.page) {
            at = Some((block.page.clone(), folder()));
        }
        let (page, folder) = at.as_ref().unwrap();
        for (command, shown) in commands(block) {
            if command.starts_with("cargo ") {
                assert!(ELSEWHERE.iter().any(|known| command.starts_with(known)), "{page}: {command}");
                continue;
            }
            let printed = run(folder, &command);
            assert!(fits(&printed, &shown), "{page}: {command}\nprints\n{printed}\nnot\n{}", shown.join("\n"));
            count += 1;
        }
    }
    assert!(count > 15, "{count} commands");
}

#[test]
fn what_fits() {
    for (shown, is_shown) in [
        (&["a", "b c"][..], true),
        (&["a", "b…"], true),
        (&["a", "…"], true),
        (&["a", "b c", "…"], false),
        (&["a"], false),
        (&["a", "b"], false),
        (&["a", "c…"], false),
        (&["b", "…"], false),
    ] {
        assert_eq!(fits("a\nb c\n", shown), is_shown, "{shown:?}");
    }
}

#[test]
fn files_are_those_that_are_shown() {
    for Block { page, info, lines } in blocks() {
        if let Some((_, name)) = info.split_once(' ') {
            let file = fs::read_to_string(files().join(name)).unwrap();
            assert_eq!(file.lines().collect::<Vec<_>>(), lines, "{page}: {name}");
        } else {
            // Documentation tests, the test above, the test below, and what another test draws.
            assert!(["rust", "console", "toml", "text"].contains(&&*info), "{page}: a block of the kind `{info}`");
        }
    }
}

#[test]
fn dependencies_have_features_that_there_are() {
    let crates =
        fs::read_to_string(root().join("models/Cargo.toml")).unwrap().parse::<toml_edit::DocumentMut>().unwrap();
    let features = |line: &str| -> Vec<String> {
        let line = line.parse::<toml_edit::DocumentMut>().unwrap_or_else(|error| panic!("{line}: {error}"));
        let features = line["odatype"].get("features").and_then(|features| features.as_array());
        features.into_iter().flatten().map(|feature| feature.as_str().unwrap().to_owned()).collect()
    };
    // Compatible ones: major and minor.
    let (version, _) = env!("CARGO_PKG_VERSION").rsplit_once('.').unwrap();
    let mut count = 0;
    for Block { page, info, lines } in blocks() {
        for line in lines.iter().filter(|line| info.starts_with("toml") && line.starts_with("odatype = ")) {
            assert!(line.contains(&format!("\"{version}\"")), "{page}: {line}");
            for feature in features(line) {
                assert!(crates["features"].get(&feature).is_some(), "{page}: {feature}");
            }
            count += 1;
        }
    }
    assert!(count > 4, "{count} dependencies");
}
