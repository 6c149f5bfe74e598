//! In each package files use only files before them: none is in a circle of `use`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const PACKAGES: [&str; 12] = [
    "schema/json",
    "schema/table",
    "schema/json-schema",
    "schema",
    "schema/diff",
    "schema/atlas",
    "schema/cli",
    "macros/codegen",
    "macros/build",
    "macros",
    "models",
    "models/bot",
];

/// A path from the package's root.
type Name = Vec<String>;

/// The paths that a file names, from the package's root, and what it exports under another's name.
#[derive(Default)]
struct File {
    named: Vec<Name>,
    exported: BTreeMap<String, Name>,
}

#[test]
fn no_file_is_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut circles = Vec::new();
    for package in PACKAGES {
        let mut texts = BTreeMap::new();
        collect(&root.join(package).join("src"), &Vec::new(), &mut texts);
        assert!(texts.len() > 2, "{package} has no sources");
        circles.extend(circles_of(&texts).into_iter().map(|circle| format!("{package}: {circle}")));
    }
    assert_eq!(circles, [""; 0]);
}

#[test]
fn circles_are_found() {
    let circles = |files: &[(&str, &str)]| {
        let name = |path: &str| path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        circles_of(&files.iter().map(|(path, text)| (name(path), (*text).to_owned())).collect())
    };
    let root = ("", "mod a; mod b; pub use a::A; pub(crate) use b::{self, B};");
    assert_eq!(circles(&[root, ("a", "use crate::B;"), ("b", "struct B; // use crate::A;")]), [""; 0]);
    assert_eq!(circles(&[root, ("a", "use crate::{x, B as C};"), ("b", "fn b() -> crate::A { \"}\" }")]), ["a, b"]);
    assert_eq!(circles(&[root, ("a", "use super::b::B;"), ("b", "use super::{A, b};")]), ["a, b"]);
    assert_eq!(circles(&[("", "mod a;"), ("a", "mod b; pub use b::B;"), ("a::b", "use super::narrow;")]), [""; 0]);
    assert_eq!(circles(&[("", "mod a;"), ("a", "mod b; use b::B;"), ("a::b", "use super::narrow;")]), ["a, a::b"]);
}

/// The texts of all files below `folder`, by module.
fn collect(folder: &Path, of: &Name, texts: &mut BTreeMap<Name, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, file) = (entry.path(), entry.file_name().into_string().unwrap());
        let inside = |name: &str| of.iter().cloned().chain([name.to_owned()]).collect::<Name>();
        match file.strip_suffix(".rs") {
            Some("lib" | "main") if of.is_empty() => drop(texts.insert(Name::new(), fs::read_to_string(path).unwrap())),
            Some(name) => drop(texts.insert(inside(name), fs::read_to_string(path).unwrap())),
            None if path.is_dir() => collect(&path, &inside(&file), texts),
            None => {}
        }
    }
}

/// Files that reach each other, each such group with its names.
fn circles_of(texts: &BTreeMap<Name, String>) -> Vec<String> {
    let files: BTreeMap<&Name, File> = texts.iter().map(|(module, text)| (module, read(module, text, texts))).collect();
    let uses: BTreeMap<&Name, BTreeSet<&Name>> = files
        .iter()
        .map(|(module, file)| {
            let used = file.named.iter().filter_map(|path| home(&files, path, 0));
            // A module that exports what is inside it names its own.
            let exports = file.exported.values().filter_map(|path| home(&files, path, 0));
            let exports = exports.filter(|home| !home.starts_with(module));
            (*module, used.chain(exports).filter(|home| home != module).collect())
        })
        .collect();
    let reached: BTreeMap<&Name, BTreeSet<&Name>> = uses.keys().map(|from| (*from, all_from(from, &uses))).collect();
    let mut groups = BTreeSet::new();
    for (from, all) in reached.iter().filter(|(from, all)| all.contains(*from)) {
        let group: Vec<String> =
            all.iter().filter(|other| reached[*other].contains(from)).map(|other| other.join("::")).collect();
        groups.insert(group.join(", "));
    }
    groups.into_iter().collect()
}

fn all_from<'n>(from: &'n Name, uses: &BTreeMap<&'n Name, BTreeSet<&'n Name>>) -> BTreeSet<&'n Name> {
    let (mut all, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        open.extend(uses[next].iter().copied().filter(|used| all.insert(*used)));
    }
    all
}

