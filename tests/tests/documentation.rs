//! Links in documentation lead somewhere, and the guide is whole.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use odatype_tests::guide::CHAPTERS;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where the links of a text lead.
fn links(text: &str) -> Vec<String> {
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES);
    let links = parser.filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    links.collect()
}

/// The files in `folder` that end in `.md`, links to other folders left out.
fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if kind.is_dir() && !["target", ".git"].iter().any(|name| path.ends_with(name)) {
            pages(&path, found);
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

#[test]
fn links_between_pages_lead_to_files() {
    let (mut found, mut dead, mut count) = (Vec::new(), Vec::new(), 0);
    pages(&root(), &mut found);
    // Its links are to items, which rustdoc looks at.
    for page in found.iter().filter(|page| !page.ends_with("models/src/lib.md")) {
        for link in links(&fs::read_to_string(page).unwrap()) {
            let file = link.split('#').next().unwrap();
            if !file.contains("://") && !file.is_empty() {
                count += 1;
                if !page.parent().unwrap().join(file).exists() {
                    dead.push(format!("{}: {link}", page.display()));
                }
            }
        }
    }
    assert_eq!(dead, [""; 0]);
    assert!(count > 30, "{count} links");
}

/// What stands alone at docs.rs, where there are no files beside it.
#[test]
fn documentation_of_the_crate_names_no_files() {
    let text = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let chapters = CHAPTERS.iter().map(|name| text(&format!("docs/guide/{name}.md")));
    for page in chapters.chain([text("models/src/lib.md")]) {
        let to_files: Vec<String> =
            links(&page).into_iter().filter(|link| !link.contains("://") && link.contains(['/', '.'])).collect();
        assert_eq!(to_files, [""; 0], "{page}");
        assert!(!page.contains("cargo run -p"), "{page}");
    }
}

#[test]
fn the_guide_is_whole() {
    let names: BTreeSet<String> = CHAPTERS.iter().map(|name| (*name).to_owned()).collect();
    let mut files = Vec::new();
    pages(&root().join("docs/guide"), &mut files);
    let files = files.iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
    assert_eq!(files.filter(|name| name != "README").collect::<BTreeSet<_>>(), names);
    let contents = links(&fs::read_to_string(root().join("docs/guide/README.md")).unwrap());
    assert_eq!(contents, CHAPTERS.iter().map(|name| format!("{name}.md")).collect::<Vec<_>>());
    let modules = fs::read_to_string(root().join("models/src/guide.rs")).unwrap();
    for name in CHAPTERS {
        let included = format!("#[doc = include_str!(\"../guide/{name}.md\")]\npub mod {name} {{}}\n");
        assert!(modules.contains(&included) && modules.contains(&format!("//! [{name}]: {name}\n")), "{name}");
    }
}

/// The Rust files below `folder`.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if kind.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Whether rustdoc would take something in `source`'s documentation for Rust.
fn has_examples(source: &str) -> bool {
    let is_rust = |event: Event<'_>| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
            !["text", "toml", "json", "xml", "console"].contains(&&*language)
        }
        _ => false,
    };
    let lines = source.lines().map(|line| {
        let line = line.trim_start();
        line.strip_prefix("//!").or_else(|| line.strip_prefix("///")).unwrap_or("")
    });
    let text: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    Parser::new(&text.join("\n")).any(is_rust)
}

/// A package whose examples nobody looks for has none, and one whose units nobody tests has no tests there.
#[test]
fn what_is_not_looked_for_is_not_there() {
    assert!(has_examples("/// A\n///\n/// ```\n/// 1;\n/// ```") && !has_examples("//! ```text\n//! a\n//! ```"));
    let mut count = 0;
    for family in ["macros", "schema", "models"].map(|family| root().join(family)) {
        let packages = fs::read_dir(&family).unwrap().map(|entry| entry.unwrap().path()).chain([family.clone()]);
        for package in packages.filter(|package| package.join("Cargo.toml").exists()) {
            let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap();
            let library = manifest.split("\n[").find(|section| section.starts_with("lib]")).unwrap_or("");
            let mut files = Vec::new();
            sources(&package.join("src"), &mut files);
            for (switch, is_there) in [
                ("doctest = false", &has_examples as &dyn Fn(&str) -> bool),
                ("\ntest = false", &|source: &str| source.contains("#[test]")),
            ] {
                if library.contains(switch) {
                    count += 1;
                    let found = files.iter().find(|file| is_there(&fs::read_to_string(file).unwrap()));
                    assert_eq!(found, None, "{}: {}", package.display(), switch.trim_start());
                }
            }
        }
    }
    assert!(count > 10, "{count}");
}
