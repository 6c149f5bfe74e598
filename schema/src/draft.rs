//! The way in: schemas that are read and merged, then checked as far as they are asked for.
//!
//! A schema may refer to what no given document declares. That concerns only those who reach it: so what is merged is a
//! [`Draft`], and what is asked of it decides what is checked.

#[cfg(feature = "write")]
use std::collections::BTreeMap;
use std::{collections::BTreeSet, path::Path, sync::Arc};

#[cfg(feature = "write")]
use crate::model::QualifiedName;
use crate::{
    document::{Applied, Document},
    fault::{Fault, Faults},
    file::documents,
    model::Model,
    overlay,
    resolve::{self, Found, last_segment},
    rules,
    source::{self, Source, read_text},
    terms::Known,
    versions::{self, Versions},
};

/// Schemas and overlays, read and merged, and not yet checked.
#[derive(Debug)]
pub struct Draft {
    model: Model,
    /// What is wrong so far, warnings among it.
    faults: Vec<Fault>,
    /// Whether all files could be read, so that what is missing is really missing.
    is_complete: bool,
    /// The documents' names, without folders.
    documents: BTreeSet<String>,
    /// The overlays' files: what is wrong there can be mended, and is an error.
    overlays: BTreeSet<Arc<str>>,
}

/// Reads and resolves schemas, and lays overlays over them, in order.
///
/// The format follows from the name's extension: `.json` is CSDL JSON, `.xml` CSDL XML; with any other, such as
/// `.csdl`, a text whose first character is `{` is JSON. A byte order mark is skipped.
///
/// What is wrong in a schema and needed by no type is among [`Model::warnings`]; in an overlay it is an error.
///
/// # Errors
/// Everything that is wrong in all the files: what is not well-formed, duplicate names, base types that are not
/// declared, cyclic inheritance, overlay targets that do not exist, rules of overlays that are wrong, ….
pub fn load(sources: &[Source<'_>], overlays: &[Source<'_>]) -> Result<Model, Faults> {
    draft(sources, overlays).whole().and_then(judged)
}

/// [`load`], from files. UTF-8 is expected; UTF-16 with a byte order mark is understood. A folder stands for all its
/// [`documents`].
///
/// # Errors
/// Those of [`load`], and files that cannot be read.
pub fn load_files<P: AsRef<Path>>(paths: &[P], overlays: &[P]) -> Result<Model, Faults> {
    resolve_files(paths, overlays).and_then(judged)
}

/// [`load_files`], but for what is wrong with rules: for whoever makes a [`Rulebook`](crate::Rulebook) next, which says
/// that.
///
/// # Errors
/// Those of [`load_files`], rules aside.
pub fn resolve_files<P: AsRef<Path>>(paths: &[P], overlays: &[P]) -> Result<Model, Faults> {
    draft_files(paths, overlays).whole()
}

/// Reads and merges schemas, and lays overlays over them, as [`load`] does. What is wrong is said by what is asked of
/// the draft.
#[must_use]
pub fn draft(sources: &[Source<'_>], overlays: &[Source<'_>]) -> Draft {
    merged(sources.iter().map(source::read).collect(), overlays.iter().map(source::read).collect(), names(sources))
}

/// [`draft`], from files, as [`load_files`] reads them.
#[must_use]
pub fn draft_files<P: AsRef<Path>>(paths: &[P], overlays: &[P]) -> Draft {
    let mut seen = BTreeSet::new();
    let (mut sources, mut files) = (Vec::new(), BTreeSet::new());
    for path in paths {
        match documents(path.as_ref()) {
            Ok(found) => {
                for path in found.into_iter().filter(|path| seen.insert(path.clone())) {
                    files.insert(last_segment(&path.to_string_lossy()).to_owned());
                    sources.push(read_file(&path));
                }
            }
            Err(fault) => sources.push(Document::unreadable(fault)),
        }
    }
    merged(sources, overlays.iter().map(|path| read_file(path.as_ref())).collect(), files)
}

fn read_file(path: &Path) -> Document {
    match read_text(path) {
        Ok(source) => source::read(&source),
        Err(fault) => Document::unreadable(fault),
    }
}

