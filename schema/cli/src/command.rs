//! The subcommands.

mod atlas;
mod check;
mod diff;
mod expand;
mod json_schema;
mod openapi;
mod rename;
mod replay;
mod sample;
mod slice;
mod types;
mod update;
mod validate;

use std::process::ExitCode;

use clap::Subcommand;

use crate::failure::Failure;

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Slice(slice::Slice),
    Diff(diff::Diff),
    Update(update::Update),
    Replay(replay::Replay),
    Check(check::Check),
    Types(types::Types),
    Atlas(atlas::Atlas),
    Rename(rename::Rename),
    Expand(expand::Expand),
    JsonSchema(json_schema::JsonSchema),
    Openapi(openapi::OpenApi),
    Validate(validate::Validate),
    Sample(sample::Sample),
}

impl Command {
    /// Does it, and gives the exit status.
    ///
    /// # Errors
    /// Everything that kept it from being done.
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        match self {
            Self::Slice(slice) => slice.run(),
            Self::Diff(diff) => return diff.run(),
            Self::Update(update) => return update.run(),
            Self::Replay(replay) => return replay.run(),
            Self::Check(check) => return check.run(),
            Self::Types(types) => types.run(),
            Self::Atlas(atlas) => atlas.run(),
            Self::Rename(rename) => rename.run(),
            Self::Expand(expand) => expand.run(),
            Self::JsonSchema(schema) => schema.run(),
            Self::Openapi(document) => document.run(),
            Self::Validate(validate) => return validate.run(),
            Self::Sample(sample) => sample.run(),
        }
        .map(|()| ExitCode::SUCCESS)
    }
}
