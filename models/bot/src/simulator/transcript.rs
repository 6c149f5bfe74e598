//! What was said, line by line.

use std::fmt;

/// Who says something to whom, or to himself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The service to the bot.
    ToBot,
    /// The bot to the service.
    ToService,
    /// The bot, of itself.
    Bot,
    /// A headline.
    Flow,
}

/// What was said, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript(Vec<(Way, String)>);

impl Transcript {
    /// Adds a line.
    pub(super) fn add(&mut self, way: Way, what: impl Into<String>) {
        self.0.push((way, what.into()));
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (way, what)) in self.0.iter().enumerate() {
            match way {
                Way::Flow if place == 0 => writeln!(formatter, "# {what}\n")?,
                Way::Flow => writeln!(formatter, "\n# {what}\n")?,
                Way::ToBot => writeln!(formatter, "service ──▶ bot    {what}")?,
                Way::ToService => writeln!(formatter, "service ◀── bot    {what}")?,
                Way::Bot => writeln!(formatter, "            bot  · {what}")?,
            }
        }
        Ok(())
    }
}
