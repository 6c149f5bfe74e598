//! `odatype validate`.

mod report;

use std::{
    io::Read as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use odatype_validate::Validator;

use crate::{failure::Failure, output, profile::Profile, schema};
use report::{Checked, Report};

/// Validate JSON payloads against a schema
///
/// Prints every finding: file, line, column, JSON pointer, what was expected, what was found and, where a name is nearly
/// right, what was probably meant. Prints nothing for a valid payload.
#[derive(Args)]
#[command(after_long_help = "\
Exit status: 0 if every payload is valid; 1 if there are findings (that a payload is not JSON is one); 2 if a file \
cannot be read, the schema is faulty or does not have the type. The payloads that can be read are validated all the same.

With --format json, one object is printed:

  {
    \"type\": \"microsoft.graph.answer(microsoft.graph.call)\",   the type as the schema names it
    \"profile\": \"strict\",
    \"valid\": false,                 whether every file is
    \"files\": [                      in the order given
      {
        \"file\": \"answer.json\",      as given
        \"valid\": false,
        \"findings\": [               in the order of the text
          {
            \"line\": 2, \"column\": 18, \"offset\": 19,     from 1, 1 (in characters) and 0 (in bytes)
            \"pointer\": \"/callbackUri\",                  RFC 6901
            \"rule\": \"pattern\",
            \"expected\": \"…\", \"found\": \"…\",
            \"suggestion\": null                          or the text to write instead
          }
        ]
      },
      { \"file\": \"gone.json\", \"valid\": false, \"error\": \"…\" }    could not be read
    ]
  }

A rule is one of syntax, repeated, type, text, tag, member, undeclared, required, range, length, pattern, count, other.")]
pub(crate) struct Validate {
    /// A CSDL file, JSON or XML; may be given many times. If absent, the embedded schema of Microsoft Graph
    /// communications with its overlay
    #[arg(long = "schema", value_name = "FILE")]
    schemas: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// What the payloads are: `ns.Type`, `Collection(ns.Type)`, `ns.action` for its body, or one overload,
    /// `ns.action(ns.Type)`
    #[arg(long = "type", value_name = "NAME")]
    ty: String,
    /// What to hold payloads against
    #[arg(long, value_enum, default_value_t = Profile::Strict)]
    profile: Profile,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Payloads; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One a line: `file:line:column: pointer: expected …, found …`
    Text,
    /// One JSON object, see the end of this help
    Json,
}

impl Validate {
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        if self.files.iter().filter(|file| is_stdin(file)).count() > 1 {
            return Err(Failure::new("`-`, standard input, can be read once only, but it was given more than once"));
        }
        let model = schema::load(&self.schemas, &self.overlays)?;
        let target = schema::target(&model, &self.ty, self.schemas.is_empty())?;
        let validator = Validator::new(&model, &target, self.profile.into()).map_err(Failure::new)?;
        let files = self.files.iter().map(|file| check(&validator, file)).collect();
        let report = Report { ty: target.qualified(&model), profile: self.profile, files };
        output::to_stdout(|stdout| match self.format {
            Format::Text => report.text(stdout),
            Format::Json => report.json(stdout),
        })?;
        let errors: Vec<String> = report.errors().collect();
        match (errors.is_empty(), report.is_valid()) {
            (false, _) => Err(Failure::all(errors)),
            (true, true) => Ok(ExitCode::SUCCESS),
            (true, false) => Ok(ExitCode::from(1)),
        }
    }
}

/// Reads and validates one payload.
fn check(validator: &Validator, file: &Path) -> Checked {
    let read = if is_stdin(file) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let outcome = match read {
        Ok(bytes) => Ok(validator.validate_slice(&bytes)),
        Err(error) => Err(format!("cannot be read: {error}")),
    };
    Checked { name: file.display().to_string(), outcome }
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}
