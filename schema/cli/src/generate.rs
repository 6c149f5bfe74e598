//! From a schema to Rust text: what `odatype expand` writes, and `odatype check` and `odatype update` make to see
//! whether they can.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use clap::Args;
use odatype_codegen::{Options, Plan, Problem, Refused, Renames, Request, expand_to_string, header, plan::plan};
use odatype_schema::{Rulebook, SliceError, draft_files};

use crate::{failure::Failure, schema::Versioning, warnings::Warnings};

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
    /// Whether nothing is renamed.
    pub(crate) fn is_empty(&self) -> bool {
        self.renames.is_empty()
    }

    /// Whether `key` is given a name.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.renames.iter().any(|(renamed, _)| renamed == key)
    }

    /// The names by keys.
    ///
    /// # Errors
    /// Every key that is there more than once.
    pub(crate) fn table(&self) -> Result<Renames, Failure> {
        let mut names = BTreeMap::new();
        let mut twice = BTreeSet::new();
        for (key, name) in &self.renames {
            if names.insert(key.as_str(), name.as_str()).is_some() {
                twice.insert(key);
            }
        }
        if twice.is_empty() {
            return Ok(names.into_iter().collect());
        }
        Err(Failure::all(twice.into_iter().map(|key| format!("--rename: `{key}` is renamed twice"))))
    }
}

impl Generate {
    /// What is read.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.schemas.iter().chain(&self.overlays)
    }

    /// What the text says.
    ///
    /// # Errors
    /// Everything that is wrong in the schema, and warnings if they are denied.
    pub(crate) fn plan(&self, warnings: &Warnings) -> Result<Plan, Failure> {
        let roots = (!self.roots.is_empty()).then(|| self.roots.clone());
        let request = Request { roots, renames: self.names.table()? };
        let planned = match request.plan(self.versioning.of(draft_files(&self.schemas, &self.overlays))) {
            Ok(planned) => planned,
            Err(refused) => {
                warnings.tell(&refused.warnings)?;
                return Err(failure(&refused));
            }
        };
        warnings.tell(&planned.warnings)?;
        Ok(planned.plan)
    }

    /// The text.
    ///
    /// # Errors
    /// The path of the crate, if it is none.
    pub(crate) fn text(&self, plan: &Plan) -> Result<String, Failure> {
        let runtime = odatype_codegen::runtime(&self.runtime).map_err(Failure::new)?;
        let options = Options { runtime, docs: !self.no_docs, files: Vec::new() };
        let files = self.inputs().map(PathBuf::as_path);
        let header = header("odatype expand", files, &self.roots, self.versioning.versions);
        expand_to_string(plan, &options, &header).map_err(Failure::new)
    }
}

/// Whether Rust can be generated from what `book` tells.
///
/// # Errors
/// Names that collide, and whatever else keeps it from being generated.
pub(crate) fn check(book: &Rulebook<'_>, names: &Names) -> Result<(), Failure> {
    plan(book, &names.table()?).map(drop).map_err(|errors| failure(&Refused::from(*errors)))
}

/// Why a schema cannot be cut down to its roots, which are an option here.
pub(crate) fn unsliced(error: SliceError) -> Failure {
    match error {
        SliceError::Schema(faults) => faults.into(),
        SliceError::Roots(unknown) => Failure::all(unknown.iter().map(|root| format!("--root: {root}"))),
    }
}

/// Every problem; what stands in the request is an option here.
pub(crate) fn failure(refused: &Refused) -> Failure {
    Failure::all(refused.problems.iter().map(|problem| match problem {
        Problem::Schema(fault) => fault.to_string(),
        Problem::Root(error) => format!("--root: {error}"),
        Problem::Rename(error) => format!("--rename: {}", error.message),
    }))
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
    odatype_codegen::runtime(text).map(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Names, rename};

    #[test]
    fn renames() {
        for (text, expected) in [("a.b=c", Some(("a.b", "c"))), ("a.b", None), ("=c", None), ("a.b=", None)] {
            let read = rename(text).ok();
            assert_eq!(read.as_ref().map(|(wire, rust)| (&**wire, &**rust)), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_renamed_twice() {
        for (texts, is_right) in
            [(&["a.b=c", "a.d=c"][..], true), (&["a.b=c", "a.b=d"], false), (&["a.b=c", "a.b=c"], false), (&[], true)]
        {
            let names = Names { renames: texts.iter().map(|text| rename(text).unwrap()).collect() };
            assert_eq!(names.table().is_ok(), is_right, "{texts:?}");
        }
    }
}
