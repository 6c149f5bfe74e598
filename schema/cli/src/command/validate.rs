//! `odatype validate`.

mod checked;
mod color;
mod engine;
mod github;
mod json;
mod lines;
mod misplaced;
mod page;
mod payloads;
mod sarif;

use std::{
    io::{IsTerminal as _, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use odatype::{Findings, Rule, Schema};
use odatype_schema::{Fault, Rulebook, read_bytes, read_stream};

use crate::{
    failure::Failure,
    output,
    profile::Profile,
    schema::{self, Versioning},
    stream::{is_stream, named_once},
    warnings::Warnings,
};
use checked::{Checked, Form};
use color::Color;
use engine::{Check, Engine};
use payloads::{Start, payloads};

/// Validate JSON payloads against a schema
///
/// Prints every finding: file, line, column, JSON pointer, what was expected, what was found and, where a name is
/// nearly right, what was probably meant; on a terminal as a picture of the payload's lines. Prints nothing for a valid
/// payload.
#[derive(Args)]
#[command(after_long_help = help())]
pub(crate) struct Validate {
    /// A CSDL file, JSON or XML, or a folder of them; may be given many times. If absent, the embedded schema of
    /// Microsoft Graph communications with its overlay
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
    /// Print advice too: members that are valid and that services ignore, since the service makes their values, clients
    /// only read them, or they do not change (which `--profile create` does not mind)
    #[arg(long)]
    advice: bool,
    /// How findings are printed; if absent, `picture` on a terminal and `text` elsewhere
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Whether a picture has colours
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
    /// How many findings are printed, all payloads together, but for `json` and `sarif`, which have all; 0 for all
    #[arg(long, value_name = "N", default_value_t = 1000)]
    limit: usize,
    /// Print what kinds of values were found, and not the values themselves
    #[arg(long)]
    hide_values: bool,
    #[command(flatten)]
    warnings: Warnings,
    /// Payloads, one a file, or JSON lines, each of which is one, if the first line is; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One a line: `file:line:column: pointer: expected …, found …`
    Text,
    /// The payload's lines with the places marked, what was expected and found there, and where the rule is written
    Picture,
    /// One JSON object, see the end of this help
    Json,
    /// SARIF 2.1.0, for services that show what analysers find; what is odd about the schema is in it too
    Sarif,
    /// Commands of GitHub's workflows (`::error file=…`), which mark lines in a pull request; the schema's warnings too
    Github,
}

impl Validate {
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        named_once(&self.files)?;
        misplaced::first(&self.files)?;
        self.engine.is_there(self.advice)?;
        odatype::hide_values(self.hide_values);
        let model = schema::load(&self.schemas, &self.overlays, self.versioning, &self.ty)?;
        let rulebook = Rulebook::new(&model)?;
        let format = self.format();
        let warnings = model.warnings.iter().chain(rulebook.warnings());
        let warnings = match format {
            Format::Sarif | Format::Github => self.warnings.allowed(warnings)?,
            Format::Text | Format::Picture | Format::Json => self.warnings.tell(warnings).map(|()| Vec::new())?,
        };
        let target = schema::target(&rulebook, &self.ty, self.schemas.is_empty())?;
        let (ty, schema) = (target.qualified(rulebook.table()), Schema::leaked(rulebook.table()));
        let of = Run { format, schema, ty: &ty, warnings: &warnings };
        self.check(&of, &*self.engine.check(schema, &ty, self.profile.into(), self.advice))
    }

    /// How findings are printed.
    fn format(&self) -> Format {
        let is_terminal = || std::io::stdout().is_terminal();
        self.format.unwrap_or_else(|| if is_terminal() { Format::Picture } else { Format::Text })
    }

    /// What prints.
    fn form(&self, run: &Run<'_>, out: &mut dyn Write) -> std::io::Result<Box<dyn Form>> {
        let limit = if self.limit == 0 { usize::MAX } else { self.limit };
        Ok(match run.format {
            Format::Text => Box::new(lines::Lines::text(limit)),
            Format::Picture => Box::new(lines::Lines::picture(limit, self.color.is_on())),
            Format::Json => Box::new(json::Json::new(out, run.ty, self.profile.as_str(), self.engine.as_str())?),
            Format::Sarif => Box::new(sarif::Sarif::new(out, run.warnings)?),
            Format::Github => Box::new(github::Github::new(out, run.warnings, self.warnings.shown(), limit)?),
        })
    }

    /// Validates one payload after the other, and prints what is found.
    fn check(&self, run: &Run<'_>, validate: &Check<'_>) -> Result<ExitCode, Failure> {
        let mut errors = Vec::new();
        let mut is_valid = true;
        // The first that is a response with many.
        let mut of_many = None;
        output::to_stdout(|stdout| {
            let mut form = self.form(run, stdout)?;
            for file in &self.files {
                let mut tell = |start: Start, outcome: Result<Findings, String>| {
                    let checked =
                        Checked { name: file.display().to_string(), is_stdin: is_stream(file), start, outcome };
                    is_valid &= checked.is_valid();
                    errors.extend(checked.error());
                    form.file(stdout, &checked)
                };
                match read(file) {
                    Ok(text) => payloads(&text).try_for_each(|(start, payload)| {
                        let outcome = validate(payload).map_err(|error| error.to_string());
                        if let (None, Ok(findings)) = (&of_many, &outcome) {
                            of_many = page::meant(run.schema, run.ty, payload, findings).map(|ty| (file, ty));
                        }
                        tell(start, outcome)
                    })?,
                    Err(error) => tell(Start::default(), Err(error))?,
                }
            }
            form.end(stdout, is_valid)
        })?;
        if let Some((file, many)) = of_many {
            page::tell(file, run.ty, &many);
        }
        match (errors.is_empty(), is_valid) {
            (false, _) => Err(Failure::all(errors)),
            (true, true) => Ok(ExitCode::SUCCESS),
            (true, false) => Ok(ExitCode::from(1)),
        }
    }
}

/// What all payloads of a run have in common.
struct Run<'r> {
    format: Format,
    schema: &'static Schema,
    /// The type as the schema names it.
    ty: &'r str,
    /// What is odd about the schema, if it is printed with the findings.
    warnings: &'r [&'r Fault],
}

