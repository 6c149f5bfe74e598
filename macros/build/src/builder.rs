//! The builder.

use std::{
    env,
    path::{Path, PathBuf},
};

use odatype_codegen::{Options, Request, expand_to_string, header};
use odatype_schema::{Draft, Fault, Versions, all_documents, draft_files, visible};

use crate::error::Error;

/// What to generate, and how. Paths are relative to the package's folder, where cargo runs build scripts.
#[derive(Clone, Debug)]
#[must_use = "nothing is generated before `write`"]
pub struct Builder {
    schemas: Vec<PathBuf>,
    overlays: Vec<PathBuf>,
    #[cfg(feature = "manifest")]
    manifest: Option<PathBuf>,
    roots: Vec<String>,
    versions: Versions,
    is_exhaustive: bool,
    renames: Vec<(String, String)>,
    runtime: String,
    has_docs: bool,
    warnings: Warnings,
    out_dir: Option<PathBuf>,
}

/// What becomes of warnings.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Warnings {
    Silent,
    Printed,
    Denied,
}

/// What was read, and the names that tell where from.
struct Read {
    draft: Draft,
    files: Vec<PathBuf>,
    warnings: Vec<Fault>,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// Nothing to generate from yet.
    pub fn new() -> Self {
        Self {
            schemas: Vec::new(),
            overlays: Vec::new(),
            #[cfg(feature = "manifest")]
            manifest: None,
            roots: Vec::new(),
            versions: Versions::default(),
            is_exhaustive: false,
            renames: Vec::new(),
            runtime: "::odatype".to_owned(),
            has_docs: true,
            warnings: Warnings::Silent,
            out_dir: None,
        }
    }

    /// A CSDL file, XML or JSON, or a folder that stands for all its documents. May be called many times: documents
    /// that refer to each other are given together.
    pub fn schema(mut self, path: impl Into<PathBuf>) -> Self {
        self.schemas.push(path.into());
        self
    }

    /// A CSDL JSON file to lay over the schema; in order, if there are several.
    pub fn overlay(mut self, path: impl Into<PathBuf>) -> Self {
        self.overlays.push(path.into());
        self
    }

    /// Cuts the schema by this manifest first, as `odatype slice` does, so that the service's whole `$metadata` can be
    /// checked in. The slice is written beside the types, with `.csdl.json` for the manifest's `.toml`, before anything
    /// is made of it: what is wrong in it is told with its place there.
    #[cfg(feature = "manifest")]
    pub fn manifest(mut self, path: impl Into<PathBuf>) -> Self {
        self.manifest = Some(path.into());
        self
    }

    /// Generate only what this type or action (`ns.mute`, `ns.mute(ns.call)`) reaches, and what other roots do.
    pub fn root(mut self, name: impl Into<String>) -> Self {
        self.roots.push(name.into());
        self
    }

    /// Says that the schema's enumeration types have all the members that there are: their enums have no variant for
    /// others, and a payload with another member is refused. Flags are not concerned: their members combine to numbers
    /// that none has.
    pub fn exhaustive(mut self) -> Self {
        self.is_exhaustive = true;
        self
    }

    /// What becomes of types that the schema declares in several versions, as `ns.v1_0_0.Type` and `ns.v1_2_0.Type`; a
    /// manifest says that itself.
    pub fn versions(mut self, versions: Versions) -> Self {
        self.versions = versions;
        self
    }

    /// Another Rust name for a thing of the schema: a type, `ns.Type.property`, `ns.Enum.member`, an action, or a
    /// namespace.
    pub fn rename(mut self, wire: impl Into<String>, rust: impl Into<String>) -> Self {
        self.renames.push((wire.into(), rust.into()));
        self
    }

