//! Whether values of payloads may be told.

use std::{
    fmt,
    sync::atomic::{AtomicBool, Ordering},
};

static HIDDEN: AtomicBool = AtomicBool::new(false);

/// From now on, in the whole program, findings, errors and `Debug` tell the kinds of values (`a string of 12
/// characters`) and not the values themselves: payloads hold phone numbers, tokens and what people write to each other.
/// Names of members and of types are told all the same.
///
/// `hide_values(false)` lets them be told again.
pub fn hide_values(hidden: bool) {
    HIDDEN.store(hidden, Ordering::Relaxed);
}

/// Whether [`hide_values`] is on.
#[must_use]
pub fn values_are_hidden() -> bool {
    HIDDEN.load(Ordering::Relaxed)
}

/// What stands for a value that is hidden.
pub(crate) struct Hidden;

impl fmt::Debug for Hidden {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}
