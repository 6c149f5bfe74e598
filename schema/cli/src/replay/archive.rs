//! The archive, in pieces of whole lines.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::stream::is_stream;

/// How much is read at once. A piece is longer only where a line is.
pub(super) const PIECE: usize = 1 << 18;

/// The longest line that is kept in memory.
const LONGEST: usize = 1 << 28;

/// The longest line that is passed over; what is longer may have no end.
const ENDLESS: u64 = 1 << 34;

/// Some lines of one file, in order.
#[derive(Default)]
pub(super) struct Piece {
    /// The place of its file among the files.
    pub(super) file: usize,
    /// Whether it is the first of its file.
    pub(super) is_first: bool,
    /// The lines.
    pub(super) bytes: Vec<u8>,
    /// Whether it stands for a line that is too long to be kept.
    pub(super) is_too_long: bool,
}

/// All pieces of some files, in order.
pub(super) struct Pieces<'f> {
    files: &'f [PathBuf],
    /// The place of the next file.
    next: usize,
    /// The file that is being read.
    input: Option<Box<dyn Read + Send>>,
    is_first: bool,
    /// What was read of a line whose end was not.
    rest: Vec<u8>,
}

impl<'f> Pieces<'f> {
    pub(super) fn new(files: &'f [PathBuf]) -> Self {
        Self { files, next: 0, input: None, is_first: false, rest: Vec::new() }
    }

    /// The next piece, in `buffer`; `None` after the last.
    ///
    /// # Errors
    /// A file that cannot be read, or not to its end; the next call goes on with the next file.
    pub(super) fn next(&mut self, buffer: Vec<u8>) -> Option<Result<Piece, String>> {
        let mut piece = Piece { bytes: buffer, ..Piece::default() };
        piece.bytes.clear();
        loop {
            if self.input.is_none() {
                let file = self.files.get(self.next)?;
                self.next += 1;
                self.is_first = true;
                match open(file) {
                    Ok(input) => self.input = Some(input),
                    Err(error) => return Some(Err(unreadable(file, &error))),
                }
            }
            piece.file = self.next - 1;
            match self.fill(&mut piece) {
                Ok(()) if piece.bytes.is_empty() && !piece.is_too_long => {}
                Ok(()) => {
                    piece.is_first = std::mem::take(&mut self.is_first);
                    return Some(Ok(piece));
                }
                Err(error) => {
                    (self.input, self.rest) = (None, Vec::new());
                    return Some(Err(unreadable(&self.files[piece.file], &error)));
                }
            }
        }
    }

    /// Reads whole lines.
    fn fill(&mut self, piece: &mut Piece) -> io::Result<()> {
        let Some(input) = &mut self.input else { return Ok(()) };
        piece.bytes.append(&mut self.rest);
        loop {
            let (start, wanted) = (piece.bytes.len(), PIECE.max(piece.bytes.len()));
            piece.bytes.reserve(wanted);
            // A buffer has room for what is wanted, so that lengths fit.
            let read = input.take(wanted as u64).read_to_end(&mut piece.bytes)?;
            if read < wanted {
                self.input = None;
                return Ok(());
            }
            if let Some(end) = memchr::memrchr(b'\n', &piece.bytes[start..]) {
                self.rest.extend_from_slice(&piece.bytes[start + end + 1..]);
                piece.bytes.truncate(start + end + 1);
                return Ok(());
            }
            if piece.bytes.len() >= LONGEST {
                piece.is_too_long = true;
                piece.bytes = Vec::new();
                return pass(input, &mut self.rest, ENDLESS);
            }
        }
    }
}

