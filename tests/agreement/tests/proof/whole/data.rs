//! The folder with more payloads, which is no part of this repository.

use std::path::PathBuf;

/// What the environment variable `ODATYPE_DATA` names; `None`, with a word on it, if it is not set. In CI it must be.
pub(super) fn folder() -> Option<PathBuf> {
    let found = std::env::var_os("ODATYPE_DATA").map(PathBuf::from);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "ODATYPE_DATA is not set");
        eprintln!("skipped: ODATYPE_DATA is not set");
    }
    found
}

/// The text of a file of it.
pub(super) fn read(folder: &std::path::Path, file: &str) -> String {
    let path = folder.join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
