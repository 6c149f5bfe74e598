//! Two schemas compared, with what only the generator knows: names that collide.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use odatype_codegen::{Renames, plan::plan};
use odatype_diff::{Case, Change, Changes};
use odatype_schema::{Rulebook, Source, load, model::Model};

use crate::{failure::Failure, schema};

/// What the roots of `manifest` reach in `metadata`, with `overlays` over it.
///
/// # Errors
/// Everything that is wrong in the files.
pub(crate) fn sliced(metadata: &[PathBuf], manifest: &Path, overlays: &[PathBuf]) -> Result<Model, Failure> {
    let slice = odatype_schema::slice_other_files(metadata, manifest)?;
    let mut model = laid_over("slice.json", &slice.text, overlays)?;
    model.warnings.extend(slice.warnings);
    Ok(model)
}

/// The schema that `text`, CSDL JSON named `name`, is, with `overlays` over it.
///
/// # Errors
/// Everything that is wrong in it and in the files.
pub(crate) fn laid_over(name: &str, text: &str, overlays: &[PathBuf]) -> Result<Model, Failure> {
    Ok(load(&[Source { name: name.into(), text: Cow::Borrowed(text) }], &schema::texts(overlays)?)?)
}

/// Everything that changed from `old` to `new`, from which Rust is generated with `renames`.
pub(crate) fn compare(old: &Rulebook<'_>, new: &Rulebook<'_>, renames: &Renames) -> Changes {
    let known = collisions(old, renames);
    let changes = odatype_diff::compare(old, new);
    let fresh = collisions(new, renames).into_iter().filter(|collision| !known.contains(collision));
    let collided = fresh.map(|(target, message)| Change::new(Case::NameCollision, target, (), message));
    changes.as_slice().iter().cloned().chain(collided).collect()
}

/// What is wrong with names: the wire name, and what is said of it.
fn collisions(book: &Rulebook<'_>, renames: &Renames) -> BTreeSet<(String, String)> {
    match plan(book, renames) {
        Ok(_) => BTreeSet::new(),
        Err(errors) => errors
            .faults
            .into_iter()
            .map(|fault| (target(book, fault.name.unwrap_or_default()), fault.message))
            .collect(),
    }
}

/// A wire name as changes have it: the generator joins a member to its type with a dot.
fn target(book: &Rulebook<'_>, name: String) -> String {
    match name.rsplit_once('.') {
        Some((owner, member)) if book.table().rows.iter().any(|row| row.name == owner) => format!("{owner}/{member}"),
        _ => name,
    }
}
