//! Members that say one thing: an overlay may say it where the schema says nothing, and again, and nothing else.

use std::fmt::Display;

use super::known::of_known;
use crate::{document::Defaults, fault::Fault, model::Location};

/// What an overlay says of something that the schema has.
pub(super) struct Said<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Where the overlay speaks of it, and where it is declared.
    pub(super) at: (&'a Location, &'a Location),
    pub(super) defaults: &'a Defaults,
    pub(super) faults: &'a mut Vec<Fault>,
}

impl Said<'_> {
    /// Takes over what the schema does not say.
    pub(super) fn one<T: Display>(&mut self, member: &str, known: &mut Option<T>, more: Option<T>) {
        let Some(more) = more else { return };
        match known {
            None => *known = Some(more),
            // One value may be written as text and as a number.
            Some(known) if known.to_string().trim_matches('"') == more.to_string().trim_matches('"') => {}
            Some(known) => {
                let message = format!("`{member}` is `{more}`, but the schema says `{known}`");
                self.refuse(message);
            }
        }
    }

    /// What is true or false, and false where nothing is said.
    pub(super) fn switch(&mut self, member: &'static str, known: bool, more: bool) {
        if more != known && (more || self.defaults.is_written(self.at.0, member)) {
            self.refuse(format!("`{member}` is `{more}`, but the schema says `{known}`"));
        }
    }

    pub(super) fn refuse(&mut self, message: String) {
        self.faults.push(of_known(self.at.0, message, &self.name, self.at.1));
    }
}