/// The file in which what `path` names is: the longest module of that name, through what it exports.
fn home<'f>(files: &BTreeMap<&'f Name, File>, path: &[String], depth: u8) -> Option<&'f Name> {
    let (module, file, length) = (0..=path.len()).rev().find_map(|length| {
        let (module, file) = files.get_key_value(&path[..length].to_vec())?;
        Some((*module, file, length))
    })?;
    match path.get(length).and_then(|name| file.exported.get(name)) {
        Some(exported) if depth < 8 => {
            let whole: Name = exported.iter().chain(&path[length + 1..]).cloned().collect();
            home(files, &whole, depth + 1)
        }
        _ => Some(module),
    }
}

/// What `text`, that of `module`, names.
fn read(module: &Name, text: &str, texts: &BTreeMap<Name, String>) -> File {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let tokens = tokens(text);
    let mut file = File::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_path =
            ["crate", "super", "self"].contains(&&**token) && tokens.get(at + 1).is_some_and(|next| next == "::");
        if token == "use" {
            let end = at + tokens[at..].iter().position(|token| token == ";").unwrap();
            let is_public = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
            for path in tree(&tokens[at + 1..end]) {
                let (path, name) = match path.iter().position(|part| part == "as") {
                    Some(place) => (&path[..place], path[place + 1].clone()),
                    None => (&path[..], path.last().cloned().unwrap_or_default()),
                };
                let Some(path) = absolute(module, path, texts) else { continue };
                let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name };
                if is_public { drop(file.exported.insert(name, path)) } else { file.named.push(path) }
            }
            at = end;
        } else if is_path {
            let length = tokens[at..].chunks(2).take_while(|pair| pair.get(1).is_some_and(|next| next == "::")).count();
            let path: Name = tokens[at..].iter().step_by(2).take(length + 1).cloned().collect();
            file.named.extend(absolute(module, &path, texts));
            at += 2 * length;
        }
        at += 1;
    }
    file
}

/// A path from the package's root; `None` if it leads into another package.
fn absolute(module: &Name, path: &[String], texts: &BTreeMap<Name, String>) -> Option<Name> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let rest = match path.first()?.as_str() {
        "crate" => return Some(path[1..].iter().filter(|part| *part != "self").cloned().collect()),
        "self" => &path[1..],
        _ => &path[ups..],
    };
    let whole: Name = module[..module.len().checked_sub(ups)?].iter().chain(rest).cloned().collect();
    let is_child = || texts.contains_key(&whole[..=module.len().min(whole.len() - 1)].to_vec());
    (ups > 0 || path[0] == "self" || is_child()).then(|| whole.into_iter().filter(|part| part != "self").collect())
}

/// The paths of a tree of `use`.
fn tree(tokens: &[String]) -> Vec<Name> {
    let Some(open) = tokens.iter().position(|token| token == "{") else {
        return vec![tokens.iter().filter(|token| *token != "::").cloned().collect()];
    };
    let before: Name = tokens[..open].iter().filter(|token| *token != "::").cloned().collect();
    let (mut depth, mut start, mut paths) = (0, open + 1, Vec::new());
    for (at, token) in tokens.iter().enumerate().skip(open) {
        depth += i32::from(token == "{") - i32::from(token == "}");
        if (depth == 1 && token == ",") || depth == 0 {
            let branch = tree(&tokens[start..at]).into_iter().filter(|path| !path.is_empty());
            paths.extend(branch.map(|path| before.iter().cloned().chain(path).collect::<Name>()));
            start = at + 1;
        }
    }
    paths
}

/// Names and punctuation; texts and comments are left out.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"")
            || rest.starts_with("r#") && rest.trim_start_matches(['r', '#']).starts_with('"')
        {
            let hashes = rest[1..].find('"').unwrap();
            let end = format!("\"{}", "#".repeat(hashes));
            2 + hashes + rest[2 + hashes..].find(&end).unwrap() + end.len()
        } else if first == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            end.unwrap() + 2
        } else if first == '\'' && (rest[1..].starts_with('\\') || rest.chars().nth(2) == Some('\'')) {
            let inside = 1 + rest[1..].chars().next().unwrap().len_utf8() + usize::from(rest[1..].starts_with('\\'));
            inside + rest[inside..].find('\'').unwrap() + 1
        } else if name > 0 {
            tokens.push(rest[..name].to_owned());
            name
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}
