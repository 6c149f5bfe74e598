//! Type definitions by themselves: what is wrong with one is told once, whether a place uses it or not.

use odatype_table::{Constraints, ValueType};

use super::{
    index::Index,
    join::{Join, Said},
    subject::Subject,
};
use crate::{
    fault::Fault,
    model::{TypeDefinition, TypeName},
};

/// Faults of all type definitions.
pub(super) fn check(index: &Index<'_>, faults: &mut Vec<Fault>) {
    for definition in index.model.definitions.values() {
        rules(index, definition, faults);
    }
}

/// What holds of values of `definition`, joined.
pub(super) fn rules(index: &Index<'_>, definition: &TypeDefinition, faults: &mut Vec<Fault>) -> Constraints<String> {
    let shape = index.shape(&TypeName::Named(definition.name.clone())).0;
    let ty = ValueType { is_collection: false, shape };
    let subject = Subject::new(definition.name.to_string(), ty, index);
    let mut join = Join::new(index, subject, faults);
    join.add(&Said::of_definition(definition));
    join.done()
}
