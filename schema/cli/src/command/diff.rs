//! `odatype diff`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use odatype_schema::Rulebook;

use crate::{
    changes::{Concerned, Format, breaks},
    compared,
    failure::Failure,
    generate::Names,
    schema::{self, Versioning},
    warnings::Warnings,
};

/// Tell what changed between two schemas, and whom it concerns
///
/// For each change: what it means for Rust code that uses the generated types, for payloads that one sends, and for
/// payloads that one receives: breaking, additive or nothing, and why. With a manifest, only for what its roots reach.
#[derive(Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Diff {
    /// The old schema and the new one: CSDL files, XML or JSON
    #[arg(value_names = ["OLD", "NEW"], num_args = 2, required_unless_present_all = ["old", "new"])]
    schemas: Vec<PathBuf>,
    /// A further file of the old schema, where it has several; may be given many times
    #[arg(long, value_name = "FILE")]
    old: Vec<PathBuf>,
    /// A further file of the new schema; may be given many times
    #[arg(long, value_name = "FILE")]
    new: Vec<PathBuf>,
    /// A slice's manifest, to compare what its roots reach
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    /// A CSDL JSON file to lay over both; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    #[command(flatten)]
    names: Names,
    /// How changes are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with 1 where something breaks one of these
    #[arg(long, value_enum, value_name = "AUDIENCE", value_delimiter = ',', default_values_t = Concerned::ALL)]
    fail_on: Vec<Concerned>,
    #[command(flatten)]
    warnings: Warnings,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        let files = |first: Option<&PathBuf>, more: &[PathBuf]| -> Vec<PathBuf> {
            first.into_iter().chain(more).cloned().collect()
        };
        let manifest = self.manifest.as_deref();
        let old = self.load(&files(self.schemas.first(), &self.old), manifest);
        let new = self.load(&files(self.schemas.get(1), &self.new), manifest);
        let (old, new) = Failure::both(old, new)?;
        let (before, after) =
            Failure::both(Rulebook::new(&old).map_err(Failure::from), Rulebook::new(&new).map_err(Failure::from))?;
        self.warnings.tell(new.warnings.iter().chain(after.warnings()))?;
        let changes = compared::compare(&before, &after, &self.names)?;
        self.format.print(&changes)?;
        Ok(if breaks(&changes, &self.fail_on) { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    fn load(&self, files: &[PathBuf], manifest: Option<&Path>) -> Result<odatype_schema::model::Model, Failure> {
        match manifest {
            Some(manifest) => compared::sliced(files, manifest, &self.overlays, self.versioning.exhaustive),
            None => schema::whole(files, &self.overlays, self.versioning),
        }
    }
}

const HELP: &str = "\
Exit status: 0 if nothing breaks; 1 if something does, for an audience that --fail-on names; 2 if the schemas cannot be \
read or compared.

With --format json, one object is printed, sorted by target:

  {
    \"changes\": [
      {
        \"change\": \"property-removed\",        the kind; docs/updates.md of the project has all of them
        \"target\": \"ns.Type/member\",          or ns.Type, ns.action(ns.Binding), ns.action(…)/parameter, a namespace
        \"old\": \"Edm.String\", \"new\": null,    how it was and is: text, a number, true or false, null for nothing
        \"see\": \"ns.Type/other\",              the target of the change that belongs to it, or null
        \"code\": \"breaking\",                  breaking, additive or none
        \"send\": \"breaking\",
        \"receive\": \"none\",
        \"because\": \"…\"
      }
    ]
  }";
