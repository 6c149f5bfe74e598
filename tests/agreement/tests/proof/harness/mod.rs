//! From texts of schemas and payloads to verdicts.

mod exact;
mod judge;
mod payload;
mod report;
mod trial;

pub(crate) use exact::Exactly;
pub(crate) use judge::{Judges, PROFILES, Verdicts, target};
pub(crate) use payload::{Outcome, hold, hold_validation};
pub(crate) use report::Report;
pub(crate) use trial::{Trial, read};
