//! `odatype atlas`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use odatype_atlas::{Atlas as Page, Before};
use odatype_codegen::{
    Plan, Renames,
    plan::{PlanErrors, plan},
};
use odatype_schema::{Fault, Rulebook, SliceError, draft_files, model::Model};

use crate::{
    compared,
    failure::Failure,
    generate::{self, Names},
    output::Output,
    schema::{self, Versioning},
    warnings::Warnings,
};

/// Show a schema to people: one page with search, types, examples and a picture of what leads where
///
/// The page is one file, which needs no network and no server. With `-o x.svg` and `-o x.mmd` it is a picture for
/// documents.
#[derive(Args)]
pub(crate) struct Atlas {
    /// CSDL files, JSON or XML, or folders of them; if absent, the embedded schema of Microsoft Graph communications
    #[arg(value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// Show only what this type or action reaches; may be given many times
    #[arg(long = "root", value_name = "NAME", requires = "schemas", conflicts_with = "manifest")]
    roots: Vec<String>,
    /// A slice's manifest, to show what its roots reach
    #[arg(long, value_name = "FILE", requires = "schemas")]
    manifest: Option<PathBuf>,
    /// Show what changed since this schema, too; may be given many times where it has several files
    #[arg(long, value_name = "OLD")]
    diff: Vec<PathBuf>,
    /// A CSDL JSON file to lay over the schema, and over the old one; may be given many times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    #[command(flatten)]
    versioning: Versioning,
    #[command(flatten)]
    names: Names,
    /// What the page is called; if absent, the files' names
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// What to write; if absent, the output's name says it, and else it is a page
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    warnings: Warnings,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The page
    Html,
    /// A picture of boxes and lines
    Svg,
    /// A class diagram in the language of Mermaid
    #[value(alias = "mmd")]
    Mermaid,
    /// What the page shows, for programs
    Json,
}

/// What is written into files whose names end so.
const ENDINGS: [(&str, Format); 6] = [
    ("html", Format::Html),
    ("htm", Format::Html),
    ("svg", Format::Svg),
    ("mmd", Format::Mermaid),
    ("mermaid", Format::Mermaid),
    ("json", Format::Json),
];

impl Atlas {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let format = self.format()?;
        let inputs = self.schemas.iter().chain(&self.overlays).chain(&self.diff).chain(&self.manifest);
        let destination = self.output.beside(inputs)?;
        let new = self.load(&self.schemas, &self.roots);
        let old = if self.diff.is_empty() { Ok(None) } else { self.before().map(Some) };
        let (new, old) = Failure::both(new, old)?;
        let book = Rulebook::new(&new).map_err(Failure::from);
        let before = old.as_ref().map(Rulebook::new).transpose().map_err(Failure::from);
        let (book, before) = Failure::both(book, before)?;
        let renames = self.names.table()?;
        let (plan, unnamed) = named(&book, &renames)?;
        self.warnings.tell(new.warnings.iter().chain(book.warnings()).chain(&unnamed))?;
        let changes = before.as_ref().map(|before| compared::compare(before, &book, &self.names)).transpose()?;
        let (title, roots) = (self.title(), self.roots(&new));
        let page = Page {
            title: &title,
            book: &book,
            plan: &plan,
            modules: self.modules(),
            roots: &roots,
            before: before.as_ref().zip(changes.as_ref()).map(|(book, changes)| Before { book, changes }),
        };
        destination.write(&match format {
            Format::Html => page.html(),
            Format::Svg => page.svg(),
            Format::Mermaid => page.mermaid(),
            Format::Json => format!("{:#}\n", page.data()),
        })
    }

    fn load(&self, files: &[PathBuf], roots: &[String]) -> Result<Model, Failure> {
        if let Some(manifest) = &self.manifest {
            return compared::sliced(files, manifest, &self.overlays, self.versioning.exhaustive);
        }
        if roots.is_empty() {
            return schema::whole(files, &self.overlays, self.versioning);
        }
        self.slice(files, roots).map_err(generate::unsliced)
    }

    fn slice(&self, files: &[PathBuf], roots: &[String]) -> Result<Model, SliceError> {
        self.versioning.of(draft_files(files, &self.overlays)).slice(roots)
    }

    /// The old schema, cut to those of the roots that it has: one that is new reached nothing.
    fn before(&self) -> Result<Model, Failure> {
        if self.roots.is_empty() || self.manifest.is_some() {
            return self.load(&self.diff, &[]);
        }
        match self.slice(&self.diff, &self.roots) {
            Err(SliceError::Roots(unknown)) => {
                let is_new = |root: &&String| unknown.iter().any(|unknown| unknown.root == **root);
                let known: Vec<String> = self.roots.iter().filter(|root| !is_new(root)).cloned().collect();
                self.slice(&self.diff, &known).map_err(generate::unsliced)
            }
            sliced => sliced.map_err(generate::unsliced),
        }
    }

    /// The roots that were given, or the manifest's, which the slice remembers.
    fn roots(&self, model: &Model) -> Vec<String> {
        match &model.provenance {
            Some(from) if self.roots.is_empty() => from.roots.clone(),
            _ => self.roots.clone(),
        }
    }

    /// Where what the page names is: the embedded schema's types are in the library, as long as nothing is laid over
    /// them and nothing is renamed.
    fn modules(&self) -> &'static [(&'static str, &'static str)] {
        let is_as_there = self.schemas.is_empty() && self.overlays.is_empty() && self.names.is_empty();
        if is_as_there { GRAPH } else { &[] }
    }

    fn title(&self) -> String {
        let names = self.schemas.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
        let names: Vec<String> = names.collect();
        match (&self.title, names.as_slice()) {
            (Some(title), _) => title.clone(),
            (None, []) => "Microsoft Graph communications".to_owned(),
            (None, names) => names.join(", "),
        }
    }

    /// What is written; without a name that has an ending, a page.
    ///
    /// # Errors
    /// If the output's name has an ending that says nothing.
    fn format(&self) -> Result<Format, Failure> {
        let ending = self.output.file_name().and_then(|name| Some(name.rsplit_once('.')?.1.to_ascii_lowercase()));
        let (Some(ending), None) = (ending, self.format) else { return Ok(self.format.unwrap_or(Format::Html)) };
        let found = ENDINGS.iter().find(|(known, _)| *known == ending);
        found.map(|(_, format)| *format).ok_or_else(|| {
            let known: Vec<String> = ENDINGS.iter().map(|(known, _)| format!("`.{known}`")).collect();
            let known = known.join(", ");
            Failure::new(format_args!(
                "--output: `.{ending}` does not say what to write; expected {known}, or --format"
            ))
        })
    }
}

/// The modules of `odatype::graph`, by those that are generated.
const GRAPH: &[(&str, &str)] =
    &[("microsoft::graph", "odatype::graph"), ("odatype_::graph", "odatype::graph::overlay")];

/// The plan of what has a name in Rust, and what is said of the rest: it is shown all the same.
///
/// # Errors
/// If a rename renames nothing.
fn named(book: &Rulebook<'_>, renames: &Renames) -> Result<(Plan, Vec<Fault>), Failure> {
    match plan(book, renames).map_err(|errors| *errors) {
        Ok(plan) => Ok((plan, Vec::new())),
        Err(PlanErrors { faults, renames, partial, .. }) if renames.is_empty() => {
            Ok((partial, faults.into_iter().map(Fault::warning).collect()))
        }
        Err(errors) => Err(generate::failure(&errors.into())),
    }
}
