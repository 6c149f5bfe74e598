//! The command, where others judge what it prints, and where it judges by JSON Schema: the engine is no default of its
//! package.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod atlas;
mod engine;
mod json_schema;
#[path = "../../../schema/cli/tests/command/replay.rs"]
mod replay;
#[allow(dead_code, reason = "its package's tests need more of it")]
#[path = "../../../schema/cli/tests/command/run.rs"]
mod run;
#[path = "../../../schema/cli/tests/command/sample.rs"]
mod sample;
mod sarif;
mod slice;

/// The command as this package has it.
const PROGRAM: &str = env!("CARGO_BIN_EXE_odatype-command");

/// What it can validate by.
const ENGINES: [&str; 2] = ["decoder", "json-schema"];

/// Archives of a size that takes a while.
const TIMES: usize = 8;
