//! The schema that a subcommand works with: files, or the embedded one.

use std::path::PathBuf;

use odatype_schema::{Faults, Source, embedded, json_schema::Target, load_files, model::Model, read_text};

use crate::failure::Failure;

/// Reads and resolves `schemas`, or the embedded schema where there are none, and lays `overlays` over it.
///
/// # Errors
/// Everything that is wrong in the files.
pub(crate) fn load(schemas: &[PathBuf], overlays: &[PathBuf]) -> Result<Model, Failure> {
    if !schemas.is_empty() {
        return Ok(load_files(schemas, overlays)?);
    }
    let (mut sources, mut faults): (Vec<Source<'static>>, _) = (Vec::new(), Vec::new());
    for path in overlays {
        match read_text(path) {
            Ok(source) => sources.push(source),
            Err(fault) => faults.push(fault),
        }
    }
    Faults::check(faults, ())?;
    Ok(embedded::communications_with(&sources)?)
}

/// What `--type` names.
///
/// # Errors
/// If it names nothing or more than one thing; candidates are listed.
pub(crate) fn target(model: &Model, text: &str, is_embedded: bool) -> Result<Target, Failure> {
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let of = if is_embedded { "embedded schema: " } else { "" };
    Target::parse(model, &compact).map_err(|error| Failure::new(format_args!("--type: {of}{error}")))
}
