//! What the bot says of what it does: a line for each thing.

use odatype::Findings;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

/// Where the bot says what it does. Copies say it in the same place.
#[derive(Clone, Debug)]
pub struct Notes(UnboundedSender<String>);

impl Notes {
    /// A place for notes, and who reads them.
    #[must_use]
    pub fn new() -> (Self, UnboundedReceiver<String>) {
        let (sender, receiver) = mpsc::unbounded_channel();
        (Self(sender), receiver)
    }

    /// Says something. Nobody need listen.
    pub(crate) fn note(&self, line: impl Into<String>) {
        let _ = self.0.send(line.into());
    }

    /// Says what the service sent that does not fit its schema.
    pub(crate) fn misfits(&self, findings: &Findings) {
        for finding in findings {
            self.note(format!("not as the schema has it: {finding}"));
        }
    }
}
