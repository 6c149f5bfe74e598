//! The expansions of small schemas are what is checked in; `golden_compiles.rs` compiles them.
//!
//! After a change of the generator: `ODATYPE_BLESS=1 cargo test -p odatype-tests --test golden`, and look at the
//! differences.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::{fs, path::Path};

use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};
use odatype_schema::Rulebook;

#[test]
fn expansions_are_as_checked_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = files.filter_map(|file| file.strip_suffix(".csdl.json").map(str::to_owned)).collect();
    assert!(!names.is_empty(), "no schemas");
    let stale: Vec<&String> = names.iter().filter(|name| !is_current(&folder, name)).collect();
    assert!(
        stale.is_empty(),
        "not as checked in: {stale:?}; to accept what is made now: ODATYPE_BLESS=1 cargo test -p odatype-tests --test golden"
    );
}

/// Whether the file for `name` is what is made now; it is, once it was blessed.
fn is_current(folder: &Path, name: &str) -> bool {
    let schema = folder.join(format!("{name}.csdl.json"));
    let model = odatype_schema::load_files(&[schema], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let book = Rulebook::new(&model).unwrap_or_else(|faults| panic!("{faults}"));
    let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let options = Options { runtime: "::odatype".parse().unwrap_or_default(), docs: true, files: Vec::new() };
    let header = format!("The expansion of `{name}.csdl.json`, see `tests/tests/golden.rs`.");
    let made = expand_to_string(&plan, &options, &header).unwrap();
    let file = folder.join(format!("{name}.rs"));
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        fs::write(&file, &made).unwrap();
    }
    fs::read_to_string(&file).is_ok_and(|checked_in| checked_in.replace("\r\n", "\n") == made)
}
