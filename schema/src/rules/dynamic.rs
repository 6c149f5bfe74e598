//! What dynamic properties of a type may be.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `OpenPropertyTypeConstraint`.

use std::collections::BTreeMap;

use odatype_table::{Listed, Primitive};

use super::{
    index::Index,
    join,
    listed::{self, Alternative},
};
use crate::{
    fault::Fault,
    model::{Model, QualifiedName, StructuredType, TypeName, query::descendants},
    vocabulary::validation,
};

/// Tells of types that list what dynamic properties may be and have none: they are closed, nothing open derives from
/// them, and no property of theirs is without a type.
pub(super) fn check(model: &Model, children: &BTreeMap<&QualifiedName, Vec<&QualifiedName>>, faults: &mut Vec<Fault>) {
    for ty in model.structured.values() {
        let mut rules = ty.annotations.all(validation::OPEN_PROPERTY_TYPE_CONSTRAINT);
        let Some(first) = rules.next() else { continue };
        let is_open = || model.is_open(&ty.name) || descendants(children, &ty.name).iter().any(|ty| model.is_open(ty));
        let is_untyped = |name: &TypeName| *name == TypeName::Primitive(Primitive::Untyped);
        if ty.properties.iter().any(|property| is_untyped(&property.ty.name) && !property.ty.collection) || is_open() {
            continue;
        }
        for rule in std::iter::once(first).chain(rules) {
            let fault = rule.fault(format!("`{}` is not applied: the type is closed", rule.term)).of(&ty.name);
            faults.push(fault.help("dynamic properties are those of a type with `OpenType`"));
        }
    }
}

/// The types that `ty` itself lists, where it does; an empty list is none at all.
pub(super) fn types(index: &Index<'_>, ty: &StructuredType, faults: &mut Vec<Fault>) -> Option<Vec<Listed<String>>> {
    let mut joined: Option<Vec<Alternative<'_>>> = None;
    for rule in ty.annotations.all(validation::OPEN_PROPERTY_TYPE_CONSTRAINT) {
        let fault = |message: &str| rule.fault(format!("`{}` is not applied: {message}", rule.term)).of(&ty.name);
        let Some(listed) = rule.value.as_array() else {
            faults.push(fault("it is no list").help("expected names of types"));
            continue;
        };
        let types = listed::read(index, rule);
        if types.is_empty() && !listed.is_empty() {
            faults.push(fault("none of the types is declared"));
            continue;
        }
        let Some(before) = &joined else {
            joined = Some(types);
            continue;
        };
        let both = listed::both(index, before, &types);
        if both.is_empty() && !types.is_empty() && !before.is_empty() {
            faults.push(fault("with what else is said, no type is left"));
            continue;
        }
        joined = Some(both);
    }
    Some(join::listed(index, joined?, faults))
}
