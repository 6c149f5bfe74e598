//! What is told where values are hidden, and where they are not: in a program of its own, since the switch is for all
//! of one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod pictures;
mod values;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Has nobody else turn the switch meanwhile.
fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}
