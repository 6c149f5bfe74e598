//! Values of type `Edm.Untyped`, and dynamic members, whose types an annotation lists.
//!
//! Source: `Org.OData.Validation.V1`, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    allowed::{self, Alternative, OPEN_PROPERTY_TYPES},
    builder::{Builder, Definition},
    primitive, slot,
};
use crate::model::{QualifiedName, TypeName};

impl Builder<'_> {
    /// Whether every alternative is a structured type.
    pub(super) fn all_structured(&self, alternatives: &[Alternative]) -> bool {
        alternatives.iter().all(|alternative| self.structured(alternative).is_some())
    }

    /// The definition of what the dynamic members of `owner` may be.
    pub(super) fn dynamic(&mut self, owner: &QualifiedName) -> Value {
        let listed = self
            .families
            .dynamic_constraint(owner)
            .and_then(|(_, annotations)| allowed::alternatives(self.model, annotations, OPEN_PROPERTY_TYPES));
        listed.map_or_else(|| json!({}), |alternatives| self.one_of(&alternatives))
    }

    /// An object, or an array of objects, of the structured types listed, which the tag tells apart.
    pub(super) fn union(&mut self, alternatives: &[Alternative]) -> Value {
        let types = |builder: &Self, wanted: &dyn Fn(&Alternative) -> bool| {
            let names = alternatives.iter().filter(|alternative| wanted(alternative));
            builder.concrete(names.filter_map(|alternative| builder.structured(alternative)))
        };
        if !self.is_strict() {
            return self.readable(&types(self, &|_| true));
        }
        let one = types(self, &|alternative| !alternative.collection);
        let many = types(self, &|alternative| alternative.collection);
        let object = (!one.is_empty()).then(|| self.dispatch(&one, None, Some(&slot::exact_tags(&one))));
        let array = (!many.is_empty()).then(|| {
            let items = self.dispatch(&many, None, Some(&slot::exact_tags(&many)));
            json!({ "type": "array", "items": items })
        });
        match (object, array) {
            (Some(object), Some(array)) => by_kind("array", array, object),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => json!({ "not": {} }),
        }
    }

    /// Tolerant: anything; only an object whose tag names one of the types has what is declared for that type, and an
    /// array's items likewise.
    fn readable(&mut self, types: &BTreeSet<QualifiedName>) -> Value {
        let mut branches = vec![self.reference(Definition::TagShape)];
        branches.extend(self.tagged_branches(types));
        json!({ "allOf": branches, "items": { "allOf": branches } })
    }

    /// Strict: one of the types listed. The kind of JSON value decides first, then the tag.
    pub(super) fn one_of(&mut self, alternatives: &[Alternative]) -> Value {
        if alternatives.iter().any(|alternative| !alternative.collection && is_anything(&alternative.name)) {
            return json!({});
        }
        let (many, one): (Vec<&Alternative>, Vec<&Alternative>) =
            alternatives.iter().partition(|alternative| alternative.collection);
        let objects: Vec<QualifiedName> = one.iter().filter_map(|one| self.structured(one)).collect();
        let mut scalars: Vec<Value> = Vec::new();
        for scalar in one.iter().filter(|one| self.structured(one).is_none()).collect::<Vec<_>>() {
            scalars.push(self.type_reference(&scalar.name));
        }
        let kinds: Vec<&str> = [("object", !objects.is_empty()), ("array", !many.is_empty())]
            .into_iter()
            .filter_map(|(kind, there)| there.then_some(kind))
            .collect();
        let mut schema = if scalars.is_empty() { json!({ "type": kinds }) } else { any_of(scalars) };
        if !many.is_empty() {
            let arrays = self.arrays(&many);
            schema = by_kind("array", arrays, schema);
        }
        if !objects.is_empty() {
            let objects = self.objects(&objects);
            schema = by_kind("object", objects, schema);
        }
        schema
    }

    /// An object of one of the types; one without a tag is held against each that is not abstract.
    fn objects(&mut self, names: &[QualifiedName]) -> Value {
        if let [name] = names {
            return self.reference(Definition::Slot(name.clone(), None));
        }
        let types = self.concrete(names.iter().cloned());
        let untagged: Vec<Value> = names
            .iter()
            .filter(|name| self.families.is_concrete(name))
            .cloned()
            .collect::<Vec<_>>()
            .into_iter()
            .map(|name| self.reference(Definition::Properties(name)))
            .collect();
        let untagged = (!untagged.is_empty()).then(|| any_of(untagged));
        self.dispatch(&types, untagged, Some(&slot::exact_tags(&types)))
    }

    /// An array of one of the types. The first tag that fits picks the type, so that errors concern that type only;
    /// without such a tag the array is held against each.
    fn arrays(&mut self, many: &[&Alternative]) -> Value {
        let item_types: Vec<Value> = many.iter().map(|many| self.type_reference(&many.name)).collect();
        let arrays = item_types.iter().map(|items| json!({ "type": "array", "items": items })).collect();
        if many.len() == 1 {
            return any_of(arrays);
        }
        let mut schema = any_of(arrays);
        for (alternative, items) in many.iter().zip(item_types).rev() {
            let Some(name) = self.structured(alternative).filter(|name| self.is_outermost(name, many)) else {
                continue;
            };
            let tagged: Vec<Value> =
                self.families.concrete(&name).into_iter().map(|ty| self.reference(Definition::Tagged(ty))).collect();
            if !tagged.is_empty() {
                let tagged = json!({ "type": "array", "contains": any_of(tagged) });
                schema = json!({ "if": tagged, "then": { "items": items }, "else": schema });
            }
        }
        schema
    }

    /// Whether no other alternative is an ancestor of `name`: families of such alternatives do not overlap.
    fn is_outermost(&self, name: &QualifiedName, many: &[&Alternative]) -> bool {
        many.iter()
            .filter_map(|other| self.structured(other))
            .all(|other| other == *name || !self.model.is_derived_from(name, &other))
    }

    /// The alternative's structured type, if it is one.
    fn structured(&self, alternative: &Alternative) -> Option<QualifiedName> {
        match &alternative.name {
            TypeName::Named(name) => self.model.structured.contains_key(name).then(|| name.clone()),
            TypeName::Primitive(_) => None,
        }
    }

    fn concrete(&self, names: impl Iterator<Item = QualifiedName>) -> BTreeSet<QualifiedName> {
        names.flat_map(|name| self.families.concrete(&name)).collect()
    }
}

/// Whether the type allows anything (`Edm.Untyped` and the abstract types).
fn is_anything(name: &TypeName) -> bool {
    matches!(name, TypeName::Primitive(primitive)
        if primitive::inline(*primitive).is_some_and(|schema| schema == json!({})))
}

/// `then` for values of one kind, `otherwise` for all others.
fn by_kind(kind: &str, then: Value, otherwise: Value) -> Value {
    let parts = [("if", json!({ "type": kind })), ("then", then), ("else", otherwise)];
    parts.into_iter().map(|(keyword, schema)| (keyword.to_owned(), schema)).collect()
}

/// One of several schemas, or the only one.
fn any_of(mut schemas: Vec<Value>) -> Value {
    if schemas.len() == 1 { schemas.remove(0) } else { json!({ "anyOf": schemas }) }
}
