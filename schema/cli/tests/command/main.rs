//! The built command, run as users run it: what it prints, what it writes, and its exit status.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod atlas;
mod diff;
mod drill;
mod endless;
mod expand;
mod formats;
mod graph;
mod json_schema;
mod openapi;
mod output;
mod pages;
mod reach;
mod rename;
mod replay;
mod run;
mod sample;
mod slice;
mod types;
mod update;
mod usage;
mod validate;
mod warnings;

/// The command: each program that tests it has its own.
const PROGRAM: &str = env!("CARGO_BIN_EXE_odatype");

/// What it can validate by.
const ENGINES: [&str; 1] = ["decoder"];

/// How much larger archives are than they must be to have more than one piece.
const TIMES: usize = 1;
