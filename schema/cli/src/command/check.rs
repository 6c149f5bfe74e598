//! `odatype check`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use odatype_json::visible;
use odatype_schema::{read_text, slice_files};

use crate::{failure::Failure, generate::Generate, output, warnings::Warnings};

/// Check that what is checked in belongs together: slice, overlay, generated code
///
/// Reads the schema with its overlays, sees whether Rust can be generated from it, and prints what is out of date: a
/// slice that is not what its manifest makes of the metadata, a generated file that is not what `odatype expand` writes
/// with the same options. Warnings about the schema are printed too. For CI.
#[derive(Args)]
#[command(after_long_help = "\
Exit status: 0 if all is as it should be; 1 if something is out of date, each on a line; 2 if something is wrong: the \
schema, an overlay that does not fit, names that collide, or, with --deny-warnings, a warning.")]
pub(crate) struct Check {
    #[command(flatten)]
    generate: Generate,
    /// The manifest that the schema, a slice, is cut by
    #[arg(long, value_name = "FILE", requires = "metadata")]
    manifest: Option<PathBuf>,
    /// The metadata that the slice is cut out of; may be given many times
    #[arg(long, value_name = "FILE", requires = "manifest")]
    metadata: Vec<PathBuf>,
    /// The file with the generated code
    #[arg(long, value_name = "FILE")]
    expansion: Option<PathBuf>,
    #[command(flatten)]
    warnings: Warnings,
}

impl Check {
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        let sliced = self.manifest.as_deref().map(|manifest| self.slice(manifest)).transpose();
        let (sliced, plan) = Failure::both(sliced, self.generate.plan(&self.warnings))?;
        let mut stale: Vec<String> = sliced.flatten().into_iter().collect();
        if let Some(expansion) = &self.expansion
            && read_text(expansion)?.text.replace("\r\n", "\n") != self.generate.text(&plan)?
        {
            let file = expansion.display();
            stale.push(format!("{file}: is not what the schema makes; write it again with `odatype expand`"));
        }
        output::to_stdout(|out| stale.iter().try_for_each(|line| writeln!(out, "{}", visible(line))))?;
        Ok(if stale.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    /// What is out of date about the slice.
    fn slice(&self, manifest: &Path) -> Result<Option<String>, Failure> {
        let [schema] = self.generate.schemas.as_slice() else {
            return Err(Failure::new("--manifest: a manifest makes one file, but several schemas were given"));
        };
        let slice = slice_files(&self.metadata, manifest)?;
        let (file, manifest) = (schema.display(), manifest.display());
        let is_current = read_text(schema)?.text.replace("\r\n", "\n") == slice.text;
        let stale = format!("{file}: is not what `{manifest}` makes; write it again with `odatype update`");
        Ok((!is_current).then_some(stale))
    }
}
