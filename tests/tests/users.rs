//! Three crates of users outside the workspace, one for each way in, with the same types; and each goes through two
//! updates of its schema.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use odatype_tests::users::{Built, cargo, uses, without, workspace};
use serde_json::Value;

const WAYS: [&str; 3] = ["macro", "build", "expand"];
const USES: &str = "shared/uses.rs";
/// What the macro and the build script are told in the crates themselves.
const ASKED: [&str; 6] = ["--root", "garage.hall", "--root", "garage.park", "--rename", "garage.vehicle.make=maker"];

/// A copy of one user's crate, with what the three share beside it.
struct User {
    way: &'static str,
    /// Where the crate and the folder `shared` are.
    root: PathBuf,
}

impl User {
    fn new(way: &'static str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("users").join(way);
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        let origin = workspace().join("tests/users");
        copy(&origin.join(way), &root.join(way));
        copy(&origin.join("shared"), &root.join("shared"));
        let manifest = root.join(way).join("Cargo.toml");
        let text = fs::read_to_string(&manifest).unwrap();
        let absolute = format!("{}/", workspace().display()).replace('\\', "/");
        fs::write(manifest, text.replace("../../../", &absolute)).unwrap();
        fs::create_dir_all(root.join(way).join("schema")).unwrap();
        Self { way, root }
    }

    fn folder(&self) -> PathBuf {
        self.root.join(self.way)
    }

