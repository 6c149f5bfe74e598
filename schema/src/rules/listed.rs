//! Types that a rule lists.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use std::collections::{HashMap, HashSet};

use odatype_table::{Shape, ValueType};

use super::{index::Index, lineage::Lineage};
use crate::{
    model::{Annotation, Facets, QualifiedName, TypeDefinition},
    steps::step,
    vocabulary::validation,
};

/// A type that is listed, with the type definitions that say more of its values.
#[derive(Clone, Debug)]
pub(super) struct Alternative<'m> {
    pub(super) ty: ValueType,
    pub(super) definitions: Vec<&'m TypeDefinition>,
}

impl<'m> Alternative<'m> {
    /// What tells it from others.
    fn key(&self) -> (ValueType, Vec<&'m QualifiedName>) {
        (self.ty, self.definitions.iter().map(|definition| &definition.name).collect())
    }

    /// The same with what the definitions of `other` say too.
    fn and(&self, other: &Self) -> Self {
        let is_new = |more: &&&TypeDefinition| self.definitions.iter().all(|own| own.name != more.name);
        let more = other.definitions.iter().filter(is_new);
        Self { ty: self.ty, definitions: self.definitions.iter().chain(more).copied().collect() }
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

/// The types of which values are in both lists: of one list that are, or derive from, one of the other, in the order of
/// the first and then of the second. What both say of a type holds.
pub(super) fn both<'m>(index: &Index<'m>, left: &[Alternative<'m>], right: &[Alternative<'m>]) -> Vec<Alternative<'m>> {
    let types = |list: &[Alternative<'m>]| list.iter().map(|one| one.ty).collect::<Vec<_>>();
    let (mut of_left, mut of_right) = (Lineage::new(index, types(left)), Lineage::new(index, types(right)));
    let mut equal: HashMap<ValueType, Vec<usize>> = HashMap::new();
    for (other, place) in right.iter().zip(0..) {
        equal.entry(other.ty).or_default().push(place);
    }
    // Each with the places of the two that it is of, the first where there are several.
    let mut found: Vec<(usize, usize, Alternative<'m>)> = Vec::new();
    for (one, place) in left.iter().zip(0..) {
        if is_alone(index, one.ty) {
            for other in equal.get(&one.ty).into_iter().flatten() {
                step();
                found.extend(right.get(*other).map(|also| (place, *other, one.and(also))));
            }
        } else if let Some(other) = of_right.first(one.ty) {
            found.push((place, other, one.clone()));
        }
    }
    for (other, place) in right.iter().zip(0..).filter(|(other, _)| !is_alone(index, other.ty)) {
        found.extend(of_left.first_above(other.ty).map(|one| (one, place, other.clone())));
    }
    found.sort_by_key(|(one, other, _)| (*one, *other));
    let mut known = HashSet::new();
    found.into_iter().map(|(_, _, both)| both).filter(|both| known.insert(both.key())).collect()
}

/// The types of `left` and then of `right` that are, or derive from, one of the other list, each once.
pub(super) fn within(index: &Index<'_>, left: &[ValueType], right: &[ValueType]) -> Vec<ValueType> {
    let lineage = |types: &[ValueType]| Lineage::new(index, types.iter().copied());
    let (mut of_left, mut of_right) = (lineage(left), lineage(right));
    let mut both: Vec<ValueType> = left.iter().copied().filter(|ty| of_right.first(*ty).is_some()).collect();
    both.extend(right.iter().filter(|ty| !of_left.has(**ty) && of_left.first(**ty).is_some()));
    both
}

/// Whether nothing derives from `ty`, nor it from anything, whatever the model says: then type definitions may say more
/// of it.
fn is_alone(index: &Index<'_>, ty: ValueType) -> bool {
    let Shape::Declared(row) = ty.shape else { return true };
    index.structured(row).is_none()
}

fn has_rules(definition: &TypeDefinition) -> bool {
    let said = definition.annotations.0.iter().any(|annotation| validation::RULES.contains(&annotation.term.as_str()));
    said || definition.underlying.facets != Facets::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        location::Location,
        model::{Annotations, EnumType, Model, Primitive, StructuredKind, StructuredType},
        rules::origin,
    };

    fn complex(name: &str, base: Option<&str>) -> StructuredType {
        StructuredType {
            name: QualifiedName::new("n", name),
            kind: StructuredKind::Complex,
            base: base.map(|base| QualifiedName::new("n", base)),
            is_abstract: false,
            is_open: false,
            has_stream: false,
            key: Vec::new(),
            properties: Vec::new(),
            annotations: Annotations::default(),
            location: Location::default(),
        }
    }

    /// What both lists have, with each held against each.
    fn naive(index: &Index<'_>, left: &[ValueType], right: &[ValueType]) -> Vec<ValueType> {
        let is_within = |one: ValueType, other: ValueType| {
            let name = |ty: ValueType| match ty.shape {
                Shape::Declared(row) => index.structured(row),
                Shape::Primitive(_) => None,
            };
            let derives = |(one, base)| index.model.is_derived_from(one, base);
            one == other
                || (one.is_collection == other.is_collection && name(one).zip(name(other)).is_some_and(derives))
        };
        let mut both: Vec<ValueType> = Vec::new();
        for one in left {
            for other in right {
                let ty = if is_within(*one, *other) { *one } else { *other };
                if (is_within(*one, *other) || is_within(*other, *one)) && !both.contains(&ty) {
                    both.push(ty);
                }
            }
        }
        both
    }

    /// A type that is chosen by the bits of `seed`.
    fn chosen(index: &Index<'_>, names: &[&str], seed: &mut u64) -> ValueType {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(*seed >> 33).unwrap();
        let text = names[at % names.len()];
        let text = if at % 5 == 0 { format!("Collection({text})") } else { text.to_owned() };
        index.listed(&text).unwrap().0
    }

    #[test]
    fn what_is_in_both_lists_is_what_holding_each_against_each_finds() {
        let names = ["n.A", "n.B", "n.C", "n.D", "n.E", "n.F", "n.N", "Edm.String"];
        let mut model = Model::default();
        for (name, base) in
            [("A", None), ("B", Some("A")), ("C", Some("B")), ("D", Some("A")), ("E", Some("C")), ("F", None)]
        {
            let ty = complex(name, base);
            model.structured.insert(ty.name.clone(), ty);
        }
        let name = QualifiedName::new("n", "N");
        model.enums.insert(
            name.clone(),
            EnumType {
                name,
                underlying: Primitive::Int32,
                is_flags: false,
                members: Vec::new(),
                annotations: Annotations::default(),
                location: Location::default(),
            },
        );
        let origins = origin::rows(&model);
        let index = Index::new(&model, &origins);
        let mut seed = 7;
        for _ in 0..2_000 {
            let mut list = |count: usize| {
                let mut list: Vec<ValueType> = Vec::new();
                for _ in 0..count {
                    let ty = chosen(&index, &names, &mut seed);
                    if !list.contains(&ty) {
                        list.push(ty);
                    }
                }
                list
            };
            let (left, right) = (list(4), list(3));
            let expected = naive(&index, &left, &right);
            let alternatives = |types: &[ValueType]| -> Vec<Alternative<'_>> {
                types.iter().map(|ty| Alternative { ty: *ty, definitions: Vec::new() }).collect()
            };
            let found = both(&index, &alternatives(&left), &alternatives(&right));
            assert_eq!(found.iter().map(|one| one.ty).collect::<Vec<_>>(), expected, "{left:?} {right:?}");
            let (mut found, mut expected) = (within(&index, &left, &right), expected);
            let order = |ty: &ValueType| names.iter().position(|name| index.listed(name).unwrap().0.shape == ty.shape);
            found.sort_by_key(|ty| (order(ty), ty.is_collection));
            expected.sort_by_key(|ty| (order(ty), ty.is_collection));
            assert_eq!(found, expected, "{left:?} {right:?}");
        }
    }
}
