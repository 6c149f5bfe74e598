//! `DerivedTypeConstraint`: the types that a place may hold.

use odatype_table::{Listed, Shape, ValueType};

use super::{Join, Said};
use crate::{
    fault::Fault,
    model::Annotation,
    rules::{
        index::Index,
        lineage::Lineage,
        listed::{self, Alternative},
        subject::{Kind, Subject},
    },
};

impl<'m> Join<'_, 'm> {
    pub(super) fn types(&mut self, rule: &Annotation) {
        let Some(names) = rule.value.as_array() else {
            return self.refuse(rule, "it is no list", "expected names of types");
        };
        let index = self.index;
        let names = || names.iter().filter_map(serde_json::Value::as_str);
        // What remains of such a list would refuse objects of the types that a slice left out.
        if names().any(|name| index.is_cut(name)) {
            return;
        }
        let listed = listed::read(index, rule);
        match self.subject.kind {
            _ if self.subject.is_abstract() => self.alternatives(rule, listed),
            Kind::Structured(_) => self.derived(rule, listed.into_iter().map(|listed| listed.ty).collect()),
            Kind::Primitive(_) | Kind::Enumeration(_) => {
                self.misplaced(rule, "types are listed for structured and untyped values");
            }
        }
    }

    /// The types of untyped values; of the items of a collection.
    fn alternatives(&mut self, rule: &Annotation, mut types: Vec<Alternative<'m>>) {
        if types.is_empty() {
            return self.refuse(rule, "none of the listed types is declared", "");
        }
        if let Some(before) = &self.alternatives {
            types = listed::both(self.index, before, &types);
            if types.is_empty() {
                return self.refuse(rule, "with the types that are listed already, none is left", "");
            }
        }
        self.alternatives = Some(types);
    }

    /// Those of `listed` that derive from the declared type; others are ignored, as the term says.
    fn derived(&mut self, rule: &Annotation, listed: Vec<ValueType>) {
        let declared = ValueType { is_collection: false, shape: self.subject.ty.shape };
        let mut of_declared = Lineage::new(self.index, [declared]);
        let mut types: Vec<ValueType> = listed.into_iter().filter(|ty| of_declared.first(*ty).is_some()).collect();
        if types.is_empty() {
            let why = format!("none of the listed types derives from `{}`", self.subject.type_name());
            return self.refuse(rule, &why, "");
        }
        if let Some(before) = &self.joined.derived {
            let of_row = |row: &u16| ValueType { is_collection: false, shape: Shape::Declared(*row) };
            types = listed::within(self.index, &before.iter().map(of_row).collect::<Vec<_>>(), &types);
            if types.is_empty() {
                return self.refuse(rule, "with the types that are listed already, none is left", "");
            }
        }
        let rows = types.into_iter().filter_map(|ty| match ty.shape {
            Shape::Declared(row) => Some(row),
            Shape::Primitive(_) => None,
        });
        self.joined.derived = Some(rows.collect());
    }
}

/// Types that are listed, with everything that the type definitions among them say joined.
pub(in crate::rules) fn listed(
    index: &Index<'_>,
    alternatives: Vec<Alternative<'_>>,
    faults: &mut Vec<Fault>,
) -> Vec<Listed<String>> {
    let listed = |alternative: Alternative<'_>| {
        let Alternative { ty, definitions } = alternative;
        let names: Vec<&str> = definitions.iter().map(|definition| definition.name.as_str()).collect();
        let mut join = Join::new(index, Subject::new(names.join(" and "), ty, index), faults);
        for definition in definitions {
            join.add(&Said::of_definition(definition));
        }
        Listed { ty, constraints: join.done() }
    };
    alternatives.into_iter().map(listed).collect()
}
