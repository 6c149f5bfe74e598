//! `odatype sample`.

use std::io::{self, Write as _};

use clap::Args;
use odatype::Schema;
use odatype_json::visible;
use odatype_schema::Rulebook;

use crate::{failure::Failure, output, schema::Given, warnings::Warnings};

/// Make payloads up that one may send: of a type, of a response with many, or the body of an action
///
/// Prints JSON, a payload a line, each of which `odatype validate` takes in its strict profile. The same seed gives the
/// same payloads. A property of which no value is found (its pattern looks around, say) is left out, which is told on
/// standard error; if an action must have it, that is an error.
#[derive(Args)]
pub(crate) struct Sample {
    #[command(flatten)]
    given: Given,
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
        let model = self.given.load(&self.ty)?;
        let rulebook = Rulebook::new(&model)?;
        self.warnings.tell(model.warnings.iter().chain(rulebook.warnings()))?;
        let target = self.given.target(&rulebook, &self.ty)?;
        let (ty, schema) = (target.qualified(rulebook.table()), Schema::leaked(rulebook.table()));
        let payloads = schema.payloads(&ty).map_err(|error| Failure::new(format_args!("--type: {error}")))?;
        let mut refused = None;
        let made = payloads.clone().seeded(self.seed).take(self.count);
        // The first that cannot be made ends it.
        let mut made = made.map_while(|payload| payload.map_err(|error| refused = Some(error)).ok());
        output::to_stdout_while_read(|stdout| made.try_for_each(|payload| writeln!(stdout, "{payload}")))?;
        let mut stderr = io::stderr().lock();
        for left_out in payloads.left_out() {
            // That standard error is closed is no reason to fail.
            let _ = writeln!(stderr, "left out: {}", visible(&left_out.to_string()));
        }
        refused.map_or(Ok(()), |error| Err(Failure::new(error)))
    }
}
