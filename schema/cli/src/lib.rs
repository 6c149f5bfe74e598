//! The command `odatype`: slices OData schemas, compares them, generates Rust and JSON Schema from them, and validates
//! payloads.
//!
//! Each subcommand is a file in `command`; all of them read with `schema`, tell what is odd about it with `warnings`,
//! write with `output` and fail with `failure`. Each of these uses only those that the list below has before it:
//! `line`, `failure`, `stream`, `output` and `warnings`, `edit`, `profile`, `schema`, `generate`, `changes`,
//! `compared`, `replay`, `command`.

mod changes;
mod command;
mod compared;
mod edit;
mod failure;
mod generate;
mod output;
mod profile;
mod replay;
mod schema;
mod stream;
mod warnings;

use std::process::ExitCode;

use clap::Parser;

/// Types, JSON Schema and validation for OData services, from a schema that is checked in
#[derive(Parser)]
#[command(
    name = "odatype",
    version,
    after_help = "Exit status: 0 done, or valid; 1 findings in a payload, or a change that breaks; 2 could not run."
)]
struct Arguments {
    #[command(subcommand)]
    command: command::Command,
}

/// Does what the program's arguments say, and gives its exit status. What it prints goes to the standard streams.
#[must_use]
pub fn run() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(code) => code,
        Err(failure) => {
            failure.report();
            ExitCode::from(2)
        }
    }
}