fn names(sources: &[Source<'_>]) -> BTreeSet<String> {
    sources.iter().map(|source| last_segment(&source.name).to_owned()).collect()
}

fn merged(mut sources: Vec<Document>, mut overlays: Vec<Document>, documents: BTreeSet<String>) -> Draft {
    let mut faults = Vec::new();
    let mut is_complete = true;
    for document in &mut overlays {
        document.faults.iter_mut().for_each(Fault::deny);
    }
    for document in sources.iter_mut().chain(&mut overlays) {
        faults.append(&mut document.faults);
        is_complete &= document.is_complete;
    }
    // What an unreadable file would have declared is not known, so nothing can be said to be missing.
    if !is_complete {
        return Draft { model: Model::default(), faults, is_complete, documents, overlays: BTreeSet::new() };
    }
    let applied = sources.iter_mut().map(|document| std::mem::take(&mut document.terms));
    let applied: Vec<Applied> = applied.collect();
    let mut model = resolve::merge(sources, &mut faults);
    let files = overlays.iter().map(|document| Arc::clone(&document.file)).collect();
    let mut of_overlays = Vec::new();
    for document in overlays {
        overlay::apply(&mut model, document, &mut of_overlays);
    }
    faults.extend(of_overlays.into_iter().map(Fault::denied));
    let known = Known::new(&model);
    faults.extend(applied.iter().flat_map(|terms| terms.unknown(&known)));
    resolve::settle(&mut model, &mut faults);
    Draft { model, faults, is_complete, documents, overlays: files }
}

impl Draft {
    /// The draft with what `versions` makes of types that are declared in several.
    #[must_use]
    pub fn with_versions(mut self, versions: Versions) -> Self {
        if versions == Versions::Latest {
            versions::collapse(&mut self.model, &mut self.faults);
        }
        self
    }

    /// The draft with its enumeration types said to have all the members that there are, or not: see
    /// [`Model::is_exhaustive`].
    #[must_use]
    pub fn with_exhaustive(mut self, is_exhaustive: bool) -> Self {
        self.model.is_exhaustive = is_exhaustive;
        self
    }

    /// The whole, checked.
    ///
    /// # Errors
    /// Everything that is wrong with it, rules aside: in the documents by themselves, names that are declared twice,
    /// base types that are not declared, cyclic inheritance, what is wrong in overlays, ….
    pub fn whole(self) -> Result<Model, Faults> {
        let found = self.found();
        self.finish(found)
    }

    /// The part that `cut` makes of it, checked.
    #[cfg(feature = "write")]
    pub(crate) fn cut<E: From<Faults>>(mut self, cut: impl FnOnce(&Model) -> Result<Model, E>) -> Result<Model, E> {
        if self.faults.iter().any(Fault::is_error) {
            return Ok(self.finish(Vec::new())?);
        }
        let found = self.found();
        let slice = cut(&self.model)?;
        self.beyond(found, |name| slice.declaration(name).is_some());
        // Where what is missing would be declared, the references of the whole say.
        let included = std::mem::replace(&mut self.model, slice).included;
        self.model.included = included;
        let slice = self.whole()?;
        Ok(Model { included: BTreeMap::new(), references: BTreeMap::new(), ..slice })
    }

    /// The whole, checked as far as what `reached` names: what is broken beyond is left out, and its name is known.
    #[cfg(feature = "write")]
    pub(crate) fn around(mut self, reached: impl FnOnce(&Model) -> BTreeSet<QualifiedName>) -> Result<Model, Faults> {
        let found = self.found();
        let reached = reached(&self.model);
        let (kept, beyond): (Vec<Found>, Vec<Found>) =
            found.into_iter().partition(|found| reached.contains(&found.owner));
        let broken = beyond.iter().filter(|found| found.fault.is_error()).map(|found| found.owner.clone()).collect();
        self.beyond(beyond, |name| reached.contains(name));
        resolve::leave_out(&mut self.model, broken);
        self.finish(kept)
    }

    /// Tells of what is broken in types that nobody reaches, which are left out. A base that a document declares which
    /// is not among those given is none of it: whoever does not reach it needs no such document.
    #[cfg(feature = "write")]
    fn beyond(&mut self, found: Vec<Found>, is_reached: impl Fn(&QualifiedName) -> bool) {
        let is_elsewhere = |name: &QualifiedName| {
            let base = self.model.structured.get(name).and_then(|ty| ty.base.as_ref());
            base.is_some_and(|base| {
                let namespace = base.namespace();
                !self.model.namespaces.contains_key(namespace) && self.model.included.contains_key(namespace)
            })
        };
        let broken = found.into_iter().filter(|found| found.fault.is_error() && !is_reached(&found.owner));
        // An overlay can be mended, whoever reaches what.
        let is_mendable = |fault: &Fault| self.overlays.contains(&fault.location.file);
        let told = broken.filter(|found| !is_elsewhere(&found.owner)).map(|found| found.fault);
        let told: Vec<Fault> = told.map(|fault| if is_mendable(&fault) { fault } else { fault.warning() }).collect();
        self.faults.extend(told);
    }

    fn found(&self) -> Vec<Found> {
        let mut found = if self.is_complete { resolve::check(&self.model, &self.documents) } else { Vec::new() };
        for found in found.iter_mut().filter(|found| self.overlays.contains(&found.fault.location.file)) {
            found.fault.deny();
        }
        found
    }

    fn finish(mut self, found: Vec<Found>) -> Result<Model, Faults> {
        self.faults.extend(found.into_iter().map(|found| found.fault));
        self.faults.sort();
        self.faults.dedup();
        let (faults, warnings): (Vec<Fault>, Vec<Fault>) = self.faults.into_iter().partition(Fault::is_error);
        Faults::check(faults, Model { warnings, ..self.model })
    }
}

/// The model with what is wrong with its rules, which are judged once the types that they are about are right.
fn judged(mut model: Model) -> Result<Model, Faults> {
    let (faults, warnings): (Vec<Fault>, Vec<Fault>) = rules::check(&model).into_iter().partition(Fault::is_error);
    model.warnings.extend(warnings);
    model.warnings.sort();
    model.warnings.dedup();
    Faults::check(faults, model)
}
