//! The command `odatype`, as tests run it.

use std::process::ExitCode;

fn main() -> ExitCode {
    odatype_cli::run()
}
