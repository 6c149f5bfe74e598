//! The folder with more payloads, which is no part of this repository.

/// The text of a file of it.
pub(super) fn read(folder: &std::path::Path, file: &str) -> String {
    let path = folder.join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The model of a whole service.
pub(crate) fn service(folder: &std::path::Path) -> odatype_schema::model::Model {
    let file = "metadata/graph-v1.0-2026-08.xml";
    crate::harness::read(&[(file.to_owned(), read(folder, file))], &[]).unwrap_or_else(|faults| panic!("{faults}"))
}
