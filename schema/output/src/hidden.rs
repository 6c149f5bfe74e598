//! The file that is not yet in its place.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::{
    known::Known,
    place::{are_one, folder},
};

/// Its name. One for each folder, so that there is never more than one that somebody left.
const NAME: &str = ".odatype-new";

/// How often, and how long each time, another process that writes into the folder is waited for.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// A file of ours alone, which is gone at the end unless it took its place.
pub(crate) struct Hidden {
    path: PathBuf,
    file: File,
    is_placed: bool,
}

impl Hidden {
    /// An empty one in the folder of `target`, for what replaces `known`.
    pub(crate) fn new(target: &Path, known: Option<&Known>) -> io::Result<Self> {
        let folder = folder(target);
        let path = folder.join(NAME);
        for _ in 0..TRIES {
            match options(known).open(&path) {
                Ok(file) => {
                    if lock(&file)? && is_at(&file, &path) {
                        return Ok(Self { path, file, is_placed: false });
                    }
                    // Somebody took it for a left one, between the two calls.
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    if !remove_left(&path)? {
                        thread::sleep(PAUSE);
                    }
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    let reason = format!("there is no folder `{}`", folder.display());
                    return Err(io::Error::new(ErrorKind::NotFound, reason));
                }
                Err(error) => {
                    // Without the hidden file's name.
                    let kind = error.kind();
                    let reason = format!("no file can be made in the folder `{}`: {kind}", folder.display());
                    return Err(io::Error::new(kind, reason));
                }
            }
        }
        let reason = format!("another process writes into the folder `{}`", folder.display());
        Err(io::Error::new(ErrorKind::ResourceBusy, reason))
    }

    /// Writes all that it has.
    pub(crate) fn fill(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Moves it to where `target` is, with what `known` has.
    pub(crate) fn take_place_of(mut self, target: &Path, known: Option<&Known>) -> io::Result<()> {
        if let Some(known) = known {
            known.give(&self.file)?;
        }
        self.file.sync_all()?;
        fs::rename(&self.path, target)?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        if !self.is_placed {
            // The next who writes here tries again.
            let _: io::Result<()> = fs::remove_file(&self.path);
        }
    }
}

/// How it is made: never from what is there. Nobody else reads what replaces a file that they might not read.
pub(crate) fn options(known: Option<&Known>) -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if known.is_some() {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = known;
    options
}

/// Removes what somebody left at `path` who was killed; `false` if they are still at it.
fn remove_left(path: &Path) -> io::Result<bool> {
    let gone = |error: io::Error| if error.kind() == ErrorKind::NotFound { Ok(true) } else { Err(error) };
    match fs::symlink_metadata(path) {
        Ok(known) if known.is_file() => {}
        Ok(_) => {
            let reason = format!("`{}`, where the new file is made, is no regular file", path.display());
            return Err(io::Error::new(ErrorKind::InvalidInput, reason));
        }
        Err(error) => return gone(error),
    }
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) => return gone(error),
    };
    if !lock(&file)? {
        return Ok(false);
    }
    // Whoever held it may just have moved it to its place; then it is at `path` no more, or another is.
    if is_at(&file, path) { fs::remove_file(path).map(|()| true).or_else(gone) } else { Ok(true) }
}

/// Whether the lock is ours now. Where there are no locks, it is.
fn lock(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether `file` is what is at `path`; where that is not told, it is.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(own), Ok(there)) => are_one(&own, &there).unwrap_or(true),
        _ => false,
    }
}
