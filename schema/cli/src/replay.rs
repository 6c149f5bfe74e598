//! An archive of payloads held against two schemas: which verdicts change, and why.
//!
//! A line goes through `archive` (pieces of whole lines) → `line` (what it says of its type) → `typing` (what that is
//! in each schema) → `judge` (both verdicts) → `compare` (their difference) → `tally` (what is counted and told) →
//! `report`; `pool` lets many threads do what is between the archive and the tally, with the memory of a few pieces
//! however long the archive is.

mod archive;
mod compare;
mod difference;
mod explain;
mod judge;
mod line;
mod pool;
mod progress;
mod refusal;
mod report;
mod side;
mod tally;
mod typing;

use std::{path::PathBuf, process::ExitCode};

use crate::{changes::Format, failure::Failure, output, profile::Profile};

pub(crate) use side::{Side, Sides};

/// What is replayed, and how it is told.
pub(crate) struct Replay<'r> {
    /// Both schemas.
    pub(crate) sides: Sides<'r>,
    /// Files, or `-` for standard input.
    pub(crate) files: &'r [PathBuf],
    /// The type of payloads that do not say theirs.
    pub(crate) ty: Option<&'r str>,
    /// What payloads are held against.
    pub(crate) profile: Profile,
    /// How many threads judge.
    pub(crate) threads: usize,
    /// How it is told.
    pub(crate) format: Format,
    /// How many payloads are told one by one.
    pub(crate) limit: u64,
}

impl Replay<'_> {
    /// Replays and reports.
    ///
    /// # Errors
    /// Files that cannot be read, after the report of the others; and a report that cannot be written.
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        let judge = judge::Judge::new(&self.sides, self.ty, self.profile)?;
        let progress = progress::Progress::new(self.files);
        let mut report = report::Report::new(self.format, self.limit);
        let mut total = tally::Total::new(self.files);
        let mut failure = None;
        let unreadable = pool::run(
            archive::Pieces::new(self.files),
            self.threads,
            || judge.worker(),
            |judged: tally::Judged| {
                progress.advance(judged.bytes);
                let told = total.add(judged, |place, told| report.tell(place, told));
                if let Err(error) = told {
                    failure = Some(Failure::new(format_args!("a temporary file: cannot be written: {error}")));
                }
                judge.tell_only(report.is_open());
                failure.is_none()
            },
        );
        progress.end();
        if let Some(failure) = failure {
            return Err(failure);
        }
        let explained = explain::explain(&total, &self.sides);
        output::to_stdout(|out| report.end(out, self.profile, &total, &explained))?;
        if !unreadable.is_empty() {
            return Err(Failure::all(unreadable));
        }
        if total.counts.payloads() == 0 {
            return Err(self.nothing_judged(total.counts.not_judged));
        }
        Ok(if total.changed() == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    /// Why archives tell nothing of which `refused` lines could not be judged and no other is there: that no verdict
    /// changed would pass for good news.
    fn nothing_judged(&self, refused: u64) -> Failure {
        Failure::new(match (refused, self.ty) {
            (0, _) => "nothing was judged: there is no payload in the archives",
            (_, Some(_)) => "nothing was judged: no line of the archives is JSON of a type that a schema has",
            (_, None) => {
                "nothing was judged: no line of the archives is JSON that names a type of the schemas; --type is the type \
                 of payloads that name none"
            }
        })
    }
}