/// The content of one payload, or why it cannot be read.
fn read(file: &Path) -> Result<Vec<u8>, String> {
    if is_stream(file) {
        read_stream(std::io::stdin().lock()).map_err(|error| format!("cannot be read: {error}"))
    } else {
        read_bytes(file).map_err(|fault| fault.message)
    }
}

/// What the long help says after the options.
fn help() -> String {
    let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    format!("{HELP}{}.", rules.join(", "))
}

const HELP: &str = "\
Exit status: 0 if every payload is valid; 1 if there are findings (that a payload is not JSON is one); 2 if a file \
cannot be read, the schema is faulty or does not have the type. The payloads that can be read are validated all the same. \
What could not be checked (a pattern that needs backtracking) is printed, and so is advice, but neither makes a payload invalid.

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
            \"length\": 20,                               in bytes, of what is wrong within that line
            \"pointer\": \"/callbackUri\",                  RFC 6901
            \"rule\": \"pattern\",
            \"level\": \"error\",                           or \"not checked\", or with --advice \"advice\"
            \"type\": \"microsoft.graph.answer(microsoft.graph.call)\",   whose member it is, or null
            \"source\": \"Org.OData.Validation.V1.Pattern of …\",   where the rule is written
            \"expected\": \"…\", \"found\": \"…\",
            \"suggestion\": null                          or the text to write instead
          }
        ],
        \"dropped\": 0,               how many more there are, of so many that they were not kept
        \"valid\": false
      },
      { \"file\": \"many.jsonl\", \"line\": 3, … },        each line of JSON lines, with its number
      { \"file\": \"gone.json\", \"valid\": false, \"error\": \"…\" }    could not be read
    ],
    \"valid\": false                  whether every file is
  }

A rule is one of ";
