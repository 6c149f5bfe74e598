//! What `odatype diff` says of code, held to the compiler: code that uses everything of a small schema is compiled with
//! the types of every variant of it that `schema/diff/tests/kinds.txt` has, and run.
//!
//! What breaks, or gives something else, must stand on something that is told to break; where something is told to
//! break, something that stands on it must; where nothing is, nothing may.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

#[path = "../../schema/diff/tests/changes/common.rs"]
mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use common::{BEFORE, blocks, model};
use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};
use odatype_diff::{Audience, Case, Changes, Severity, compare};
use odatype_schema::{Rulebook, model::Model, slice};
use odatype_tests::users::{cargo, uses, without};

const USES: &str = include_str!("../kinds/uses.rs");

/// A schema before and after.
struct Trial {
    text: String,
    before: usize,
    after: usize,
    changes: Changes,
}

/// The crate that all schemas' types are modules of.
struct Proof {
    folder: PathBuf,
    /// The functions that are left of each module.
    left: Vec<BTreeSet<String>>,
}

impl Proof {
    fn new(schemas: &[Model]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("users/kinds");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(folder.join("src")).unwrap();
        let models = odatype_tests::users::workspace().join("models");
        let manifest = format!(
            "[package]\nname = \"kinds\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             odatype = {{ path = '{}', default-features = false }}\n",
            models.display()
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        let mut main = "#![allow(warnings)]\n".to_owned();
        for (at, schema) in schemas.iter().enumerate() {
            writeln!(main, "mod s{at} {{ pub mod types; pub mod uses; }}").unwrap();
            fs::create_dir(folder.join(format!("src/s{at}"))).unwrap();
            fs::write(folder.join(format!("src/s{at}/types.rs")), expansion(schema)).unwrap();
        }
        main.push_str("fn main() {\n");
        for at in 0..schemas.len() {
            writeln!(
                main,
                "    for (name, value) in s{at}::uses::all() {{ println!(\"{at}\\t{{name}}\\t{{value:?}}\"); }}"
            )
            .unwrap();
        }
        main.push_str("}\n");
        fs::write(folder.join("src/main.rs"), main).unwrap();
        let all: BTreeSet<String> = uses(USES).into_iter().map(|of| of.name).collect();
        Self { folder, left: vec![all; schemas.len()] }
    }

    /// Writes the functions that are left of each schema.
    fn write(&self) {
        let all: BTreeSet<String> = uses(USES).into_iter().map(|of| of.name).collect();
        for (at, left) in self.left.iter().enumerate() {
            let mut text = without(USES, &all.difference(left).cloned().collect());
            let calls: Vec<String> = left.iter().map(|name| format!("(\"{name}\", {name}())")).collect();
            writeln!(text, "pub fn all() -> Vec<(&'static str, String)> {{ vec![{}] }}", calls.join(", ")).unwrap();
            fs::write(self.folder.join(format!("src/s{at}/uses.rs")), text).unwrap();
        }
    }

    /// What the functions of each schema give; those that do not compile are left out. The compiler tells of names
    /// before it looks at types, so that it takes two rounds to know all.
    fn run(mut self) -> Vec<BTreeMap<String, String>> {
        let shared = Path::new(env!("CARGO_TARGET_TMPDIR")).join("user");
        for _ in 0..4 {
            self.write();
            let built = cargo(&self.folder, &shared, &["check", "--message-format", "json"]);
            if built.output.status.success() {
                return self.values(&shared);
            }
            for (at, left) in self.left.iter_mut().enumerate() {
                let (broken, _) = built.broken(&format!("s{at}/uses.rs"), USES);
                left.retain(|name| !broken.contains(name));
            }
        }
        panic!("{}", String::from_utf8_lossy(&cargo(&self.folder, &shared, &["check"]).output.stderr));
    }

    fn values(&self, shared: &Path) -> Vec<BTreeMap<String, String>> {
        let output = cargo(&self.folder, shared, &["run"]).output;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut values = vec![BTreeMap::new(); self.left.len()];
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let [at, name, value] = line.splitn(3, '\t').collect::<Vec<_>>().try_into().unwrap();
            values[at.parse::<usize>().unwrap()].insert(name.to_owned(), value.to_owned());
        }
        values
    }
}

