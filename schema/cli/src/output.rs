//! What the command writes: a file whole or not at all, or standard output.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use crate::failure::Failure;

/// Writes `text` to the file at `path`, or to standard output where there is none.
///
/// # Errors
/// If it cannot be written; the file is then as it was before.
pub(crate) fn write(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    let Some(path) = path else { return to_stdout(|stdout| stdout.write_all(text.as_bytes())) };
    to_file(path, text.as_bytes())
        .map_err(|error| Failure::new(format_args!("{}: cannot be written: {error}", path.display())))
}

/// Lets `write` write to standard output. That nobody reads it any more (`| head`) is no error, and `write` does not notice.
///
/// # Errors
/// If it cannot be written: the disk is full, say.
pub(crate) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut stdout = io::BufWriter::new(UntilClosed { out: io::stdout().lock(), is_closed: false });
    write(&mut stdout).and_then(|()| stdout.flush()).map_err(|error| {
        // What is left in the buffer could not be written; dropping it would try again.
        drop(stdout.into_parts());
        Failure::new(format_args!("standard output: cannot be written: {error}"))
    })
}

/// A pipe, or nothing once its reader has gone.
struct UntilClosed<W> {
    out: W,
    is_closed: bool,
}

impl<W: Write> UntilClosed<W> {
    /// What `write` gives, or `otherwise` if nobody reads.
    fn or<T>(&mut self, otherwise: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.is_closed {
            return Ok(otherwise);
        }
        match write(&mut self.out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(otherwise)
            }
            written => written,
        }
    }
}

impl<W: Write> Write for UntilClosed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.or(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.or((), Write::flush)
    }
}

/// Makes the file beside where it belongs and moves it there; what is no plain file (a device, a pipe) is written to.
fn to_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let known = match fs::metadata(path) {
        Ok(known) => Some(known),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if known.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder"));
    }
    if known.as_ref().is_some_and(|known| !known.is_file()) {
        return File::create(path)?.write_all(bytes);
    }
    if known.is_some() {
        // A file that may not be written to is not replaced either.
        OpenOptions::new().write(true).open(path)?;
    }
    // A link stays, what it points to is replaced.
    let target = if known.is_some() { fs::canonicalize(path)? } else { path.to_path_buf() };
    let mut made = temporary(&target).map_err(|error| in_folder(&folder(&target), &error))?;
    made.write_all(bytes)?;
    if let Some(known) = known {
        made.as_file().set_permissions(known.permissions())?;
    }
    made.as_file().sync_all()?;
    made.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

fn temporary(target: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".odatype-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What any new file has; the process's mask takes away what it should.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder(target))
}

fn folder(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// The error that no file can be made in `folder`, without the temporary file's name.
fn in_folder(folder: &Path, error: &io::Error) -> io::Error {
    let kind = error.kind();
    io::Error::new(kind, format!("no file can be made in the folder `{}`: {kind}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_files_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        for text in ["first, which is longer", "second"] {
            to_file(&file, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn keeps_permissions_and_links() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        to_file(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn what_cannot_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let error = to_file(folder.path(), b"").unwrap_err().to_string();
        assert_eq!(error, "it is a folder");
        let error = to_file(&folder.path().join("none/a.json"), b"").unwrap_err().to_string();
        assert!(error.starts_with("no file can be made in the folder `"), "{error}");
    }
}
