//! `odatype replay`.

use std::{num::NonZero, path::PathBuf, process::ExitCode, thread};

use clap::Args;
use odatype_schema::{Rulebook, draft_files, model::Model};

use crate::{
    changes::Format,
    failure::Failure,
    profile::Profile,
    replay::{self, Side, Sides},
    schema::Versioning,
    stream::named_once,
    warnings::Warnings,
};

/// Hold recorded payloads against two schemas, and tell which verdicts change, and why
///
/// An archive has a payload a line, as JSON. Its type is what its tag says (`@odata.type`), or its `@odata.context`, or
/// else --type; or the line is `{"type": "ns.Type", "payload": …}`, where a type is named as in `odatype validate
/// --type`. What is found under one schema only is told by rule and place first, then payload by payload.
#[derive(Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Replay {
    /// The old schema: a CSDL file, XML or JSON, or a folder of them; may be given many times
    #[arg(long, required = true, value_name = "SCHEMA")]
    old: Vec<PathBuf>,
    /// The new schema; may be given many times
    #[arg(long, required = true, value_name = "SCHEMA")]
    new: Vec<PathBuf>,
    /// A CSDL JSON file to lay over both; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the old schema only; may be given many times
    #[arg(long = "old-overlay", value_name = "FILE")]
    old_overlays: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the new schema only; may be given many times
    #[arg(long = "new-overlay", value_name = "FILE")]
    new_overlays: Vec<PathBuf>,
    /// What payloads are that do not say so: `ns.Type`, `Collection(ns.Type)`, `ns.action` for its body, or one
    /// overload, `ns.action(ns.Type)`
    #[arg(long = "type", value_name = "NAME")]
    ty: Option<String>,
    #[command(flatten)]
    versioning: Versioning,
    /// What to hold payloads against
    #[arg(long, value_enum, default_value_t = Profile::Strict)]
    profile: Profile,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// How many changed payloads are printed one by one, as text or Markdown; 0 for all
    #[arg(long, value_name = "N", default_value_t = 1000)]
    limit: u64,
    /// Print what kinds of values were found, and not the values themselves
    #[arg(long)]
    hide_values: bool,
    /// How many threads judge; as many as there are processors if absent
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    #[command(flatten)]
    warnings: Warnings,
    /// Archives, JSON lines; `-` is standard input
    #[arg(required = true, value_name = "PAYLOADS")]
    files: Vec<PathBuf>,
}

impl Replay {
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        named_once(&self.files)?;
        odatype::hide_values(self.hide_values);
        let old = self.load(&self.old, &self.old_overlays);
        let new = self.load(&self.new, &self.new_overlays);
        let (old, new) = Failure::both(old, new)?;
        let (before, after) =
            Failure::both(Rulebook::new(&old).map_err(Failure::from), Rulebook::new(&new).map_err(Failure::from))?;
        self.warnings.tell(new.warnings.iter().chain(after.warnings()))?;
        let available = || thread::available_parallelism().map_or(1, NonZero::get);
        replay::Replay {
            sides: Sides { old: Side::new(before), new: Side::new(after) },
            files: &self.files,
            ty: self.ty.as_deref(),
            profile: self.profile,
            threads: self.threads.map_or_else(available, NonZero::get),
            format: self.format,
            limit: self.limit,
        }
        .run()
    }

    /// A schema, without the types in it that cannot be used: what is of them is of a type that it does not have.
    fn load(&self, schemas: &[PathBuf], overlays: &[PathBuf]) -> Result<Model, Failure> {
        let overlays: Vec<PathBuf> = self.overlays.iter().chain(overlays).cloned().collect();
        Ok(self.versioning.of(draft_files(schemas, &overlays)).focus(self.ty.as_slice())?)
    }
}

const HELP: &str = "\
Exit status: 0 if no verdict changed; 1 if some did; 2 if a file cannot be read, a schema is faulty, or nothing \
could be judged. The archives that can be read are replayed all the same. A verdict is that a payload is valid, that it is invalid, or that the schema does not have \
its type. Lines that cannot be judged, as they are not JSON or do not say of which type they are, change no verdict; they \
are counted, and the first for each reason is told, of many reasons 20 and one of each kind.

A slice has no entity sets, by which the context of most payloads tells a type: where both schemas are slices, give the whole \
metadata instead, or --type, or lines `{\"type\": …, \"payload\": …}`.

With --format json, one object is printed, its changes in the order of the archives:

  {
    \"profile\": \"strict\",
    \"payloads\": 1200,                how many were judged
    \"changed\": 2,                    of how many the verdict changed
    \"verdicts\": [                    also of those that did not change; or \"unknown type\"
      { \"old\": \"valid\", \"new\": \"invalid\", \"payloads\": 2 }
    ],
    \"otherFindings\": 1,              how many have the same verdict for other reasons
    \"notJudged\": { \"lines\": 1, \"first\": [{ \"file\": \"a.jsonl\", \"line\": 7, \"because\": \"…\" }] },
    \"groups\": [                      those of most payloads first
      {
        \"only\": \"new\",               the schema under which it is found, and not under the other
        \"rule\": \"member\",            as in `odatype validate`, or \"unknown-type\"
        \"target\": \"ns.Type/member\",  as in `odatype diff`
        \"payloads\": 2,
        \"findings\": 3,
        \"first\": { \"file\": \"a.jsonl\", \"line\": 3, \"finding\": { … } },      null for an unknown type
        \"changes\": [                one of which is likely to be why; as in `odatype diff`
          { \"change\": \"member-removed\", \"target\": \"ns.Enum/member\" }
        ]
      }
    ],
    \"ungrouped\": 0,                  how many findings are in no group, as there are more than 10,000
    \"changes\": [                     payloads whose verdict or findings changed
      {
        \"file\": \"a.jsonl\", \"line\": 3,
        \"type\": \"ns.Type\",
        \"old\": \"valid\", \"new\": \"invalid\",
        \"onlyOld\": [], \"onlyNew\": [{ \"column\": 9, \"pointer\": \"/state\", \"rule\": \"member\", \"level\": \"error\", … }],
        \"dropped\": 0                 how many more findings there are, of more than 100
      }
    ]
  }";
