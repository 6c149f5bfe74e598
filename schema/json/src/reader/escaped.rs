//! Strings with something in them that is not plain; and errors with their places.

use crate::{
    error::{Problem, SyntaxError},
    scan::plain_run,
    unescape::unicode_escape,
};

/// Where a string ends whose first byte that is not plain is at `at`; that byte is not its closing quote.
#[cold]
pub(super) fn escaped_string(text: &str, mut at: usize) -> Result<usize, SyntaxError> {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at),
            Some(b'\\') => at += escape(text, at)?,
            _ => return Err(error_at(text, at, Problem::ControlCharacter)),
        }
        at += bytes.get(at..).map_or(0, plain_run);
    }
}

/// How many bytes the escape at `at` takes.
fn escape(text: &str, at: usize) -> Result<usize, SyntaxError> {
    let bytes = text.as_bytes();
    match bytes.get(at + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
        Some(b'u') => match unicode_escape(&bytes[at + 2..]) {
            (Some(_), used) => Ok(2 + used),
            (None, 0) => Err(error_at(text, at, Problem::InvalidEscape)),
            (None, _) => Err(error_at(text, at, Problem::LoneSurrogate)),
        },
        Some(_) => Err(error_at(text, at, Problem::InvalidEscape)),
        None => Err(error_at(text, bytes.len(), Problem::UnexpectedEnd)),
    }
}

/// An error at `offset`.
#[cold]
pub(super) fn error_at(text: &str, offset: usize, problem: Problem) -> SyntaxError {
    let problem = match problem {
        _ if offset >= text.len() => Problem::UnexpectedEnd,
        _ if offset == 0 && text.starts_with('\u{feff}') => Problem::ByteOrderMark,
        problem => problem,
    };
    SyntaxError { offset, problem }
}
