//! Walks a JSON text with our reader and with others: every member's name, string and number is looked at and counted,
//! so that all do the same work.

mod hifijson;
mod jiter;
mod lazy;
mod ours;
mod visitor;

use std::error::Error;

pub(crate) use self::{
    hifijson::hifijson,
    jiter::{jiter, jiter_raw},
    lazy::sonic_lazy,
    ours::{ours, ours_unique},
    visitor::{serde_json, sonic},
};

/// A way to walk the text.
pub(crate) type Walk = fn(&[u8]) -> Result<Digest, Box<dyn Error>>;

/// What was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Digest {
    /// Members, and the length of all their names.
    names: (usize, usize),
    /// Strings, and the length of all of them.
    strings: (usize, usize),
    /// Numbers.
    numbers: usize,
    /// `null`, `true` and `false`.
    words: usize,
    /// Objects and arrays.
    containers: usize,
}

impl Digest {
    fn name(&mut self, length: usize) {
        self.names = (self.names.0 + 1, self.names.1 + length);
    }

    fn string(&mut self, length: usize) {
        self.strings = (self.strings.0 + 1, self.strings.1 + length);
    }
}
