//! Types that a rule lists.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use std::collections::HashSet;

use odatype_table::ValueType;

use super::index::Index;
use crate::{
    model::{Annotation, Facets, TypeDefinition},
    steps::step,
    vocabulary::validation,
};

/// A type that is listed, with the type definitions that say more of its values.
#[derive(Clone, Debug)]
pub(super) struct Alternative<'m> {
    pub(super) ty: ValueType,
    pub(super) definitions: Vec<&'m TypeDefinition>,
}

impl PartialEq for Alternative<'_> {
    fn eq(&self, other: &Self) -> bool {
        let names = |of: &Self| of.definitions.iter().map(|definition| definition.name.clone()).collect::<Vec<_>>();
        self.ty == other.ty && names(self) == names(other)
    }
}

/// The types in `rule`, each once; those that the model does not have are left out.
pub(super) fn read<'m>(index: &Index<'m>, rule: &Annotation) -> Vec<Alternative<'m>> {
    let mut read: Vec<Alternative<'m>> = Vec::new();
    let mut known = HashSet::new();
    for name in rule.value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
        let Some((ty, definition)) = index.listed(name) else { continue };
        let definition = definition.filter(|definition| has_rules(definition));
        step();
        if known.insert((ty, definition.map(|definition| &definition.name))) {
            read.push(Alternative { ty, definitions: definition.into_iter().collect() });
        }
    }
    read
}

/// The types of which values are in both lists: of one list that are, or derive from, one of the other. What both say of a type
/// holds.
pub(super) fn both<'m>(index: &Index<'m>, left: &[Alternative<'m>], right: &[Alternative<'m>]) -> Vec<Alternative<'m>> {
    let mut both = Vec::new();
    for one in left {
        for other in right {
            let ty = match (index.is_within(one.ty, other.ty), index.is_within(other.ty, one.ty)) {
                (true, _) => one.ty,
                (false, true) => other.ty,
                (false, false) => continue,
            };
            let mut definitions = one.definitions.clone();
            let more = other.definitions.iter().filter(|more| one.definitions.iter().all(|own| own.name != more.name));
            definitions.extend(more);
            push(&mut both, Alternative { ty, definitions });
        }
    }
    both
}

fn push<'m>(all: &mut Vec<Alternative<'m>>, new: Alternative<'m>) {
    if !all.contains(&new) {
        all.push(new);
    }
}

fn has_rules(definition: &TypeDefinition) -> bool {
    let said = definition.annotations.0.iter().any(|annotation| validation::RULES.contains(&annotation.term.as_str()));
    said || definition.underlying.facets != Facets::default()
}
