//! `odatype expand`.

use clap::Args;

use crate::{failure::Failure, generate::Generate, output::Output, warnings::Warnings};

/// Generate Rust from a schema: what the macro `odatype::schema!` makes, formatted
///
/// The output is a file to read, or to include as a module of a crate that depends on `odatype`.
#[derive(Args)]
pub(crate) struct Expand {
    #[command(flatten)]
    generate: Generate,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    warnings: Warnings,
}

impl Expand {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let destination = self.output.beside(self.generate.inputs())?;
        destination.write(&self.generate.text(&self.generate.plan(&self.warnings)?)?)
    }
}
