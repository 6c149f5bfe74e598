//! The command `odatype`.

use std::process::ExitCode;

fn main() -> ExitCode {
    odatype_cli::run()
}
