//! Files, as far as they can be read: not what never ends, and not what offsets of 32 bits cannot count.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{fault::Fault, model::Location};

/// The longest file: places in it are counted with 32 bits.
const LONGEST: u64 = u32::MAX as u64;

const TOO_LONG: &str = "it is longer than 4 GiB";

/// The most that is kept of what may never end.
const LONGEST_STREAM: u64 = 1 << 30;

/// The content of the file at `path`.
///
/// # Errors
/// If it cannot be read, is no regular file (a folder, a pipe, a device) or is longer than 4 GiB.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let read = |file| read_up_to(LONGEST, file, TOO_LONG);
    regular(path).and_then(read).map_err(|error| Fault::new(&place(path), format!("cannot be read: {error}")))
}

/// The documents at `path`: itself, or if it is a folder all files in it that end in `.xml`, `.json` or `.csdl`, in
/// order of their names. Folders in it are not looked into.
///
/// # Errors
/// If it is a folder that cannot be read or that has no document.
pub fn documents(path: &Path) -> Result<Vec<PathBuf>, Fault> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let unreadable = |error: io::Error| Fault::new(&place(path), format!("cannot be read: {error}"));
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        if is_document(&file) && !file.is_dir() {
            found.push(file);
        }
    }
    if found.is_empty() {
        let help = "expected files that end in `.xml`, `.json` or `.csdl`";
        return Err(Fault::new(&place(path), "the folder has no document").help(help));
    }
    found.sort();
    Ok(found)
}

/// The documents at all of `paths`, to know which they are: a folder that cannot be read, of which whoever reads it
/// tells, stands for itself.
pub fn all_documents<'p>(paths: impl IntoIterator<Item = &'p PathBuf>) -> Vec<PathBuf> {
    paths.into_iter().flat_map(|path| documents(path).unwrap_or_else(|_| vec![path.clone()])).collect()
}

fn is_document(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["xml", "json", "csdl"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// All that `input` gives, of which nobody knows how long it is: standard input.
///
/// # Errors
/// If it cannot be read or is longer than 1 GiB.
pub fn read_stream(input: impl Read) -> io::Result<Vec<u8>> {
    read_up_to(LONGEST_STREAM, input, "it is longer than 1 GiB; expected a file, which may have 4 GiB")
}

fn read_up_to(longest: u64, input: impl Read, refused: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(longest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > longest {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, refused));
    }
    Ok(bytes)
}

/// The file itself, as a place.
pub(crate) fn place(path: &Path) -> Location {
    Location { file: path.display().to_string().into(), line: 0, column: 0 }
}

/// The regular file at `path`, opened. Anything else is not even opened, since opening a pipe waits for who writes to
/// it.
fn regular(path: &Path) -> io::Result<File> {
    let known = std::fs::metadata(path)?;
    if known.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
    }
    if !known.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file"));
    }
    if known.len() > LONGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, TOO_LONG));
    }
    File::open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_are_read() {
        for (path, expected) in [(".", "it is a folder"), ("gone", "")] {
            let fault = read_bytes(Path::new(path)).unwrap_err().to_string();
            assert!(fault.starts_with(&format!("{path}: cannot be read: {expected}")), "{fault}");
        }
        #[cfg(unix)]
        for path in ["/dev/zero", "/dev/null"] {
            let fault = read_bytes(Path::new(path)).unwrap_err().to_string();
            assert_eq!(fault, format!("{path}: cannot be read: it is no regular file"));
        }
        assert_eq!(read_up_to(3, io::repeat(b' '), "it is longer").unwrap_err().to_string(), "it is longer");
        assert_eq!(read_up_to(3, &b"abc"[..], "it is longer").unwrap(), b"abc");
        assert!(read_bytes(Path::new("Cargo.toml")).is_ok_and(|bytes| bytes.starts_with(b"[package]")));
    }
}
