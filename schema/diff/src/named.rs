//! What a schema's user calls a thing in Rust.

use odatype_schema::model::Annotations;
use odatype_table::{Body, Shape};

use crate::{
    change::Change,
    severity::Case,
    side::{Found, Pair, Part, Side},
};

/// The change of the name that is given to `target`, of which `old` and `new` are said.
pub(crate) fn compare(target: &str, old: &Annotations, new: &Annotations) -> Option<Change> {
    change(Case::NameGiven, target, old.rust_name(), new.rust_name())
}

/// The change of the name that is given to a type or an operation.
pub(crate) fn row(target: &str, old: Found<'_, '_>, new: Found<'_, '_>) -> Option<Change> {
    compare(target, old.origin.annotations()?, new.origin.annotations()?)
}

/// The changes of the names that are given to a property or a parameter, and to the enum of what it may hold.
pub(crate) fn part(pair: &Pair<'_, '_>, target: &str, old: Part<'_, '_>, new: Part<'_, '_>) -> Vec<Change> {
    let (before, after) = (old.element.annotations(), new.element.annotations());
    let are_unions = is_union(&pair.old, old) && is_union(&pair.new, new);
    let (was, is) = (before.rust_name_of_union(), after.rust_name_of_union());
    let of_union = change(Case::NameGivenUnion, target, was, is).filter(|_| are_unions);
    compare(target, before, after).into_iter().chain(of_union).collect()
}

fn change(case: Case, target: &str, old: Option<&str>, new: Option<&str>) -> Option<Change> {
    (old != new).then(|| Change::new(case, target, old, new))
}

/// Whether what a place holds has an enum.
fn is_union(side: &Side<'_, '_>, part: Part<'_, '_>) -> bool {
    let Shape::Declared(index) = part.member.place.ty.shape else { return false };
    side.book.row(index).is_some_and(|(row, _)| matches!(row.body, Body::Union(_)))
}
