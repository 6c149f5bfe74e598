//! `odatype expand`.

use std::path::PathBuf;

use clap::Args;

use crate::{failure::Failure, generate::Generate, output, warnings::Warnings};

/// Generate Rust from a schema: what the macro `odatype::schema!` makes, formatted
///
/// The output is a file to read, or to include as a module of a crate that depends on `odatype`.
#[derive(Args)]
pub(crate) struct Expand {
    #[command(flatten)]
    generate: Generate,
    /// Where to write; standard output if absent
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    warnings: Warnings,
}

impl Expand {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        output::write(self.output.as_deref(), &self.generate.text(&self.warnings)?)
    }
}
