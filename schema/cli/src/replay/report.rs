//! What is printed: sums and groups first, then payloads one by one, which wait in a temporary file until the sums are
//! known.

mod json;
mod markdown;
mod summary;
mod text;

use std::{
    collections::BTreeMap,
    io::{self, Seek as _, Write},
};

use tempfile::SpooledTempFile;

use super::{
    difference::{Changed, Key},
    explain::Reasons,
    tally::{Place, Total},
};
use crate::{changes::Format, profile::Profile};
use summary::Summary;

/// How much waits in memory.
const SPOOL: usize = 1 << 20;

/// The payloads that are told so far.
pub(super) struct Report {
    format: Format,
    /// How many may be told, and how many were.
    limit: u64,
    count: u64,
    told: SpooledTempFile,
}

impl Report {
    /// At most `limit` payloads are told one by one, all if it is 0; in JSON all are.
    pub(super) fn new(format: Format, limit: u64) -> Self {
        let limit = if limit == 0 || format == Format::Json { u64::MAX } else { limit };
        Self { format, limit, count: 0, told: SpooledTempFile::new(SPOOL) }
    }

    /// Whether payloads are still told one by one.
    pub(super) fn is_open(&self) -> bool {
        self.count < self.limit
    }

    /// Tells of a payload, if there is room.
    pub(super) fn tell(&mut self, place: &Place, changed: &Changed) -> io::Result<()> {
        if !self.is_open() {
            return Ok(());
        }
        let text = match self.format {
            Format::Text => text::changed(place, changed),
            Format::Markdown => markdown::changed(place, changed),
            Format::Json => json::changed(place, changed, self.count == 0),
        };
        self.count += 1;
        self.told.write_all(text.as_bytes())
    }

    /// Prints everything.
    pub(super) fn end(
        &mut self,
        out: &mut dyn Write,
        profile: Profile,
        total: &Total<'_>,
        explained: &BTreeMap<&Key, Reasons>,
    ) -> io::Result<()> {
        let untold = (total.changed() + total.counts.other_findings).saturating_sub(self.count);
        let summary = Summary { profile, total, explained, told: self.count, untold };
        match self.format {
            Format::Text => text::begin(out, &summary)?,
            Format::Markdown => markdown::begin(out, &summary)?,
            Format::Json => json::begin(out, &summary)?,
        }
        self.told.rewind()?;
        io::copy(&mut self.told, out)?;
        match self.format {
            Format::Text => text::end(out, &summary),
            Format::Markdown => markdown::end(out, &summary),
            Format::Json => json::end(out, &summary),
        }
    }
}
