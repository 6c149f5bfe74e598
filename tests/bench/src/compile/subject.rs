//! The crates that are compiled: ours, the rival, a user of ours, and one that uses the macro.

use std::{cell::OnceCell, error::Error, fs};

use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};

use super::{
    lab::{Lab, Subject},
    typify,
};
use crate::rival::{self, Framework, Instead, Style};

/// All of them.
pub(super) struct Subjects {
    /// What `odatype expand` writes, without what only validation needs.
    pub(super) ours: Subject,
    /// serde's derive on bare structs of the same types, the bodies of actions among them, as it is compared at run
    /// time (what is absent is not written), with the other traits that ours have.
    pub(super) derive: Subject,
    /// The least of it: what is absent is written as null, and there is no `Debug`, `Clone` or `PartialEq`.
    pub(super) serde_alone: Subject,
    /// The same by miniserde.
    pub(super) miniserde: Subject,
    /// The same by facet.
    pub(super) facet: Subject,
    /// A program that uses one body of `ours`.
    pub(super) user: Subject,
    /// The same types by the macro.
    pub(super) by_macro: Subject,
    /// How many types of which kind there are.
    pub(super) count: String,
    typify: OnceCell<Subject>,
}

impl Subjects {
    /// Writes their sources; nothing is compiled.
    pub(super) fn new(lab: &Lab) -> Result<Self, Box<dyn Error>> {
        let odatype = |features: &str| {
            let path = lab.workspace.join("models").display().to_string();
            format!("odatype = {{ path = {path:?}, default-features = false, features = [{features}] }}")
        };
        let library = |name, dependencies, source| Subject { name, dependencies, file: "lib.rs", before: "", source };
        let plan = plan(&odatype_schema::Rulebook::new(&lab.model)?, &Renames::default())?;
        let options = Options { runtime: "::odatype".parse()?, docs: false, files: Vec::new() };
        let ours = expand_to_string(&plan, &options, "The whole of a service.")?;
        let derive = |framework, skips_absent, derives| {
            let style = Style { framework, boxed: true, lossless: false, skips_absent, derives };
            let source = rival::source(&lab.model, style, &Instead::new());
            format!("#![allow(non_camel_case_types, non_snake_case)]\n{source}")
        };
        let metadata = "metadata.xml";
        fs::create_dir_all(lab.path("bench-macro"))?;
        fs::copy(&lab.metadata, lab.path("bench-macro").join(metadata))?;
        let operations = lab.model.operations().count();
        let (structured, enums) = (lab.model.structured.len(), lab.model.enums.len());
        Ok(Self {
            ours: library("bench-ours", odatype(""), ours),
            derive: library(
                "bench-derive",
                SERDE.to_owned(),
                derive(Framework::Serde, true, "Clone, Debug, PartialEq, "),
            ),
            serde_alone: library("bench-serde", SERDE.to_owned(), derive(Framework::Serde, false, "")),
            miniserde: library(
                "bench-miniserde",
                "miniserde = \"0.1\"".to_owned(),
                derive(Framework::Miniserde, false, ""),
            ),
            facet: library("bench-facet", FACET.to_owned(), derive(Framework::Facet, false, "")),
            user: Subject {
                name: "bench-user",
                dependencies: format!(
                    "bench-ours = {{ path = {:?} }}\n{}",
                    lab.path("bench-ours").display().to_string(),
                    odatype("")
                ),
                file: "main.rs",
                before: "fn main() {}",
                source: USER.to_owned(),
            },
            by_macro: library(
                "bench-macro",
                odatype("\"macros\""),
                format!("odatype::schema! {{ path = {metadata:?} }}"),
            ),
            count: format!("{structured} structured types, {enums} enums, {operations} operations"),
            typify: OnceCell::new(),
        })
    }

    /// The same types as typify makes them of a JSON Schema, made when first asked for: it takes a while.
    pub(super) fn typify(&self, lab: &Lab) -> Result<&Subject, Box<dyn Error>> {
        if self.typify.get().is_none() {
            eprintln!("generating with typify …");
            let source = typify::source(&lab.model)?;
            let dependencies = SERDE.to_owned();
            let subject = Subject { name: "bench-typify", dependencies, file: "lib.rs", before: "", source };
            return Ok(self.typify.get_or_init(|| subject));
        }
        self.typify.get().ok_or_else(|| "typify made nothing".into())
    }
}

/// What derived code needs.
const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"";

const FACET: &str = "facet = \"0.46\"\nfacet-json = \"0.46\"";

/// Reads a body from standard input and writes one.
const USER: &str = r#"use odatype::Structured;
use bench_ours::microsoft::graph::actions::call::Answer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let answer: Answer = odatype::from_reader(std::io::stdin())?;
    println!("{:?} {:?}", answer.callback_uri(), answer.media_config());
    let mute = answer.with(Answer::CALLBACK_URI, "https://bot.example/api/calls");
    println!("{}", odatype::to_string(&mute));
    Ok(())
}
"#;
