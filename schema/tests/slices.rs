//! Slices of whole schemas, and the one that is checked in.
#![cfg(all(feature = "slice", feature = "xml"))]

use std::path::{Path, PathBuf};

/// The data folder, if the environment names one; in CI it must.
fn data() -> Option<PathBuf> {
    let found = std::env::var_os("ODATYPE_DATA").map(PathBuf::from);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "ODATYPE_DATA is not set");
        println!("skipped: ODATYPE_DATA is not set");
    }
    found
}

fn graph(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("graph").join(name)
}

#[test]
fn the_checked_in_slice_is_what_the_manifest_says() {
    let Some(data) = data() else { return };
    let metadata = data.join("metadata/graph-v1.0-2026-08.xml");
    let made = odatype_schema::slice_files(&[metadata], &graph("communications.toml"))
        .unwrap_or_else(|faults| panic!("{faults}"));
    let file = graph("communications.csdl.json");
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(known == made, "{} differs from what is made; run again with ODATYPE_BLESS=1", file.display());
}
