//! `odatype sample`.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use clap::Args;
use odatype::Schema;
use odatype_json::visible;
use odatype_schema::Rulebook;

use crate::{
    failure::Failure,
    output,
    schema::{self, Versioning},
    warnings::Warnings,
};

/// Make payloads up that one may send: of a type, of a response with many, or the body of an action
///
/// Prints JSON, a payload a line, each of which `odatype validate` takes in its strict profile. The same seed gives the same
/// payloads. A property of which no value is found (its pattern looks around, say) is left out, which is told on standard
/// error; if an action must have it, that is an error.
#[derive(Args)]
pub(crate) struct Sample {
    /// CSDL files, JSON or XML; if absent, the embedded schema of Microsoft Graph communications with its overlay
    #[arg(value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    /// What the payloads are: `ns.Type`, `Collection(ns.Type)`, `ns.action` for its body, or one overload,
    /// `ns.action(ns.Type)`
    #[arg(long = "type", value_name = "NAME")]
    ty: String,
    /// Which payloads
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 1)]
    count: usize,
    #[command(flatten)]
    warnings: Warnings,
}

impl Sample {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let model = schema::load(&self.schemas, &self.overlays, self.versioning, &self.ty)?;
        let rulebook = Rulebook::new(&model)?;
        self.warnings.tell(model.warnings.iter().chain(rulebook.warnings()))?;
        let target = schema::target(&rulebook, &self.ty, self.schemas.is_empty())?;
        let (ty, schema) = (target.qualified(rulebook.table()), Schema::leaked(rulebook.table()));
        let payloads = schema.payloads(&ty).map_err(|error| Failure::new(format_args!("--type: {error}")))?;
        let mut made = payloads.clone().seeded(self.seed).take(self.count);
        let mut refused = None;
        output::to_stdout_while_read(|stdout| {
            made.try_for_each(|payload| match payload {
                Ok(payload) => writeln!(stdout, "{payload}"),
                Err(error) => {
                    refused.get_or_insert(error);
                    Ok(())
                }
            })
        })?;
        let mut stderr = io::stderr().lock();
        for left_out in payloads.left_out() {
            // That standard error is closed is no reason to fail.
            let _ = writeln!(stderr, "left out: {}", visible(&left_out.to_string()));
        }
        refused.map_or(Ok(()), |error| Err(Failure::new(error)))
    }
}
