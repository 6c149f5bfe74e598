//! `odatype json-schema`.

use std::path::PathBuf;

use clap::Args;
use odatype_json_schema::Deriver;
use odatype_schema::Rulebook;
use odatype_table::docs::Docs;

use crate::{
    failure::Failure,
    output::Output,
    profile::Profile,
    schema::{self, Versioning},
    warnings::Warnings,
};

/// Write the JSON Schema (draft 2020-12) of a type, a collection of it, or the body of an action
#[derive(Args)]
pub(crate) struct JsonSchema {
    /// CSDL files, JSON or XML; if absent, the embedded schema of Microsoft Graph communications with its overlay
    #[arg(value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// What to describe: `ns.Type`, `Collection(ns.Type)`, `ns.action`, or one overload, `ns.action(ns.Type)`
    #[arg(long = "type", value_name = "NAME")]
    ty: String,
    /// A CSDL JSON file to lay over the schema; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    /// What to hold payloads against
    #[arg(long, value_enum, default_value_t = Profile::Strict)]
    profile: Profile,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    warnings: Warnings,
}

impl JsonSchema {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let destination = self.output.beside(self.schemas.iter().chain(&self.overlays))?;
        let model = schema::load(&self.schemas, &self.overlays, self.versioning, &self.ty)?;
        let rulebook = Rulebook::new(&model)?;
        self.warnings.tell(model.warnings.iter().chain(rulebook.warnings()))?;
        let target = schema::target(&rulebook, &self.ty, self.schemas.is_empty())?;
        let docs = rulebook.docs();
        let deriver = Deriver::new(rulebook.table()).with_docs(docs.iter().map(|text| Docs::read(text)).collect());
        let document = deriver.document(target, self.profile.into());
        // The alternative form of a value is its pretty text, which does not fail.
        destination.write(&format!("{document:#}\n"))
    }
}