    /// The path by which the types name the crate `odatype`, where that has another name: `::odatype` otherwise.
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.runtime = path.into();
        self
    }

    /// Leaves out the schema's descriptions, which only odatype's feature `json-schema` needs.
    pub fn without_docs(mut self) -> Self {
        self.has_docs = false;
        self
    }

    /// Lets cargo print what is odd about the schema, with its place. (It does for packages of the workspace only.)
    pub fn print_warnings(mut self) -> Self {
        self.warnings = Warnings::Printed;
        self
    }

    /// Takes what is odd about the schema as an error.
    pub fn deny_warnings(mut self) -> Self {
        self.warnings = Warnings::Denied;
        self
    }

    /// Where to write; without it, where the variable `OUT_DIR` says, which cargo gives to build scripts.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Generates, and writes the types to `file` in the output folder. Tells cargo which files this depends on, whether
    /// it works or not.
    ///
    /// # Errors
    /// Everything that is wrong in the schema, with overlays, roots and renames; warnings if they are denied; a file
    /// that cannot be read or written. A file that was there before is then as it was.
    pub fn write(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        for input in self.inputs() {
            println!("cargo::rerun-if-changed={}", input.display());
        }
        let folder = match &self.out_dir {
            Some(folder) => folder.clone(),
            None => env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| {
                Error::new("`OUT_DIR` is not set; call this from a build script, or say `out_dir` where to write")
            })?,
        };
        let file = folder.join(file);
        let file = self.output(file)?;
        let (text, warnings) = self.text(&folder)?;
        write(&file, &text)?;
        if self.warnings == Warnings::Printed {
            for warning in warnings {
                println!("cargo::warning={}", visible(&warning.to_string()));
            }
        }
        Ok(())
    }

    /// All files and folders that are read.
    fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        let inputs = self.schemas.iter().chain(&self.overlays);
        #[cfg(feature = "manifest")]
        let inputs = inputs.chain(&self.manifest);
        inputs
    }

    /// `file`, to be written to.
    ///
    /// # Errors
    /// If it is one of what is read.
    fn output(&self, file: PathBuf) -> Result<PathBuf, Error> {
        match odatype_output::is_input(&file, &all_documents(self.inputs())) {
            Some(input) => Err(Error::new(odatype_output::refused_input(&file, input))),
            None => Ok(file),
        }
    }

    /// The types, and what is odd about the schema.
    fn text(&self, folder: &Path) -> Result<(String, Vec<Fault>), Error> {
        if self.schemas.is_empty() {
            return Err(Error::new("there is no schema; expected at least one call of `schema`"));
        }
        let runtime = odatype_codegen::runtime(&self.runtime)
            .map_err(|expected| Error::new(format_args!("runtime: `{}` is no path; {expected}", self.runtime)))?;
        let twice = |at: usize| self.renames[..at].iter().any(|(wire, _)| *wire == self.renames[at].0);
        if let Some(at) = (0..self.renames.len()).find(|at| twice(*at)) {
            return Err(Error::new(format_args!("rename: `{}` is renamed twice", self.renames[at].0)));
        }
        let Read { draft, files, mut warnings } = self.read(folder)?;
        let roots = (!self.roots.is_empty()).then(|| self.roots.clone());
        let request = Request { roots, renames: self.renames.iter().cloned().collect() };
        let planned = request.plan(draft).map_err(|refused| Error::from(*refused))?;
        warnings.extend(planned.warnings);
        warnings.sort();
        warnings.dedup();
        if self.warnings == Warnings::Denied && !warnings.is_empty() {
            return Err(Error::of(&warnings));
        }
        let header = header("odatype-build", files.iter().map(PathBuf::as_path), &self.roots, self.versions);
        let options = Options { runtime, docs: self.has_docs, files: Vec::new() };
        let text = expand_to_string(&planned.plan, &options, &header).map_err(Error::new)?;
        Ok((text, warnings))
    }

    /// Reads the files.
    #[cfg(not(feature = "manifest"))]
    #[allow(clippy::unnecessary_wraps, reason = "with a manifest it can fail")]
    fn read(&self, _folder: &Path) -> Result<Read, Error> {
        Ok(self.read_whole())
    }

    /// Reads the files, and cuts the schema if there is a manifest.
    #[cfg(feature = "manifest")]
    fn read(&self, folder: &Path) -> Result<Read, Error> {
        let Some(manifest) = &self.manifest else { return Ok(self.read_whole()) };
        let slice = odatype_schema::slice_files(&self.schemas, manifest).map_err(|faults| Error::of(&faults))?;
        let file = folder.join(manifest.with_extension("csdl.json").file_name().unwrap_or_default());
        let file = self.output(file)?;
        write(&file, &slice.text)?;
        let schemas = [file];
        let draft = draft_files(&schemas, &self.overlays[..]).with_exhaustive(self.is_exhaustive);
        Ok(Read { draft, files: schemas.iter().chain(&self.overlays).cloned().collect(), warnings: slice.warnings })
    }

    fn read_whole(&self) -> Read {
        let files = self.schemas.iter().chain(&self.overlays).cloned().collect();
        Read {
            draft: draft_files(&self.schemas, &self.overlays)
                .with_versions(self.versions)
                .with_exhaustive(self.is_exhaustive),
            files,
            warnings: Vec::new(),
        }
    }
}

/// Writes `text` to the file at `path`.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    odatype_output::write(path, text.as_bytes())
        .map_err(|error| Error::new(format_args!("{}: cannot be written: {error}", path.display())))
}
