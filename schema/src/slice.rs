//! Slices: what some roots reach, and nothing else.
//!
//! A *slot* is a place where a value of a type may stand: a root, a structural or contained navigation property, an
//! operation's parameter or result. A slice holds the types of all slots, with their ancestors, and with all that
//! derives from a slot's type, but not the other descendants of an ancestor. A navigation property that contains
//! nothing is kept as a reference, its type's name unchanged, even where the type is outside. Of containers, it has the
//! imports of operations.

mod asked;
mod cut;
#[cfg(feature = "slice")]
mod files;
#[cfg(feature = "slice")]
mod keep;
#[cfg(feature = "slice")]
mod manifest;
mod reach;
mod root;

use std::collections::BTreeSet;

use crate::model::{Model, Provenance, QualifiedName};
use cut::cut;
#[cfg(feature = "slice")]
pub use files::{Slice, slice_files, slice_other_files, whole_files};
#[cfg(feature = "slice")]
pub use manifest::{DEFAULT_TERMS, Manifest, Roots};
use odatype_table::name::MaybeCollection;
use reach::Root;
use root::Names;
pub use root::{SliceError, UnknownRoot};

/// Cuts out of `model` what `roots` reach. A root is the name of a type, or of an action or function with all its
/// overloads (`microsoft.graph.answer`), or with those that are bound to something
/// (`microsoft.graph.mute(microsoft.graph.call)`), or of one overload of a function by its parameters too
/// (`microsoft.graph.range(microsoft.graph.worksheet,address)`).
///
/// What an operation is bound to is not reached by it: it is neither given nor returned.
///
/// # Errors
/// Every root that names nothing.
pub fn slice<R: AsRef<str>>(model: &Model, roots: &[R]) -> Result<Model, Vec<UnknownRoot>> {
    let found = resolved(model, roots)?;
    let mut slice = cut(model, &reach::reach(model, &found));
    // What was cut off is missing from now on, and who reads the slice again has to know that it is one.
    slice.provenance.get_or_insert_with(|| Provenance {
        roots: roots.iter().map(|root| root.as_ref().to_owned()).collect(),
        ..Provenance::default()
    });
    Ok(slice)
}

/// The names of the types and operations that `roots` reach, a root being as [`slice`] has it or a collection of it;
/// one that names nothing reaches nothing.
pub(crate) fn names<R: AsRef<str>>(model: &Model, roots: &[R]) -> BTreeSet<QualifiedName> {
    let names = Names::new(model);
    let roots = roots.iter().map(|root| MaybeCollection::parse(root.as_ref().trim()).item);
    let found: Vec<Root<'_>> = roots.flat_map(|root| names.resolve(root).unwrap_or_default()).collect();
    reach::reach(model, &found).names().cloned().collect()
}

fn resolved<'m, R: AsRef<str>>(model: &'m Model, roots: &[R]) -> Result<Vec<Root<'m>>, Vec<UnknownRoot>> {
    let names = Names::new(model);
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for root in roots {
        match names.resolve(root.as_ref()) {
            Ok(roots) => found.extend(roots),
            Err(error) => unknown.push(error),
        }
    }
    if unknown.is_empty() { Ok(found) } else { Err(unknown) }
}
