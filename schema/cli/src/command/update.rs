//! `odatype update`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use odatype_diff::Changes;
use odatype_schema::{Rulebook, Slice, model::Model, read_text, slice_other_files};

use crate::{
    changes::{Concerned, Format, breaks},
    compared,
    failure::Failure,
    generate::{self, Names},
    output::{self, Destination},
    warnings::Warnings,
};

/// Cut a slice anew out of a service's new metadata, and tell what changed
///
/// Slices, lays the overlays over the slice, sees whether Rust can be generated from it, prints what changed against
/// the old slice, and only then writes. Whatever is wrong, the old files stay as they are. Where the manifest names its
/// metadata's SHA-256, that is written anew too.
#[derive(Args)]
#[command(after_long_help = "\
Exit status: 0 if it is written; 1 if something breaks that --fail-on names, and nothing is written; 2 if something is \
wrong, and nothing is written.")]
pub(crate) struct Update {
    /// CSDL files, XML ($metadata as the service gives it) or JSON
    #[arg(required = true, value_name = "METADATA")]
    metadata: Vec<PathBuf>,
    /// What to cut out, in TOML
    #[arg(long, value_name = "FILE")]
    manifest: PathBuf,
    /// A CSDL JSON file that must fit over the slice; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    names: Names,
    /// Take it that enumeration types have all the members that there are, as code does that was generated so
    #[arg(long)]
    exhaustive: bool,
    /// The slice; the manifest's path with `.csdl.json` for `.toml` if absent
    #[arg(short, long, value_name = "SLICE")]
    output: Option<PathBuf>,
    /// How changes are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write nothing, and exit with 1, where something breaks one of these
    #[arg(long, value_enum, value_name = "AUDIENCE", value_delimiter = ',')]
    fail_on: Vec<Concerned>,
    #[command(flatten)]
    warnings: Warnings,
}

impl Update {
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        let path = self.output.clone().unwrap_or_else(|| self.manifest.with_extension("csdl.json"));
        let inputs = self.metadata.iter().chain(&self.overlays).chain([&self.manifest]);
        let destination = Destination::file(&path, inputs)?;
        let slice = slice_other_files(&self.metadata, &self.manifest)?;
        let name = path.display().to_string();
        let model = compared::laid_over(&name, &slice.text, &self.overlays, self.exhaustive)?;
        let book = Rulebook::new(&model)?;
        self.warnings.tell(slice.warnings.iter().chain(&model.warnings).chain(book.warnings()))?;
        generate::check(&book, &self.names)?;
        if let Some(changes) = self.changes(&path, &slice, &book)? {
            self.format.print(&changes)?;
            if breaks(&changes, &self.fail_on) {
                return Ok(ExitCode::from(1));
            }
        }
        self.write(&destination, &slice)?;
        Ok(ExitCode::SUCCESS)
    }

    /// What changed against the slice at `path`; nothing if there is none.
    fn changes(&self, path: &Path, slice: &Slice, new: &Rulebook<'_>) -> Result<Option<Changes>, Failure> {
        if !path.exists() {
            return Ok(None);
        }
        let old = read_text(path)?;
        let (plain, laid): (Model, Result<Model, Failure>) = (
            compared::laid_over(&old.name, &old.text, &[], self.exhaustive)?,
            compared::laid_over(&old.name, &old.text, &self.overlays, self.exhaustive),
        );
        if let Ok(laid) = laid {
            return compared::compare(&Rulebook::new(&laid)?, new, &self.names).map(Some);
        }
        // The overlays may already be those of the new slice; without them both can still be compared.
        eprintln!("note: the overlays do not fit over the old slice, so that both are compared without them");
        let model = compared::laid_over(&old.name, &slice.text, &[], self.exhaustive)?;
        compared::compare(&Rulebook::new(&plain)?, &Rulebook::new(&model)?, &self.names).map(Some)
    }

    /// Writes the manifest, if it changes, and the slice: both or none.
    fn write(&self, destination: &Destination<'_>, slice: &Slice) -> Result<(), Failure> {
        let Some(manifest) = &slice.manifest else { return destination.write(&slice.text) };
        let before = read_text(&self.manifest)?;
        output::to_file(&self.manifest, manifest)?;
        destination.write(&slice.text).map_err(|failure| match output::to_file(&self.manifest, &before.text) {
            Ok(()) => failure,
            Err(more) => failure.and(more),
        })
    }
}
