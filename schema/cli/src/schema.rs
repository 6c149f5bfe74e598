//! The schema that a subcommand works with: files, or the embedded one; and what of it is asked for.

use std::path::PathBuf;

use clap::Args;
use odatype_json_schema::Target;
use odatype_schema::{Draft, Faults, Rulebook, Source, Versions, draft_files, embedded, model::Model, read_text};
use odatype_table::name::{MaybeCollection, without_overload};

use crate::failure::Failure;

/// How types are read: those that a schema declares in several versions, and enumerations.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Versioning {
    /// `latest`: all versions of a type, as in `ns.v1_0_0.Type` and `ns.v1_2_0.Type`, are one type, `ns.Type`; `all`:
    /// each is its own
    #[arg(long, value_name = "RULE", default_value = "all")]
    pub(crate) versions: Versions,
    /// Take it that enumeration types have all the members that there are: payloads with others cannot be read
    #[arg(long)]
    pub(crate) exhaustive: bool,
}

impl Versioning {
    /// The draft as it is to be read.
    pub(crate) fn of(self, draft: Draft) -> Draft {
        draft.with_versions(self.versions).with_exhaustive(self.exhaustive)
    }
}

/// The schema of a command that takes it by position.
#[derive(Args, Clone, Debug)]
pub(crate) struct Given {
    /// CSDL files, JSON or XML, or folders of them; if absent, the embedded schema of Microsoft Graph communications
    /// with its overlay
    #[arg(value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
}

impl Given {
    /// See [`load`].
    pub(crate) fn load(&self, ty: &str) -> Result<Model, Failure> {
        load(&self.schemas, &self.overlays, self.versioning, ty)
    }

    /// See [`whole`].
    pub(crate) fn whole(&self) -> Result<Model, Failure> {
        whole(&self.schemas, &self.overlays, self.versioning)
    }

    /// See [`target`].
    pub(crate) fn target(&self, rulebook: &Rulebook<'_>, text: &str) -> Result<Target, Failure> {
        target(rulebook, text, self.schemas.is_empty())
    }

    /// See [`of`].
    pub(crate) fn of(&self) -> &'static str {
        of(self.schemas.is_empty())
    }

    /// All files that are read.
    pub(crate) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.schemas.iter().chain(&self.overlays)
    }
}

/// Reads and resolves `schemas`, or the embedded schema where there are none, and lays `overlays` over it. What is
/// wrong with rules is told by the [`Rulebook`] that is made of it.
///
/// # Errors
/// Everything else that is wrong in the files, as far as `ty` reaches.
pub(crate) fn load(
    schemas: &[PathBuf],
    overlays: &[PathBuf],
    versioning: Versioning,
    ty: &str,
) -> Result<Model, Failure> {
    if !schemas.is_empty() {
        return Ok(versioning.of(draft_files(schemas, overlays)).focus(&[ty])?);
    }
    embedded(overlays, versioning)
}

/// [`load`] of all that the files declare.
///
/// # Errors
/// Everything that is wrong in the files.
pub(crate) fn whole(schemas: &[PathBuf], overlays: &[PathBuf], versioning: Versioning) -> Result<Model, Failure> {
    if schemas.is_empty() {
        return embedded(overlays, versioning);
    }
    Ok(versioning.of(draft_files(schemas, overlays)).whole()?)
}

/// The embedded schema with `overlays` over it.
fn embedded(overlays: &[PathBuf], versioning: Versioning) -> Result<Model, Failure> {
    let model = embedded::communications_with(&texts(overlays)?)?;
    Ok(Model { is_exhaustive: versioning.exhaustive, ..model })
}

/// The content of the files at `paths`.
///
/// # Errors
/// All that cannot be read.
pub(crate) fn texts(paths: &[PathBuf]) -> Result<Vec<Source<'static>>, Failure> {
    let (mut sources, mut faults) = (Vec::new(), Vec::new());
    for path in paths {
        match read_text(path) {
            Ok(source) => sources.push(source),
            Err(fault) => faults.push(fault),
        }
    }
    Ok(Faults::check(faults, sources)?)
}

/// What `--type` names.
///
/// # Errors
/// If it names nothing or more than one thing; candidates are listed.
pub(crate) fn target(rulebook: &Rulebook<'_>, text: &str, is_embedded: bool) -> Result<Target, Failure> {
    named(rulebook, text).map_err(|reason| Failure::new(format_args!("--type: {}{reason}", of(is_embedded))))
}

/// What stands before it where the schema does not have something: which one that is, if it was not given.
fn of(is_embedded: bool) -> &'static str {
    if is_embedded { "embedded schema: " } else { "" }
}

/// What `text` names: a type, a collection of one, or the body of an action.
///
/// # Errors
/// If it names nothing or more than one thing; candidates are listed.
pub(crate) fn named(rulebook: &Rulebook<'_>, text: &str) -> Result<Target, String> {
    // Names may have spaces, and whoever writes a list of parameters puts some behind its commas.
    if let Ok(target) = Target::parse(rulebook.table(), text.trim()) {
        return Ok(target);
    }
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    Target::parse(rulebook.table(), &compact).map_err(|error| match untabled(rulebook.model(), &compact) {
        Some(what) => format!("`{compact}` is {what}"),
        None => error.to_string(),
    })
}

/// What `text` is, if it names something that the schema declares and that is no payload by itself.
fn untabled(model: &Model, text: &str) -> Option<String> {
    let name = model.declared(without_overload(MaybeCollection::parse(text).item))?;
    if model.functions.contains_key(&name) {
        return Some("a function, which has no body; expected a type or action".to_owned());
    }
    let definition = model.definitions.get(&name)?;
    Some(format!(
        "a type definition, which is no payload by itself; expected a type or action, or `{}`",
        definition.underlying
    ))
}
