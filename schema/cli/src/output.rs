//! What the command writes: a file whole or not at all, or standard output.

use std::{
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use odatype_schema::all_documents;

use crate::{failure::Failure, stream::is_stream};

/// Where a subcommand writes.
#[derive(Args)]
pub(crate) struct Output {
    /// Where to write; standard output if absent or `-`
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What is written to, which is none of what is read.
pub(crate) struct Destination<'o>(Option<&'o Path>);

impl Output {
    /// Where to write what is made of `inputs`, files or folders of documents.
    ///
    /// # Errors
    /// If it is one of them.
    pub(crate) fn beside<'i>(&self, inputs: impl IntoIterator<Item = &'i PathBuf>) -> Result<Destination<'_>, Failure> {
        match self.output.as_deref() {
            Some(path) if !is_stream(path) => Destination::file(path, inputs),
            _ => Ok(Destination(None)),
        }
    }
}

impl Output {
    /// The folder to write into: one that is there, or what is written like one, with a slash at its end.
    pub(crate) fn folder(&self) -> Option<&Path> {
        let path = self.output.as_deref()?;
        let is_written_so = path.as_os_str().to_str().is_some_and(|text| text.ends_with(std::path::is_separator));
        (path.is_dir() || is_written_so).then_some(path)
    }

    /// The name of the file to write.
    pub(crate) fn file_name(&self) -> Option<&str> {
        self.output.as_deref().filter(|path| !is_stream(path))?.file_name()?.to_str()
    }
}

impl<'o> Destination<'o> {
    /// The file at `path`, as [`Output::beside`] says.
    pub(crate) fn file<'i>(path: &'o Path, inputs: impl IntoIterator<Item = &'i PathBuf>) -> Result<Self, Failure> {
        if is_stream(path) {
            return Err(Failure::new("`-`, standard output, has no place for this; expected a file to write to"));
        }
        match odatype_output::is_input(path, &all_documents(inputs)) {
            Some(input) => Err(Failure::new(odatype_output::refused_input(path, input))),
            None => Ok(Self(Some(path))),
        }
    }

    /// Writes `text`.
    ///
    /// # Errors
    /// If it cannot be written; a file is then as it was before.
    pub(crate) fn write(&self, text: &str) -> Result<(), Failure> {
        match self.0 {
            Some(path) => to_file(path, text),
            None => print(text),
        }
    }
}

/// Writes `text` to standard output.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    to_stdout(|stdout| stdout.write_all(text.as_bytes()))
}

/// Writes `text` to the file at `path`, which may be what was read: a manifest that is renewed.
///
/// # Errors
/// If it cannot be written; the file is then as it was before.
pub(crate) fn to_file(path: &Path, text: &str) -> Result<(), Failure> {
    whole(path, || odatype_output::write(path, text.as_bytes()))
}

/// Makes the folder at `path` one of `files`, by name, and of nothing else; all that is there must begin with `mark`.
///
/// # Errors
/// If it cannot be written; the folder is then as it was before.
pub(crate) fn to_folder(path: &Path, files: &[(String, String)], mark: &str) -> Result<(), Failure> {
    let named = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    whole(path, || odatype_output::write_folder(path, named, &|bytes| bytes.starts_with(mark.as_bytes())))
}

/// Lets `write` make what belongs at `path`, and signals wait for it.
fn whole(path: &Path, write: impl FnOnce() -> io::Result<()>) -> Result<(), Failure> {
    let held = Held::signals().map_err(Failure::new)?;
    let written = write();
    held.end();
    written.map_err(|error| Failure::new(format_args!("{}: cannot be written: {error}", path.display())))
}

/// Signals that end the process, which wait until a file is whole, or is gone again.
struct Held {
    /// Which came last; none is zero.
    #[cfg(unix)]
    last: &'static std::sync::Arc<std::sync::atomic::AtomicUsize>,
}

#[cfg(unix)]
impl Held {
    fn signals() -> io::Result<Self> {
        use signal_hook::consts::{SIGINT, SIGTERM};
        use std::sync::{Arc, OnceLock, atomic::AtomicUsize};
        static LAST: OnceLock<Arc<AtomicUsize>> = OnceLock::new();
        let held = Self { last: LAST.get_or_init(Arc::default) };
        for signal in [SIGINT, SIGTERM] {
            let number = usize::try_from(signal).unwrap_or_default();
            signal_hook::flag::register_usize(signal, Arc::clone(held.last), number)?;
        }
        Ok(held)
    }

    /// Lets the signal that came, if one did, do what it does.
    fn end(self) {
        let last = self.last.load(std::sync::atomic::Ordering::SeqCst);
        if let Ok(signal @ 1..) = i32::try_from(last) {
            // What it does is the end.
            let _: io::Result<()> = signal_hook::low_level::emulate_default_handler(signal);
        }
    }
}

#[cfg(not(unix))]
impl Held {
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
    fn signals() -> io::Result<Self> {
        Ok(Self {})
    }

    fn end(self) {}
}

/// Lets `write` write to standard output. That nobody reads it any more (`| head`) is no error, and `write` does not
/// notice.
///
/// # Errors
/// If it cannot be written: the disk is full, say.
pub(crate) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    buffered(UntilClosed { out: io::stdout().lock(), is_closed: false }, write).map_err(|error| unwritten(&error))
}

/// The same for what may go on for long: it ends when nobody reads any more.
///
/// # Errors
/// As [`to_stdout`].
pub(crate) fn to_stdout_while_read(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    match buffered(io::stdout().lock(), write) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritten(&error)),
        _ => Ok(()),
    }
}

/// Lets `write` write to `out`, in larger pieces.
fn buffered(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    let written = write(&mut out).and_then(|()| out.flush());
    // What is left in the buffer could not be written; dropping it would try again.
    drop(out.into_parts());
    written
}

fn unwritten(error: &io::Error) -> Failure {
    Failure::new(format_args!("standard output: cannot be written: {error}"))
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
