//! Files that are written whole or not at all.

use std::{fs, io, path::Path};

use crate::error::Error;

/// Writes `text` to the file at `path`. The folder is a build script's own, so that nobody else has the name with `.new`.
///
/// # Errors
/// If it cannot be written; the file is then as it was before.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    let written = fs::write(beside, text).and_then(|()| fs::rename(beside, path)).inspect_err(|_| {
        // It may not even have been made.
        let _: io::Result<()> = fs::remove_file(beside);
    });
    written.map_err(|error| Error::new(format_args!("{}: cannot be written: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.rs");
        for text in ["old", "new"] {
            write(&file, text).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        fs::create_dir(folder.path().join("b.rs")).unwrap();
        let error = write(&folder.path().join("b.rs"), "x").unwrap_err().to_string();
        assert!(error.contains("b.rs: cannot be written: "), "{error}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    }
}
