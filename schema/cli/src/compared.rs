//! Two schemas compared, with what only the generator knows: names that collide or that change.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use odatype_codegen::{
    Renames,
    plan::{Item, Module, plan},
};
use odatype_diff::{Case, Change, Changes};
use odatype_schema::{Fault, Rulebook, Source, load, model::Model};
use odatype_table::name::without_overload;

use crate::{failure::Failure, generate::Names, schema};

/// What the roots of `manifest` reach in `metadata`, with `overlays` over it.
///
/// # Errors
/// Everything that is wrong in the files.
pub(crate) fn sliced(
    metadata: &[PathBuf],
    manifest: &Path,
    overlays: &[PathBuf],
    is_exhaustive: bool,
) -> Result<Model, Failure> {
    let slice = odatype_schema::slice_other_files(metadata, manifest)?;
    let mut model = laid_over("slice.json", &slice.text, overlays, is_exhaustive)?;
    model.warnings.extend(slice.warnings);
    Ok(model)
}

/// The schema that `text`, CSDL JSON named `name`, is, with `overlays` over it.
///
/// # Errors
/// Everything that is wrong in it and in the files.
pub(crate) fn laid_over(name: &str, text: &str, overlays: &[PathBuf], is_exhaustive: bool) -> Result<Model, Failure> {
    let model = load(&[Source { name: name.into(), text: Cow::Borrowed(text) }], &schema::texts(overlays)?)?;
    Ok(Model { is_exhaustive, ..model })
}

/// Everything that changed from `old` to `new`, from which Rust is generated with `names`.
///
/// # Errors
/// If something is given two names.
pub(crate) fn compare(old: &Rulebook<'_>, new: &Rulebook<'_>, names: &Names) -> Result<Changes, Failure> {
    let changes = odatype_diff::compare(old, new);
    let changes: Vec<Change> =
        changes.as_slice().iter().filter(|change| !is_overruled(change, names)).cloned().collect();
    let renames = names.table()?;
    let (before, after) = (Generated::new(old, &renames), Generated::new(new, &renames));
    let fresh = after.collisions.iter().filter(|collision| !before.collisions.contains(collision));
    let collided = fresh.map(|(target, message)| Change::new(Case::NameCollision, target, (), message.as_str()));
    let given: BTreeSet<&str> =
        changes.iter().filter(|change| change.case == Case::NameGiven).map(|change| &*change.target).collect();
    let others = before.members.iter().filter(|(target, _)| !given.contains(target.as_str()));
    let respelled = others.filter_map(|(target, name)| {
        let now = after.members.get(target).filter(|now| *now != name)?;
        Some(Change::new(Case::NameChanged, target, name.as_str(), now.as_str()))
    });
    Ok(changes.iter().cloned().chain(collided).chain(respelled).collect())
}

/// Whether what has another name, as the schema says, has the one that `names` gives it, before and after.
fn is_overruled(change: &Change, names: &Names) -> bool {
    match change.case {
        Case::NameGiven => {
            let (owner, member) = match change.target.split_once('/') {
                Some((owner, member)) => (owner, format!(".{member}")),
                None => (change.target.as_str(), String::new()),
            };
            // A name for all overloads of an operation is one of each, and of each one's parameter.
            let plain = without_overload(owner);
            names.has(&format!("{owner}{member}")) || names.has(&format!("{plain}{member}"))
        }
        Case::NameGivenUnion => names.has(&change.target),
        _ => false,
    }
}

/// What the generator makes of names.
struct Generated {
    /// What is wrong with names: the wire name, and what is said of it.
    collisions: BTreeSet<(String, String)>,
    /// What members of enumeration types are called, which depends on the members beside them.
    members: BTreeMap<String, String>,
}

impl Generated {
    fn new(book: &Rulebook<'_>, renames: &Renames) -> Self {
        let (plan, faults) = match plan(book, renames) {
            Ok(plan) => (plan, Vec::new()),
            Err(errors) => (errors.partial, errors.faults),
        };
        let named = |fault: Fault| (target(book, fault.name.unwrap_or_default()), fault.message);
        let mut members = BTreeMap::new();
        plan.modules.iter().for_each(|module| names(module, &mut members));
        Self { collisions: faults.into_iter().map(named).collect(), members }
    }
}

/// The names of members in `module`.
fn names(module: &Module, members: &mut BTreeMap<String, String>) {
    for item in &module.items {
        match item {
            Item::Enum(ty) => members.extend(
                ty.variants
                    .iter()
                    .map(|member| (format!("{}/{}", ty.wire, member.wire), member.ident.as_str().to_owned())),
            ),
            Item::Flags(ty) => members.extend(
                ty.flags
                    .iter()
                    .map(|member| (format!("{}/{}", ty.wire, member.wire), member.ident.as_str().to_owned())),
            ),
            Item::Record(_) | Item::Family(_) | Item::Union(_) | Item::Alias(_) => {}
        }
    }
    module.modules.iter().for_each(|inner| names(inner, members));
}

/// A wire name as changes have it: the generator joins a member to its type with a dot.
fn target(book: &Rulebook<'_>, name: String) -> String {
    match name.rsplit_once('.') {
        Some((owner, member)) if book.table().rows.iter().any(|row| row.name == owner) => format!("{owner}/{member}"),
        _ => name,
    }
}
