//! Measures odatype against its rivals.
//!
//! `cargo run --release -p odatype-bench` decodes, encodes and validates, all contestants in turn in one process; `--
//! build` compiles, which takes minutes; `-- atlas` opens an atlas of 4,000 types in a browser. Payloads and metadata
//! are found through `ODATYPE_DATA`.

mod atlas;
mod compile;
mod contest;
mod counter;
mod ordered;
mod payload;
#[allow(dead_code, reason = "the build script uses the rest")]
mod rival;
mod rivals;
mod row;
mod runtime;
mod touch;
mod walk;

use std::{error::Error, ffi::OsString, fs, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{payload::Payloads, row::Row, runtime::Setting};

#[global_allocator]
static ALLOCATOR: counter::Counter = counter::Counter;

/// The whole service that is compiled.
const METADATA: &str = "metadata/graph-v1.0-2026-08.xml";

/// Measures odatype against its rivals
#[derive(Parser)]
struct Arguments {
    /// Write the rows as JSON to this file too.
    #[arg(long, value_name = "FILE", global = true)]
    json: Option<PathBuf>,
    /// Only the rows whose name begins so; may be given several times.
    #[arg(long, value_name = "ROW", global = true)]
    only: Vec<String>,
    /// How many rounds each contest has.
    #[arg(long, default_value_t = 200)]
    rounds: u32,
    #[command(subcommand)]
    command: Option<Action>,
}

#[derive(Subcommand)]
enum Action {
    /// Measure what compiling costs; takes many minutes
    Build,
    /// Measure how long an atlas of 4,000 types takes to make and to open; needs Chromium
    Atlas,
    /// Run a command and print its processor seconds and largest memory
    #[command(name = compile::FLAG, hide = true)]
    UsageOf {
        #[arg(last = true, required = true)]
        command: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether every limit was kept.
fn run(arguments: &Arguments) -> Result<bool, Box<dyn Error>> {
    match &arguments.command {
        None => {}
        Some(Action::UsageOf { command }) => return compile::report(command),
        Some(Action::Atlas) => return report(&atlas::rows(&arguments.only)?, arguments),
        Some(Action::Build) => {
            let folder = payload::data().ok_or("ODATYPE_DATA is not set: it names the folder with `metadata/`")?;
            let rows = compile::rows(folder.join(METADATA), &arguments.only)?;
            return report(&rows, arguments);
        }
    }
    let payloads = Payloads::load()?;
    if !payloads.from_corpus {
        eprintln!("ODATYPE_DATA is not set: payloads of our own instead of the corpus's");
    }
    let rows = runtime::rows(&Setting { payloads, rounds: arguments.rounds.max(1) }, &arguments.only)?;
    report(&rows, arguments)
}

fn report(rows: &[Row], arguments: &Arguments) -> Result<bool, Box<dyn Error>> {
    print!("{}", row::table(rows));
    if let Some(file) = &arguments.json {
        fs::write(file, format!("{:#}\n", row::json(rows)))?;
    }
    if rows.is_empty() {
        return Err("no row has a name that begins so".into());
    }
    Ok(!rows.iter().any(Row::is_missed))
}
