//! A bar on a terminal.

use std::{
    io::{IsTerminal as _, stderr},
    path::{Path, PathBuf},
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::stream::is_stream;

/// How far it is; nothing where standard error is no terminal.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new(files: &[PathBuf]) -> Self {
        if !stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        // Of a pipe nobody knows how much there is to come.
        let bar = match files.iter().map(|file| length(file)).sum() {
            Some(length) => ProgressBar::new(length),
            None => ProgressBar::no_length(),
        };
        let template = "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
        Self(match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// So many bytes more.
    pub(super) fn advance(&self, bytes: usize) {
        self.0.inc(bytes as u64);
    }

    /// Takes it off the terminal.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// How long a file is, if it is one.
fn length(path: &Path) -> Option<u64> {
    let known = std::fs::metadata(path).ok().filter(|known| known.is_file() && !is_stream(path))?;
    Some(known.len())
}
