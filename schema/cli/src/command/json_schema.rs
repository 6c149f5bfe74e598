//! `odatype json-schema`.

use clap::Args;
use odatype_json_schema::{Deriver, file_reference};
use odatype_schema::Rulebook;
use odatype_table::docs::Docs;
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    output::{Output, to_folder},
    profile::Profile,
    schema::Given,
    warnings::Warnings,
};

/// Write the JSON Schema (draft 2020-12) of a type, a collection of it, or the body of an action; or of all of them
///
/// With `--all`, one document has a definition for each type, each action's body and each response with many values:
/// `#/$defs/ns.Type`, `#/$defs/ns.action(ns.Type)`, `#/$defs/Collection(ns.Type)`. If the output is a folder (one that
/// is there, or a name with a slash at its end), it gets a document for each type and action, `ns.Type.json`, and
/// `odata.json` with what they share; it is written whole or not at all, and must have nothing else in it. A definition
/// has the same name in every document that has it.
#[derive(Args)]
pub(crate) struct JsonSchema {
    #[command(flatten)]
    what: What,
    #[command(flatten)]
    given: Given,
    /// What to hold payloads against
    #[arg(long, value_enum, default_value_t = Profile::Strict)]
    profile: Profile,
    /// The document's `$id`; for a folder, what comes before the file's name in that of each document. If absent, only
    /// the document of everything has one: the file's name
    #[arg(long, value_name = "URI")]
    id: Option<String>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    warnings: Warnings,
}

/// What to describe.
#[derive(Args)]
#[group(required = true)]
struct What {
    /// What to describe: `ns.Type`, `Collection(ns.Type)`, `ns.action`, or one overload, `ns.action(ns.Type)`
    #[arg(long = "type", value_name = "NAME")]
    ty: Option<String>,
    /// Describe everything
    #[arg(long)]
    all: bool,
}

/// How each document of a folder begins, by which it is known as one that may be written anew. Its members are sorted.
const MARK: &str = "{\n  \"$comment\": \"odatype json-schema --all";

impl JsonSchema {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let Some(folder) = self.output.folder().filter(|_| self.what.all) else { return self.one() };
        self.derive(|deriver, _| {
            let files = deriver.schema_files(self.profile.into()).into_iter().map(|(name, mut document)| {
                if let Some(before) = &self.id {
                    document["$id"] = json!(format!("{before}{}", file_reference(&name)));
                }
                document["$comment"] = json!(format!("odatype json-schema --all --profile {}", self.profile.as_str()));
                (name, text(&document))
            });
            to_folder(folder, &files.collect::<Vec<_>>(), MARK)
        })
    }

    /// Writes one document.
    fn one(&self) -> Result<(), Failure> {
        let destination = self.output.beside(self.given.files())?;
        self.derive(|deriver, rulebook| {
            let (mut document, id) = if let Some(ty) = &self.what.ty {
                let target = self.given.target(rulebook, ty)?;
                (deriver.document(target, self.profile.into()), self.id.clone())
            } else {
                let id = self.id.clone().or_else(|| self.output.file_name().map(file_reference));
                (deriver.schema_document(self.profile.into()), id)
            };
            if let Some(id) = id {
                document["$id"] = json!(id);
            }
            destination.write(&text(&document))
        })
    }

    /// Calls `then` with the derivation of what was asked for.
    fn derive(
        &self,
        then: impl FnOnce(&Deriver<'_, String>, &Rulebook<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let model = match &self.what.ty {
            Some(ty) => self.given.load(ty)?,
            None => self.given.whole()?,
        };
        let rulebook = Rulebook::new(&model)?;
        self.warnings.tell(model.warnings.iter().chain(rulebook.warnings()))?;
        let docs = rulebook.docs();
        let docs = docs.iter().map(|text| Docs::read(text)).collect();
        then(&Deriver::new(rulebook.table()).with_docs(docs), &rulebook)
    }
}

/// The pretty text of a document.
fn text(document: &Value) -> String {
    // The alternative form of a value is its pretty text, which does not fail.
    format!("{document:#}\n")
}
