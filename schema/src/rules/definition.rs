//! Type definitions by themselves: what is wrong with one is told once, whether a place uses it or not.

use odatype_table::ValueType;

use super::{
    index::Index,
    join::{Join, Said},
    subject::Subject,
};
use crate::{fault::Fault, model::TypeName};

/// Faults of all type definitions.
pub(super) fn check(index: &Index<'_>, faults: &mut Vec<Fault>) {
    for definition in index.model.definitions.values() {
        let shape = index.shape(&TypeName::Named(definition.name.clone())).0;
        let ty = ValueType { is_collection: false, shape };
        let subject = Subject::new(definition.name.to_string(), ty, index);
        let mut join = Join::new(index, subject, faults);
        join.add(&Said::of_definition(definition));
        join.done();
    }
}