/// Passes over the rest of a line; `rest` is what was read after it.
///
/// # Errors
/// If the line has not ended after `longest` bytes, or cannot be read.
fn pass(input: &mut impl Read, rest: &mut Vec<u8>, longest: u64) -> io::Result<()> {
    for _ in 0..=longest / PIECE as u64 {
        rest.clear();
        let read = input.take(PIECE as u64).read_to_end(rest)?;
        if let Some(end) = memchr::memchr(b'\n', rest) {
            rest.drain(..=end);
            return Ok(());
        }
        if read < PIECE {
            rest.clear();
            return Ok(());
        }
    }
    let reason = format!("a line has no end after {} GiB", longest >> 30);
    Err(io::Error::new(io::ErrorKind::FileTooLarge, reason))
}

/// Standard input, a file, or a pipe.
fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    if is_stream(path) {
        return Ok(Box::new(io::stdin()));
    }
    let known = fs::metadata(path)?;
    if known.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
    }
    if is_device(&known) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is a device; expected a file or a pipe"));
    }
    Ok(Box::new(File::open(path)?))
}

#[cfg(unix)]
fn is_device(known: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    known.file_type().is_char_device() || known.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: &fs::Metadata) -> bool {
    false
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("{}: cannot be read: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a file with `text`: the file's place, whether it is the first, and how long it is.
    fn pieces(texts: &[&[u8]]) -> Vec<(usize, bool, Vec<u8>)> {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<PathBuf> = (0..texts.len()).map(|number| folder.path().join(number.to_string())).collect();
        for (file, text) in files.iter().zip(texts) {
            std::fs::write(file, text).unwrap();
        }
        let mut pieces = Pieces::new(&files);
        std::iter::from_fn(|| pieces.next(Vec::new()))
            .map(Result::unwrap)
            .map(|piece| (piece.file, piece.is_first, piece.bytes))
            .collect()
    }

    #[test]
    fn pieces_are_whole_lines_and_nothing_is_lost() {
        let line = |length: usize| [vec![b'a'; length], vec![b'\n']].concat();
        for lengths in [&[10, 10][..], &[PIECE - 1, 3], &[PIECE, 3], &[3, 5 * PIECE, 7], &[PIECE / 2, PIECE / 2, PIECE]]
        {
            for is_ended in [true, false] {
                let mut text: Vec<u8> = lengths.iter().flat_map(|length| line(*length)).collect();
                if !is_ended {
                    text.pop();
                }
                let found = pieces(&[&text]);
                assert_eq!(found.iter().flat_map(|piece| piece.2.clone()).collect::<Vec<u8>>(), text, "{lengths:?}");
                assert!(found.iter().rev().skip(1).all(|piece| piece.2.ends_with(b"\n")), "{lengths:?}");
                assert!(found.iter().enumerate().all(|(number, piece)| piece.1 == (number == 0)), "{lengths:?}");
            }
        }
    }

    #[test]
    fn files_do_not_run_into_each_other() {
        let found = pieces(&[b"a", b"", b"b\nc"]);
        assert_eq!(found, [(0, true, b"a".to_vec()), (2, true, b"b\nc".to_vec())]);
    }

    #[test]
    fn what_is_passed_over_ends_with_its_line() {
        for (text, expected) in [(&b"aaa\nbb\n"[..], &b"bb\n"[..]), (b"aaa", b""), (b"\n", b"")] {
            let mut rest = Vec::new();
            pass(&mut &*text, &mut rest, ENDLESS).unwrap();
            assert_eq!(rest, expected);
        }
        let error = pass(&mut io::repeat(b' '), &mut Vec::new(), 4 << 18).unwrap_err().to_string();
        assert_eq!(error, "a line has no end after 0 GiB");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_and_passed_over() {
        let files = ["gone".into(), ".".into(), "Cargo.toml".into()];
        let mut pieces = Pieces::new(&files);
        assert!(pieces.next(Vec::new()).unwrap().is_err_and(|error| error.starts_with("gone: cannot be read: ")));
        assert!(pieces.next(Vec::new()).unwrap().is_err_and(|error| error == ".: cannot be read: it is a folder"));
        assert!(pieces.next(Vec::new()).unwrap().is_ok_and(|piece| piece.file == 2 && piece.is_first));
        assert!(pieces.next(Vec::new()).is_none());
    }
}