fn expansion(model: &Model) -> String {
    let plan = plan(&Rulebook::new(model).unwrap(), &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let options = Options { runtime: "::odatype".parse().unwrap_or_default(), docs: false, files: Vec::new() };
    expand_to_string(&plan, &options, "").unwrap()
}

/// What the roots reach in the schema `text`; the rest is outside.
fn cut(text: &str) -> Model {
    let roots = ["n.thing", "n.loose", "n.stem", "n.act", "n.mute", "n.hush", "n.dump", "n.look", "n.tell"];
    slice(&model(text), &roots).unwrap_or_else(|unknown| panic!("{unknown:?}"))
}

/// All schemas, the small one first, and which are compared.
fn trials() -> (Vec<Model>, Vec<Trial>) {
    let (mut schemas, mut trials) = (vec![model(BEFORE)], Vec::new());
    for block in blocks() {
        schemas.push(model(&block.after));
        trials.push((block.text.to_owned(), 0, schemas.len() - 1));
    }
    let without =
        BEFORE.replace("<ComplexType Name=\"lone\"><Property Name=\"note\" Type=\"Edm.String\"/></ComplexType>", "");
    let small = schemas.len();
    schemas.extend([cut(BEFORE), cut(&without)]);
    trials.extend([
        ("a slice after the whole".to_owned(), 0, small),
        ("the whole after a slice".to_owned(), small, 0),
        ("a slice of less".to_owned(), small, small + 1),
        ("a slice of more".to_owned(), small + 1, small),
    ]);
    let trials = trials
        .into_iter()
        .map(|(text, before, after)| {
            let changes = compare(&Rulebook::new(&schemas[before]).unwrap(), &Rulebook::new(&schemas[after]).unwrap());
            Trial { text, before, after, changes }
        })
        .collect();
    (schemas, trials)
}

/// The namespace of a target.
fn namespace(target: &str) -> &str {
    let name = target.split(['/', '(']).next().unwrap_or(target);
    name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

#[test]
fn code_breaks_where_it_is_told_to_and_nowhere_else() {
    let (schemas, trials) = trials();
    let uses = uses(USES);
    let values = Proof::new(&schemas).run();
    assert_eq!(values[0].len(), uses.len(), "the small schema's own types have all that is used");
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for Trial { text, before, after, changes } in &trials {
        seen.extend(changes.as_slice().iter().map(|change| change.case));
        let told = changes.as_slice().iter().filter(|change| change.verdict().of(Audience::Code) == Severity::Breaking);
        let told: BTreeSet<&str> = told.map(|change| change.target.as_str()).collect();
        let mut shown = BTreeSet::new();
        for of in uses.iter().filter(|of| values[*before].contains_key(&of.name)) {
            if values[*before].get(&of.name) == values[*after].get(&of.name) {
                continue;
            }
            // Every path begins with the module of a namespace.
            let targets = of.targets.iter().flat_map(|target| [target.as_str(), namespace(target)]);
            let on: Vec<&str> = targets.filter(|target| told.contains(target)).collect();
            if on.is_empty() {
                wrong.push(format!("`{}` breaks, and nothing that it stands on is told to:\n{text}", of.name));
            }
            shown.extend(on);
        }
        let unshown =
            told.difference(&shown).map(|target| format!("{target} is told to break code, and none breaks:\n{text}"));
        wrong.extend(unshown);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    // What only the generator knows, its names, see the tests of the command; and what the schema's user says of it,
    // see the tests of the comparison.
    let known = [Case::NameChanged, Case::NameCollision, Case::MemberAddedExhaustive];
    let missing: Vec<&Case> = Case::ALL.iter().filter(|case| !seen.contains(case) && !known.contains(case)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
