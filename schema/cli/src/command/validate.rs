//! `odatype validate`.

mod report;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use odatype::{Error, Findings, Rule, Schema, json_schema::Validator};
use odatype_schema::{Rulebook, read_bytes, read_stream};

use crate::{
    failure::Failure,
    output,
    profile::Profile,
    schema::{self, Versioning},
    warnings::Warnings,
};
use report::{Checked, Report};

/// Validate JSON payloads against a schema
///
/// Prints every finding: file, line, column, JSON pointer, what was expected, what was found and, where a name is nearly
/// right, what was probably meant. Prints nothing for a valid payload.
#[derive(Args)]
#[command(after_long_help = help())]
pub(crate) struct Validate {
    /// A CSDL file, JSON or XML, or a folder of them; may be given many times. If absent, the embedded schema of Microsoft Graph
    /// communications with its overlay
    #[arg(long = "schema", value_name = "FILE")]
    schemas: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    /// What the payloads are: `ns.Type`, `Collection(ns.Type)`, `ns.action` for its body, or one overload,
    /// `ns.action(ns.Type)`
    #[arg(long = "type", value_name = "NAME")]
    ty: String,
    /// What to hold payloads against
    #[arg(long, value_enum, default_value_t = Profile::Strict)]
    profile: Profile,
    /// What finds
    #[arg(long, value_enum, default_value_t = Engine::Decoder)]
    engine: Engine,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// How many findings are printed as text, all payloads together; 0 for all
    #[arg(long, value_name = "N", default_value_t = 1000)]
    limit: usize,
    /// Print what kinds of values were found, and not the values themselves
    #[arg(long)]
    hide_values: bool,
    #[command(flatten)]
    warnings: Warnings,
    /// Payloads; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// What holds a payload against the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// The decoder, which reads the payload once and knows every rule of the schema
    Decoder,
    /// The JSON Schema that `odatype json-schema` writes, by a validator of JSON Schema: slower, and without the few rules
    /// that JSON Schema cannot say
    JsonSchema,
}

impl Engine {
    /// Its name on the command line.
    fn as_str(self) -> &'static str {
        match self {
            Self::Decoder => "decoder",
            Self::JsonSchema => "json-schema",
        }
    }
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
        odatype::hide_values(self.hide_values);
        let model = schema::load(&self.schemas, &self.overlays, self.versioning, &self.ty)?;
        let rulebook = Rulebook::new(&model)?;
        self.warnings.tell(model.warnings.iter().chain(rulebook.warnings()))?;
        let target = schema::target(&rulebook, &self.ty, self.schemas.is_empty())?;
        let (ty, schema) = (target.qualified(rulebook.table()), Schema::leaked(rulebook.table()));
        match self.engine {
            Engine::Decoder => self.check(&ty, &|json| schema.validate(&ty, json, self.profile.into())),
            Engine::JsonSchema => {
                let validator = Validator::new(schema, self.profile.into());
                self.check(&ty, &|json| validator.validate_as(&ty, json))
            }
        }
    }

    /// Validates one payload after the other, and prints what is found.
    fn check(&self, ty: &str, validate: &dyn Fn(&[u8]) -> Result<Findings, Error>) -> Result<ExitCode, Failure> {
        let mut errors = Vec::new();
        let mut is_valid = true;
        output::to_stdout(|stdout| {
            let mut report = match self.format {
                Format::Text => Report::text(stdout, self.limit),
                Format::Json => Report::json(stdout, ty, self.profile.as_str(), self.engine.as_str())?,
            };
            for file in &self.files {
                let outcome = read(file).and_then(|json| validate(&json).map_err(|error| error.to_string()));
                let checked = Checked { name: file.display().to_string(), outcome };
                is_valid &= checked.is_valid();
                errors.extend(checked.error());
                report.file(&checked)?;
            }
            report.end(is_valid)
        })?;
        match (errors.is_empty(), is_valid) {
            (false, _) => Err(Failure::all(errors)),
            (true, true) => Ok(ExitCode::SUCCESS),
            (true, false) => Ok(ExitCode::from(1)),
        }
    }
}

/// The content of one payload, or why it cannot be read.
fn read(file: &Path) -> Result<Vec<u8>, String> {
    if is_stdin(file) {
        read_stream(std::io::stdin().lock()).map_err(|error| format!("cannot be read: {error}"))
    } else {
        read_bytes(file).map_err(|fault| fault.message)
    }
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// What the long help says after the options.
fn help() -> String {
    let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    format!("{HELP}{}.", rules.join(", "))
}

const HELP: &str = "\
Exit status: 0 if every payload is valid; 1 if there are findings (that a payload is not JSON is one); 2 if a file \
cannot be read, the schema is faulty or does not have the type. The payloads that can be read are validated all the same. \
What could not be checked (a pattern that needs backtracking) is printed, but makes no payload invalid.

With --format json, one object is printed:

  {
    \"type\": \"microsoft.graph.answer(microsoft.graph.call)\",   the type as the schema names it
    \"profile\": \"strict\",
    \"engine\": \"decoder\",
    \"files\": [                      in the order given
      {
        \"file\": \"answer.json\",      as given
        \"findings\": [               in the order of the text, one a line
          {
            \"line\": 2, \"column\": 18, \"offset\": 19,     from 1, 1 (in characters) and 0 (in bytes)
            \"pointer\": \"/callbackUri\",                  RFC 6901
            \"rule\": \"pattern\",
            \"level\": \"error\",                           or \"not checked\"
            \"type\": \"microsoft.graph.answer(microsoft.graph.call)\",   whose member it is, or null
            \"expected\": \"…\", \"found\": \"…\",
            \"suggestion\": null                          or the text to write instead
          }
        ],
        \"dropped\": 0,               how many more there are, of so many that they were not kept
        \"valid\": false
      },
      { \"file\": \"gone.json\", \"valid\": false, \"error\": \"…\" }    could not be read
    ],
    \"valid\": false                  whether every file is
  }

A rule is one of ";
