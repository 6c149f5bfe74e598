//! The folder with more payloads, which is no part of this repository.

/// The text of a file of it.
pub(super) fn read(folder: &std::path::Path, file: &str) -> String {
    let path = folder.join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
