//! What all findings of a payload share.

use super::{names::Names, step::Steps};

/// What findings of a payload need to tell where they are and what they mean.
#[derive(Debug)]
pub(super) struct Shared {
    /// The payload, as far as it is text.
    pub(super) text: Box<str>,
    /// The ways to the findings.
    pub(super) steps: Steps,
    /// The types of the schema; none where the text is no JSON.
    pub(super) names: Option<&'static dyn Names>,
}
