//! What is where a file is to be written, and what must be kept of it.

use std::{
    fs::{self, Metadata, OpenOptions},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::known::Known;

/// Where bytes go.
pub(crate) enum Place {
    /// A device, such as a terminal.
    Device,
    /// A file, which is there already or is not.
    File {
        /// Where it is, links resolved.
        target: PathBuf,
        /// What it has now.
        known: Option<Box<Known>>,
    },
}

/// What is at `path`.
///
/// # Errors
/// If nothing can be written there, or not without losing something.
pub(crate) fn find(path: &Path) -> io::Result<Place> {
    let known = match fs::metadata(path) {
        Ok(known) => known,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if fs::symlink_metadata(path).is_ok() {
                return Err(refused(ErrorKind::NotFound, "it is a symbolic link to what is not there"));
            }
            return Ok(Place::File { target: path.to_path_buf(), known: None });
        }
        Err(error) => return Err(error),
    };
    if known.is_dir() {
        return Err(refused(ErrorKind::IsADirectory, "it is a folder"));
    }
    if !known.is_file() {
        return if is_device(&known) {
            Ok(Place::Device)
        } else {
            Err(refused(ErrorKind::InvalidInput, "it is no regular file; expected one, or standard output"))
        };
    }
    // Whoever may write anything (root) is told too.
    if known.permissions().readonly() {
        return Err(refused(ErrorKind::PermissionDenied, "it is read-only"));
    }
    let names = names(&known);
    if names > 1 {
        let reason = format!("it has {names} names (hard links), of which only this one would be renewed");
        return Err(refused(ErrorKind::InvalidInput, &reason));
    }
    // A file that may not be written to is not replaced either.
    OpenOptions::new().write(true).open(path)?;
    // A link stays, what it points to is replaced.
    let target = fs::canonicalize(path)?;
    Ok(Place::File { known: Some(Box::new(Known::of(&target)?)), target })
}

/// The folder in which `target` is.
pub(crate) fn folder(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn refused(kind: ErrorKind, reason: &str) -> io::Error {
    io::Error::new(kind, reason)
}

/// Whether both are there and are one file, by whatever names.
pub(crate) fn is_same(left: &Path, right: &Path) -> bool {
    match (fs::metadata(left), fs::metadata(right)) {
        (Ok(one), Ok(other)) => are_one(&one, &other).unwrap_or_else(|| {
            let (one, other) = (fs::canonicalize(left), fs::canonicalize(right));
            one.is_ok_and(|one| other.is_ok_and(|other| one == other))
        }),
        _ => false,
    }
}

/// Whether both tell of one file; `None` where that is not told.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it is not told")]
pub(crate) fn are_one(left: &Metadata, right: &Metadata) -> Option<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Some((left.dev(), left.ino()) == (right.dev(), right.ino()))
}

#[cfg(not(unix))]
pub(crate) fn are_one(_: &Metadata, _: &Metadata) -> Option<bool> {
    None
}

/// Whether bytes can be written to it one after the other without waiting for a reader.
#[cfg(unix)]
fn is_device(known: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    known.file_type().is_char_device()
}

#[cfg(not(unix))]
fn is_device(_: &Metadata) -> bool {
    false
}

#[cfg(unix)]
fn names(known: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    known.nlink()
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}
