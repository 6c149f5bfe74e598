//! Files that odatype writes, each whole or not at all; for the command and for build scripts.
//!
//! A file is made beside where it belongs, as `.odatype-new`, and moved there when all of it is on disk. Whoever is
//! killed meanwhile leaves that one hidden file, and the next who writes into the folder removes it. A lock on it keeps
//! those who write at the same time apart.
//!
//! Files that belong together are a folder ([`write_folder`]), which is made beside its place too.
//!
//! What was there before is not lost: its permissions, owner and extended attributes are kept, a symbolic link stays
//! and what it points to is renewed; and what cannot be kept is refused with a reason. POSIX access control lists are
//! extended attributes on Linux; those of Windows and macOS are not looked at.

mod attributes;
mod folder;
mod hidden;
mod known;
mod place;

use std::{
    fs::File,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

pub use folder::write_folder;
use hidden::Hidden;
use place::Place;

/// Writes `bytes` to the file at `path`.
///
/// # Errors
/// If it cannot be written; a file that was there is then as it was. So if it is a folder, a pipe, or a link to
/// nothing; if it has other names (hard links), is read-only, belongs to somebody whose it would be no more, or has an
/// extended attribute that it would have no more; and if another process writes into its folder for longer than two
/// seconds. A device is written to, and may refuse what it is given.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match place::find(path)? {
        Place::Device => File::options().write(true).open(path)?.write_all(bytes),
        Place::File { target, known } => {
            let mut hidden = Hidden::new(&target, known.as_deref())?;
            hidden.fill(bytes)?;
            hidden.take_place_of(&target, known.as_deref())
        }
    }
}

/// Which of `inputs` the file at `path` is, if it is one of them by any name: its own, a link's, or a hard link's.
pub fn is_input<'i>(path: &Path, inputs: impl IntoIterator<Item = &'i PathBuf>) -> Option<&'i Path> {
    inputs.into_iter().map(PathBuf::as_path).find(|input| place::is_same(path, input))
}

/// What is said of an output that is the input `input` too.
#[must_use]
pub fn refused_input(path: &Path, input: &Path) -> String {
    format!(
        "{}: cannot be written: it is an input too, `{}`; expected another file to write to",
        path.display(),
        input.display()
    )
}

#[cfg(test)]
mod tests;
