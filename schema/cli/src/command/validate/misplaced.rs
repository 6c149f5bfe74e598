//! A schema that stands where payloads do: other subcommands take theirs there.

use std::path::{Path, PathBuf};

use odatype_schema::{documents, draft, read_text};

use crate::{failure::Failure, stream::is_stream};

/// Whether the first of `files` may be a payload.
///
/// # Errors
/// If it is a schema.
pub(super) fn first(files: &[PathBuf]) -> Result<(), Failure> {
    let Some(file) = files.first().filter(|file| is_schema(file)) else { return Ok(()) };
    let file = file.display();
    Err(Failure::new(format_args!("{file}: expected a payload, found a schema, which is given as `--schema {file}`")))
}

/// Whether there is a schema at `path`. What cannot be read is none: of that whoever reads payloads tells.
fn is_schema(path: &Path) -> bool {
    if is_stream(path) {
        return false;
    }
    if path.is_dir() {
        return documents(path).is_ok();
    }
    let Ok(source) = read_text(path) else { return false };
    // Payloads are not read as schemas, but for those that hardly anybody writes.
    is_like_a_schema(&source.text)
        && draft(&[source], &[]).focus::<&str>(&[]).is_ok_and(|model| !model.namespaces.is_empty())
}

/// Whether `text` is XML, or has what CSDL JSON must have.
///
/// Source: CSDL JSON 4.01, section 3.1 (`$Version`).
fn is_like_a_schema(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') || text.contains("\"$Version\"")
}
