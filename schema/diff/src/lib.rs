//! What changed between two schemas, and what each change means for code that uses the generated types, for payloads
//! that one sends and for payloads that one receives.
//!
//! [`compare`] takes what two schemas mean (two rulebooks) and gives a list of [`Change`]s. It knows nothing of Rust
//! code beyond what [`severity`] says of it; what a change means is decided in that one table, which `docs/updates.md`
//! shows.
//!
//! Descriptions and other annotations that neither a rule nor a name comes from are not compared, nor is what
//! containers serve, but for the names of operations' imports, which are in URLs.

mod change;
mod constraint;
mod enumeration;
mod fit;
mod kind;
mod likeness;
mod named;
mod operation;
mod rename;
mod report;
mod schema;
pub mod severity;
mod side;
mod structured;
mod types;

use odatype_schema::Rulebook;

pub use change::{Change, Changes};
pub use kind::Kind;
pub use likeness::likeness;
pub use severity::{Audience, Case, Severity, Verdict};

use side::Pair;

/// Everything that changed from `old` to `new`, sorted by target.
#[must_use]
pub fn compare(old: &Rulebook<'_>, new: &Rulebook<'_>) -> Changes {
    let pair = Pair::new(old, new);
    let mut changes = Vec::new();
    types::compare(&pair, &mut changes);
    operation::compare(&pair, &mut changes);
    schema::compare(&pair, &mut changes);
    changes.into_iter().collect()
}
