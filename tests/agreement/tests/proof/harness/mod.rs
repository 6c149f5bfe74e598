//! From texts of schemas and payloads to verdicts.

mod exact;
mod judge;
mod payload;
mod report;
mod trial;

pub(crate) use exact::{Exactly, Reads};
pub(crate) use judge::{AT, Judges, PROFILES, Verdicts, location, target};
pub(crate) use payload::{Outcome, hold, hold_validation};
pub(crate) use report::Report;
pub(crate) use trial::{Trial, read};
