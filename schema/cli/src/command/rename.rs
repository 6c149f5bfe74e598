//! `odatype rename`.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use odatype_codegen::{Renames, tell_apart};
use odatype_json::visible;
use odatype_schema::{Guesses, Rulebook, Source, draft, model::Model, read_text, rename_target};

use crate::{
    compared, edit,
    failure::Failure,
    generate, output,
    schema::{self, Versioning},
};

/// Write the Rust names that tell colliding names apart into an overlay or a manifest
///
/// Two wire names may become one Rust name. Each pair that no rename tells apart yet gets one, for the one that does
/// not keep its name: an entity type keeps it before a complex type, that before others; otherwise what is declared
/// first, of types what sorts first. The other gets a number (`Solution2`, `query_string_2`). The file keeps its
/// comments and its layout; what was written is printed, one a line. If nothing collides, standard error says so. Of names
/// that no file can have, those of allowed values, it says what to give to the other subcommands or to the macro.
/// Without --manifest, the last overlay is written.
#[derive(Args)]
pub(crate) struct Rename {
    /// CSDL files, JSON or XML, or folders of them; with --manifest, the metadata that it is cut out of
    #[arg(required = true, value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// The slice's manifest, which gets the names
    #[arg(long, value_name = "FILE", required_unless_present = "overlays")]
    manifest: Option<PathBuf>,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// What keeps its name, by its wire name as in --rename; may be given many times
    #[arg(long, value_name = "WIRE")]
    keep: Vec<String>,
    #[command(flatten)]
    versioning: Versioning,
}

impl Rename {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let model = match &self.manifest {
            Some(manifest) => compared::sliced(&self.schemas, manifest, &self.overlays, false)?,
            None => schema::whole(&self.schemas, &self.overlays, self.versioning)?,
        };
        let book = Rulebook::new(&model)?;
        let keep: BTreeSet<String> = self.keep.iter().cloned().collect();
        if let Some(unknown) = keep.iter().find(|key| rename_target(&model, key).is_none()) {
            let near = Guesses::new(&model).of_key(unknown).map_or(String::new(), |near| format!("; {near}"));
            return Err(Failure::new(format_args!("--keep: `{unknown}` names nothing in the schema{near}")));
        }
        let names =
            tell_apart(&book, &Renames::default(), &keep).map_err(|errors| generate::failure(&(*errors).into()))?;
        if names.is_empty() {
            // Standard output is for names; that standard error is closed is no reason to fail.
            let _ = writeln!(io::stderr(), "nothing collides");
            return Ok(());
        }
        let Some(path) = self.manifest.as_ref().or(self.overlays.last()) else { return Ok(()) };
        let (names, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
            names.into_iter().partition(|(key, _)| rename_target(&model, key).is_some());
        if !names.is_empty() {
            self.write(path, &model, &names)?;
        }
        let what = if self.manifest.is_some() { "a manifest" } else { "an overlay" };
        for (key, name) in &others {
            let line = format!(
                "{}: `{key}` cannot be named in {what}: give `--rename \"{key}={name}\"` to the other subcommands, or \
                 `rename = {{ \"{key}\" = \"{name}\" }}` to the macro",
                path.display()
            );
            let _ = writeln!(io::stderr(), "{}", visible(&line));
        }
        Ok(())
    }

    /// Writes `names`, all of which have a place there, to the file at `path`.
    fn write(&self, path: &Path, model: &Model, names: &BTreeMap<String, String>) -> Result<(), Failure> {
        let before = read_text(path)?;
        let after = match &self.manifest {
            Some(_) => edit::manifest(&before.text, names),
            None => edit::overlay(&before.text, model, names),
        };
        let after = after.map_err(|problem| Failure::new(format_args!("{}: {problem}", path.display())))?;
        match &self.manifest {
            Some(manifest) => self.check_slice(manifest, names)?,
            None => self.check(&before.name, &after)?,
        }
        output::to_file(path, &after)?;
        let line = |(key, name): (&String, &String)| visible(&format!("{key} = {name}")) + "\n";
        output::print(&names.iter().map(line).collect::<String>())
    }

    /// Whether the slice, without overlays, has all that `names` names.
    fn check_slice(&self, manifest: &Path, names: &BTreeMap<String, String>) -> Result<(), Failure> {
        if self.overlays.is_empty() {
            return Ok(());
        }
        let slice = compared::sliced(&self.schemas, manifest, &[], false)?;
        match names.keys().find(|key| rename_target(&slice, key).is_none()) {
            None => Ok(()),
            Some(key) => Err(Failure::new(format_args!(
                "{}: `{key}` is an overlay's, and has to be named there",
                manifest.display()
            ))),
        }
    }

    /// Whether everything can be generated with the last overlay as it will be.
    fn check(&self, name: &str, text: &str) -> Result<(), Failure> {
        let mut overlays = schema::texts(self.overlays.get(..self.overlays.len() - 1).unwrap_or_default())?;
        overlays.push(Source { name: name.to_owned(), text: text.into() });
        let mut sources = Vec::new();
        for path in &self.schemas {
            for path in odatype_schema::documents(path)? {
                sources.push(read_text(&path)?);
            }
        }
        let model = self.versioning.of(draft(&sources, &overlays)).whole()?;
        let book = Rulebook::new(&model)?;
        let more = tell_apart(&book, &Renames::default(), &BTreeSet::new())
            .map_err(|errors| generate::failure(&(*errors).into()))?;
        // What has no place in an overlay is said once the others are written.
        match more.keys().find(|key| rename_target(&model, key).is_some()) {
            None => Ok(()),
            Some(key) => Err(Failure::new(format_args!("{name}: `{key}` collides even with what was to be written"))),
        }
    }
}
