//! From a schema to Rust text: what `odatype expand` writes, and `odatype check` and `odatype update` make to see whether they
//! can.

use std::path::PathBuf;

use clap::Args;
use odatype_codegen::{Options, PlanErrors, Renames, expand_to_string, plan::plan};
use odatype_schema::{Draft, Rulebook, SliceError, Versions, draft_files, model::Model};

use crate::{failure::Failure, line::one_line, schema::Versioning, warnings::Warnings};

/// What to generate, and how.
#[derive(Args)]
pub(crate) struct Generate {
    /// CSDL files, JSON or XML, or folders of them
    #[arg(required = true, value_name = "SCHEMA")]
    pub(crate) schemas: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    pub(crate) overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    /// Generate only what this type or action reaches; may be given many times
    #[arg(long = "root", value_name = "NAME")]
    roots: Vec<String>,
    #[command(flatten)]
    names: Names,
    /// Leave out the schema's descriptions, which only odatype's feature `json-schema` needs
    #[arg(long)]
    no_docs: bool,
    /// The path by which the output names the crate `odatype`, where it has another name
    #[arg(long, value_name = "PATH", default_value = "::odatype", value_parser = runtime)]
    runtime: String,
}

/// Rust names that are not what the schema's become.
#[derive(Args)]
pub(crate) struct Names {
    /// Another Rust name for a thing of the schema, as `rename` in the macro; may be given many times
    #[arg(long = "rename", value_name = "WIRE=RUST", value_parser = rename)]
    renames: Vec<(String, String)>,
}

impl Names {
    pub(crate) fn table(&self) -> Renames {
        self.renames.iter().cloned().collect()
    }
}

impl Generate {
    /// The text.
    ///
    /// # Errors
    /// Everything that is wrong in the schema, and warnings if they are denied.
    pub(crate) fn text(&self, warnings: &Warnings) -> Result<String, Failure> {
        let model = self.asked(draft_files(&self.schemas, &self.overlays).with_versions(self.versioning.versions))?;
        let book = Rulebook::new(&model)?;
        warnings.tell(model.warnings.iter().chain(book.warnings()))?;
        let options =
            Options { runtime: self.runtime.parse().map_err(Failure::new)?, docs: !self.no_docs, files: Vec::new() };
        expand(&book, &self.names, &options, &self.header())
    }

    /// What the roots reach; everything without roots.
    fn asked(&self, draft: Draft) -> Result<Model, Failure> {
        if self.roots.is_empty() {
            return Ok(draft.whole()?);
        }
        draft.slice(&self.roots).map_err(|error| match error {
            SliceError::Roots(unknown) => Failure::all(unknown.iter().map(|error| format!("--root: {error}"))),
            SliceError::Schema(faults) => faults.into(),
        })
    }

    /// What the file says of where it came from; without folders, so that it is the same on every machine.
    fn header(&self) -> String {
        let files = self.schemas.iter().chain(&self.overlays);
        let names: Vec<String> = files
            .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
            .map(|name| one_line(&name))
            .collect();
        let mut header = format!("`odatype expand` of {}", names.join(", "));
        if !self.roots.is_empty() {
            header.push_str("\nroots: ");
            header.push_str(&one_line(&self.roots.join(", ")));
        }
        if self.versioning.versions == Versions::Latest {
            header.push_str("\nversions: latest");
        }
        header
    }
}

/// Generates from what `book` tells.
///
/// # Errors
/// Names that collide, and whatever else keeps it from being generated.
pub(crate) fn expand(book: &Rulebook<'_>, names: &Names, options: &Options, header: &str) -> Result<String, Failure> {
    let plan = plan(book, &names.table()).map_err(|errors| failure(&errors))?;
    expand_to_string(&plan, options, header).map_err(Failure::new)
}

/// Why there is no plan.
pub(crate) fn failure(errors: &PlanErrors) -> Failure {
    let faults = errors.faults.iter().map(ToString::to_string);
    let renames = errors.renames.iter().map(|error| format!("--rename: {}", error.message));
    Failure::all(faults.chain(renames))
}

/// Reads `wire=rust`.
fn rename(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((wire, rust)) if !wire.is_empty() && !rust.is_empty() => Ok((wire.to_owned(), rust.to_owned())),
        _ => Err("expected a wire name, `=`, and a Rust name, as in `ns.Type.property=name`".to_owned()),
    }
}

/// Reads a path such as `::odatype` or `crate::types`.
fn runtime(text: &str) -> Result<String, String> {
    let is_name = |name: &str| {
        name.chars().all(|character| character == '_' || character.is_alphanumeric())
            && !name.starts_with(|character: char| character.is_numeric())
            && !matches!(name, "" | "_")
    };
    if text.strip_prefix("::").unwrap_or(text).split("::").all(is_name) {
        Ok(text.to_owned())
    } else {
        Err("expected a Rust path, as in `::odatype` or `crate`".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{rename, runtime};

    #[test]
    fn runtimes() {
        for text in ["::odatype", "crate", "crate::types", "_a1"] {
            assert_eq!(runtime(text).as_deref(), Ok(text));
        }
        for text in ["", "::", "a::", "a b", "1a", "a:b", "_", "::::a"] {
            assert!(runtime(text).is_err(), "{text}");
        }
    }

    #[test]
    fn renames() {
        for (text, expected) in [("a.b=c", Some(("a.b", "c"))), ("a.b", None), ("=c", None), ("a.b=", None)] {
            let read = rename(text).ok();
            assert_eq!(read.as_ref().map(|(wire, rust)| (&**wire, &**rust)), expected, "{text}");
        }
    }
}
