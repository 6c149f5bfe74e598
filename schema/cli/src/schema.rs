//! The schema that a subcommand works with: files, or the embedded one.

use std::{io::Write as _, path::PathBuf};

use odatype_schema::{Faults, Source, embedded, json_schema::Target, load_files, model::Model, read_text};

use crate::{failure::Failure, output};

/// Reads and resolves `schemas`, or the embedded schema where there are none, and lays `overlays` over it. What is odd in
/// them goes to standard error.
///
/// # Errors
/// Everything that is wrong in the files.
pub(crate) fn load(schemas: &[PathBuf], overlays: &[PathBuf]) -> Result<Model, Failure> {
    if !schemas.is_empty() {
        let model = load_files(schemas, overlays)?;
        warn(&model);
        return Ok(model);
    }
    let (mut sources, mut faults): (Vec<Source<'static>>, _) = (Vec::new(), Vec::new());
    for path in overlays {
        match read_text(path) {
            Ok(source) => sources.push(source),
            Err(fault) => faults.push(fault),
        }
    }
    Faults::check(faults, ())?;
    let model = embedded::communications_with(&sources)?;
    warn(&model);
    Ok(model)
}

/// Writes the warnings of `model` to standard error.
fn warn(model: &Model) {
    let mut stderr = std::io::stderr().lock();
    for warning in &model.warnings {
        // There is nowhere left to say that this failed.
        let _ = writeln!(stderr, "{}", output::one_line(&warning.to_string()));
    }
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
