//! `odatype slice`.

use std::path::PathBuf;

use clap::Args;

use odatype_schema::Versions;

use crate::{failure::Failure, output::Output, schema::Versioning, warnings::Warnings};

/// Cut out of a service's metadata what the roots of a manifest reach, or write all of it as CSDL JSON
///
/// Without a manifest, every declaration, annotation and container is written, in one document that is read back to the
/// same schema; a name that CSDL JSON cannot hold is an error. With one:
///
/// Writes CSDL JSON: the types of all slots, with their ancestors and with all that derives from a slot's type. The
/// file says where it came from, and is the same, byte for byte, when made again.
#[derive(Args)]
#[command(after_long_help = "\
A manifest (each list of roots is optional):

  service = \"https://graph.microsoft.com\"
  version = \"v1.0\"
  date = \"2026-08\"
  sha256 = [\"9f86d081…\"]                         # optional: of the files; others are refused
  annotations = [\"Org.OData.Validation.V1.*\"]   # optional: terms to keep
  versions = \"latest\"                            # optional: all versions of a type (ns.v1_2_0.Type) are one

  [roots]
  types = [\"microsoft.graph.call\"]              # each with what derives from it
  derived = [\"microsoft.graph.commsOperation\"]  # every descendant of these
  namespaces = [\"microsoft.graph.callRecords\"]  # every type of these
  actions = [\"microsoft.graph.answer\"]          # or one overload: \"ns.mute(ns.call)\"
  functions = [\"microsoft.graph.delta\"]         # likewise
  bound = [\"microsoft.graph.call\"]              # every operation bound to these or collections
  where-declared = [\"microsoft.graph.new\"]      # what not every revision of the service has

  [rename]                                      # optional: names in Rust, as --rename of the other subcommands
  \"microsoft.graph.call.final\" = \"last\"")]
pub(crate) struct Slice {
    /// CSDL files, XML ($metadata as the service gives it) or JSON, or folders of them
    #[arg(required = true, value_name = "METADATA")]
    metadata: Vec<PathBuf>,
    /// What to cut out, in TOML; everything if absent
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    warnings: Warnings,
}

impl Slice {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let destination = self.output.beside(self.metadata.iter().chain(&self.manifest))?;
        let versions = self.versioning.versions;
        let slice = match &self.manifest {
            None => odatype_schema::whole_files(&self.metadata, versions)?,
            Some(_) if versions != Versions::default() => {
                return Err(Failure::new("--versions: a manifest says that itself, by `versions = \"latest\"`"));
            }
            Some(manifest) => odatype_schema::slice_files(&self.metadata, manifest)?,
        };
        self.warnings.tell(&slice.warnings)?;
        destination.write(&slice.text)
    }
}
