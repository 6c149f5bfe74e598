//! Crates of users, outside the workspace: built as cargo builds them there, with what the compiler says read.
//!
//! Their code is in *uses*: functions, each after a comment `//@ ns.Type/member, …` that names what of the schema it
//! uses, as `odatype diff` names it. So what does not compile any more can be held to what is told of a change.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// A function of a file of uses.
#[derive(Clone, Debug)]
pub struct Use {
    /// Its name.
    pub name: String,
    /// What of the schema it uses.
    pub targets: Vec<String>,
    /// Its lines in the file, the first being 1, its mark included.
    pub lines: std::ops::RangeInclusive<usize>,
}

/// The functions of `source`.
#[must_use]
pub fn uses(source: &str) -> Vec<Use> {
    let lines: Vec<&str> = source.lines().collect();
    let marks: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("//@ ")).collect();
    let ends = marks.iter().skip(1).copied().chain([lines.len()]);
    marks
        .iter()
        .zip(ends)
        .map(|(&start, end)| {
            let head = lines[start..end].iter().find_map(|line| line.strip_prefix("pub fn ")).expect("a function");
            Use {
                name: head.split(['(', '<']).next().unwrap().to_owned(),
                targets: lines[start]["//@ ".len()..].split(", ").map(str::to_owned).collect(),
                lines: start + 1..=end,
            }
        })
        .collect()
}

/// `source` without the functions called `names`; lines stay where they are.
#[must_use]
pub fn without(source: &str, names: &BTreeSet<String>) -> String {
    let gone: Vec<Use> = uses(source).into_iter().filter(|of| names.contains(&of.name)).collect();
    let is_gone = |line: usize| gone.iter().any(|of| of.lines.contains(&line));
    source
        .lines()
        .enumerate()
        .map(|(at, line)| if is_gone(at + 1) { "\n".into() } else { format!("{line}\n") })
        .collect()
}

/// An error of the compiler.
#[derive(Clone, Debug)]
pub struct Told {
    /// Where, from the place to the macros around it: file and line.
    pub places: Vec<(String, usize)>,
    /// All of it, for people.
    pub rendered: String,
}

/// What cargo gave.
pub struct Built {
    /// All that it printed.
    pub output: Output,
    /// One JSON object a line of standard output.
    pub messages: Vec<Value>,
}

impl Built {
    /// What the compiler has against the package that was built.
    ///
    /// # Panics
    /// If something else went wrong.
    #[must_use]
    pub fn errors(&self) -> Vec<Told> {
        let all = self.messages.iter().filter(|message| message["reason"] == "compiler-message");
        let errors: Vec<Told> = all
            .map(|message| &message["message"])
            .filter(|message| message["level"] == "error" && message["spans"] != Value::Array(Vec::new()))
            .map(|message| {
                let mut places = Vec::new();
                for span in message["spans"].as_array().into_iter().flatten().filter(|span| span["is_primary"] == true)
                {
                    self::places(span, &mut places);
                }
                Told { places, rendered: message["rendered"].as_str().unwrap_or_default().to_owned() }
            })
            .collect();
        let is_told = self.output.status.success() == errors.is_empty();
        assert!(is_told, "{}", String::from_utf8_lossy(&self.output.stderr));
        errors
    }

    /// The functions of `source`, the file whose path ends with `file`, that do not compile; the rest that is wrong, as
    /// text.
    #[must_use]
    pub fn broken(&self, file: &str, source: &str) -> (BTreeSet<String>, Vec<String>) {
        let (uses, mut broken, mut others) = (uses(source), BTreeSet::new(), Vec::new());
        for error in self.errors() {
            let mut lines = error.places.iter().filter(|(path, _)| path.ends_with(file)).map(|(_, line)| line);
            let of = lines.find_map(|line| uses.iter().find(|of| of.lines.contains(line)));
            match of {
                Some(of) => _ = broken.insert(of.name.clone()),
                None => others.push(error.rendered),
            }
        }
        (broken, others)
    }
}

fn places(span: &Value, found: &mut Vec<(String, usize)>) {
    let line = span["line_start"].as_u64().and_then(|line| usize::try_from(line).ok());
    found.extend(span["file_name"].as_str().map(str::to_owned).zip(line));
    if let Some(around) = span.pointer("/expansion/span") {
        places(around, found);
    }
}

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Runs cargo in the package at `folder` with the versions that the workspace has: nothing is looked up. All packages
/// share a target folder, `shared`.
#[must_use]
pub fn cargo(folder: &Path, shared: &Path, arguments: &[&str]) -> Built {
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", shared)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let lines = String::from_utf8_lossy(&output.stdout);
    let messages = lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    Built { output, messages }
}
