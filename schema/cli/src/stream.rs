//! `-`, which stands for standard input or output where a file may be named.

use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Whether `path` is no file, but a standard stream.
pub(crate) fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether standard input is named at most once among `inputs`.
///
/// # Errors
/// If it is named more often: it cannot be read again.
pub(crate) fn named_once(inputs: &[PathBuf]) -> Result<(), Failure> {
    if inputs.iter().filter(|input| is_stream(input)).count() > 1 {
        return Err(Failure::new("`-`, standard input, can be read once only, but it was given more than once"));
    }
    Ok(())
}
