//! What is odd about a schema, told to whoever uses it.

use std::io::Write as _;

use clap::Args;
use odatype_json::visible;
use odatype_schema::Fault;

use crate::failure::Failure;

/// How many warnings are printed where nobody asks for all.
const SHOWN: usize = 20;

/// What becomes of warnings.
#[derive(Args)]
pub(crate) struct Warnings {
    /// Print every warning about the schema; without it, the first 20 and how many more there are
    #[arg(long)]
    all_warnings: bool,
    /// Take warnings about the schema as errors
    #[arg(long)]
    deny_warnings: bool,
}

impl Warnings {
    /// `warnings` in the order of their places, each once.
    ///
    /// # Errors
    /// All of them, if they are denied.
    pub(crate) fn allowed<'f>(&self, warnings: impl IntoIterator<Item = &'f Fault>) -> Result<Vec<&'f Fault>, Failure> {
        let mut warnings: Vec<&Fault> = warnings.into_iter().collect();
        warnings.sort();
        warnings.dedup();
        if self.deny_warnings && !warnings.is_empty() {
            return Err(Failure::all(warnings.into_iter().map(|fault| fault.clone().denied().to_string())));
        }
        Ok(warnings)
    }

    /// How many of them are shown.
    pub(crate) fn shown(&self) -> usize {
        if self.all_warnings { usize::MAX } else { SHOWN }
    }

    /// Writes `warnings` to standard error in the order of their places, each once.
    ///
    /// # Errors
    /// All of them, if they are denied.
    pub(crate) fn tell<'f>(&self, warnings: impl IntoIterator<Item = &'f Fault>) -> Result<(), Failure> {
        let warnings = self.allowed(warnings)?;
        let mut stderr = std::io::stderr().lock();
        for warning in warnings.iter().take(self.shown()) {
            // That standard error is closed is no reason not to do what was asked.
            let _ = writeln!(stderr, "{}", visible(&warning.to_string()));
        }
        if let more @ 1.. = warnings.len().saturating_sub(self.shown()) {
            let _ = writeln!(stderr, "{}", not_shown(more));
        }
        Ok(())
    }
}

/// What is said of so many more warnings.
pub(crate) fn not_shown(more: usize) -> String {
    format!("and {more} more warnings; --all-warnings prints them")
}
