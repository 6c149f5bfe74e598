//! That no enum has two variants of one name. All enums of a chain of types have as many variants as the square of its
//! length, so that they are not compared one by one: what a type may be called in any enum at all is few, and only
//! where two types may have one name are the enums looked at that have both.

mod possible;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use odatype_schema::Origin;

use super::{
    build::Build,
    error::{Errors, Named},
    ident::VariantIdent,
    item::Types,
};
use crate::steps::step;
use possible::Possible;

/// Faults for the variants of one enum that have one name.
pub(super) fn check(build: Build<'_, '_>, types: &Types, errors: &mut Errors<'_>) {
    let possible = Possible::of(build);
    for index in suspects(build, &possible) {
        compare(build, types, index, possible.below(index), errors);
    }
}

/// Compares those variants of the enum of the row at `index` that stand for what is `among` what derives from it.
fn compare(build: Build<'_, '_>, types: &Types, index: u16, among: Vec<u16>, errors: &mut Errors<'_>) {
    let place = build.names.checked_place(index);
    let Some((place, (_, Origin::Structured(ty)))) = place.zip(build.book.row(index)) else { return };
    let scope = match &place.family {
        Some(ident) => format!("enum `{}` of `{}`", ident.as_str(), ty.name),
        None => format!("the enum of `{}`", ty.name),
    };
    let mut taken: BTreeMap<VariantIdent, Named> = BTreeMap::new();
    for (ident, index, of) in types.named_variants(usize::from(index), among) {
        step();
        let location = build.book.row(index).map(|(_, origin)| origin.location().clone()).unwrap_or_default();
        let own = of.path.ident.as_str().to_owned();
        let named = Named { wire: of.wire.to_string(), role: "", ident: own, location };
        match taken.get(&ident) {
            Some(first) => errors.collision(ident.as_str(), &scope, first, &named),
            None => drop(taken.insert(ident, named)),
        }
    }
}

/// The rows of the bases in whose enums two variants may have one name.
fn suspects(build: Build<'_, '_>, possible: &Possible) -> BTreeSet<u16> {
    let base = |index: &u16| build.book.row(*index).and_then(|(row, _)| row.structured()?.base);
    let mut suspects = BTreeSet::new();
    for (one, other) in possible.pairs() {
        let bases = std::iter::successors(Some(one.index), base).inspect(|_| step());
        for index in bases.skip_while(|index| !possible.holds(*index, other)) {
            // What a suspect derives from is one already.
            if !suspects.insert(index) {
                break;
            }
        }
    }
    suspects
}