    /// Runs the command in the crate's folder, and gives what it prints.
    fn odatype(&self, arguments: &[&str]) -> String {
        let command = env!("CARGO_BIN_EXE_odatype-command");
        let output = Command::new(command).args(arguments).current_dir(self.folder()).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Writes the file that one of the crates has its types from.
    fn expand(&self) {
        if self.way == "expand" {
            let fixed =
                ["expand", "schema/garage.csdl.json", "--overlay", "../shared/garage.overlay.json", "--no-docs"];
            self.odatype(&[&fixed[..], &ASKED, &["-o", "src/garage.rs"]].concat());
        }
    }

    /// Takes this revision of the metadata, and gives the changes.
    fn update(&self, metadata: &str) -> Vec<Value> {
        let fixed = ["update", metadata, "--manifest", "../shared/garage.toml", "-o", "schema/garage.csdl.json"];
        let more = ["--overlay", "../shared/garage.overlay.json", "--format", "json"];
        let text = self.odatype(&[&fixed[..], &more, &ASKED[4..]].concat());
        self.expand();
        let changes: Value = serde_json::from_str(&text).unwrap();
        changes["changes"].as_array().unwrap().clone()
    }

    fn check(&self) -> Built {
        let shared = Path::new(env!("CARGO_TARGET_TMPDIR")).join("user");
        cargo(&self.folder(), &shared, &["check", "--message-format", "json"])
    }

    /// The crate with all macros expanded, but for what no other way has: lints that a generated file allows, files
    /// that the macro watches.
    fn expanded(&self, built: &Built) -> String {
        let artifact =
            |message: &&Value| message["target"]["name"] == "odatype" && message["reason"] == "compiler-artifact";
        let library = built.messages.iter().filter(artifact).find_map(|message| {
            message["filenames"]
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .find(|name| Path::new(name).extension().is_some_and(|extension| extension == "rmeta"))
        });
        let library = library.unwrap();
        let mut rustc = Command::new("rustc");
        rustc
            .args(["--edition", "2024", "--crate-type", "lib", "--crate-name", "user", "-Zunpretty=expanded"])
            .arg(format!("--extern=odatype={library}"))
            .arg(format!("-Ldependency={}", Path::new(library).parent().unwrap().display()))
            .arg("src/lib.rs")
            .current_dir(self.folder())
            .env("CARGO_MANIFEST_DIR", self.folder())
            // Only a compiler that may do what is not stable shows what macros expand to.
            .env("RUSTC_BOOTSTRAP", "1");
        if let Some(message) = built.messages.iter().find(|message| {
            message["reason"] == "build-script-executed"
                && message["package_id"].as_str().is_some_and(|id| id.contains("user-of-"))
        }) {
            rustc.env("OUT_DIR", message["out_dir"].as_str().unwrap());
        }
        let output = rustc.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let start = text.find("pub mod garage {").unwrap();
        // Documentation is a comment in a file, and an attribute with one of two kinds of text in a macro.
        let text = text[start..].lines().map(str::trim).collect::<Vec<_>>().join("\n").replace("#[doc =\n", "#[doc = ");
        let text = unlinted(text);
        let lines = text.lines().map(|line| {
            let raw = line.strip_prefix("#[doc = r\"").and_then(|rest| rest.strip_suffix("\"]"));
            match raw.or_else(|| line.strip_prefix("///")) {
                Some(doc) => format!("#[doc = {doc:?}]"),
                None => line.to_owned(),
            }
        });
        // What the macro watches is constants without a name, of files and of variables.
        let folder = format!("::core::option::Option::Some({:?});", self.folder().display().to_string());
        let own = lines.filter(|line| *line != folder).filter(|line| {
            !["const _: &[::core::primitive::u8]", "b\"", "const _: ::core::option::Option<&str>"]
                .iter()
                .any(|start| line.starts_with(start))
        });
        own.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// `text` without the lints that a generated file allows.
fn unlinted(mut text: String) -> String {
    while let Some(start) = text.find("#[allow(dead_code") {
        let end = start + text[start..].find(")]").unwrap() + ")]".len();
        text.replace_range(start..end, "");
    }
    text
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap() {
            // What a build in the checkout left behind.
            _ if entry.file_name() == "target" => {}
            ty if ty.is_dir() => copy(&entry.path(), &to),
            _ => _ = fs::copy(entry.path(), &to).unwrap(),
        }
    }
}

/// What of the user's code breaks, as `odatype diff` tells.
fn told(changes: &[Value], source: &str) -> BTreeSet<String> {
    let targets =
        changes.iter().filter(|change| change["code"] == "breaking").map(|change| change["target"].as_str().unwrap());
    let targets: BTreeSet<&str> = targets.collect();
    let is_told = |of: &[String]| of.iter().any(|target| targets.contains(target.as_str()));
    uses(source).into_iter().filter(|of| is_told(&of.targets)).map(|of| of.name).collect()
}

#[test]
fn three_ways_with_the_same_types_through_two_updates() {
    let mut expansions = Vec::new();
    for way in WAYS {
        let user = User::new(way);
        user.odatype(&[
            "slice",
            "../shared/garage-1.xml",
            "--manifest",
            "../shared/garage.toml",
            "-o",
            "schema/garage.csdl.json",
        ]);
        user.expand();
        let file = user.root.join(USES);
        let source = fs::read_to_string(&file).unwrap();
        let built = user.check();
        assert_eq!(built.broken(USES, &source), Default::default(), "{way}");
        expansions.push(user.expanded(&built));

        let safe = user.update("../shared/garage-2.xml");
        assert!(safe.len() >= 4, "{way}: {safe:?}");
        assert_eq!(told(&safe, &source), BTreeSet::new(), "{way}");
        assert_eq!(user.check().broken(USES, &source), Default::default(), "{way}");

        // What is denied until here: that a function is gone leaves an import without use.
        let library = user.folder().join("src/lib.rs");
        let text = fs::read_to_string(&library).unwrap();
        fs::write(library, text.replace("#![deny(warnings)]\n", "")).unwrap();
        let breaking = told(&user.update("../shared/garage-3.xml"), &source);
        assert_eq!(breaking, ["doors", "green", "load", "park", "power"].map(str::to_owned).into(), "{way}");
        assert_eq!(user.check().broken(USES, &source), (breaking.clone(), Vec::new()), "{way}");
        fs::write(file, without(&source, &breaking)).unwrap();
        assert_eq!(user.check().broken(USES, &source), Default::default(), "{way}");
    }
    assert!(expansions[0].contains("pub struct Car("), "{}", expansions[0]);
    for (way, expansion) in WAYS.iter().zip(&expansions) {
        let differ = expansion.lines().zip(expansions[0].lines()).find(|(line, first)| line != first);
        assert_eq!(differ, None, "{way} differs from {}", WAYS[0]);
        assert_eq!(expansion.lines().count(), expansions[0].lines().count(), "{way} differs from {}", WAYS[0]);
    }
}
