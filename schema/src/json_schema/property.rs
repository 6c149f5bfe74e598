//! Properties and parameters: the shape of what stands there, whether it may be null, one or many.
//!
//! Source: CSDL JSON 4.01, section 7 (structural property); OData JSON 4.01, sections 7 and 8.

use serde_json::{Value, json};

use super::{
    allowed::{self, Alternative, DERIVED_TYPES, OPEN_PROPERTY_TYPES},
    builder::{Builder, Definition},
    constraint::{self, Carrier},
    slot::describe,
};
use crate::model::{
    Annotations, NavigationProperty, Parameter, Primitive, Property, PropertyKind, QualifiedName, StructuredType,
    TypeDefinition, TypeName, TypeRef,
};

/// Where a value stands: a property or a parameter, as far as its schema is concerned.
pub(super) struct Place<'a> {
    /// The declared type.
    pub(super) ty: &'a TypeRef,
    /// Whether it, or for a structural collection its items, may be null.
    nullable: bool,
    annotations: &'a Annotations,
    navigation: Option<&'a NavigationProperty>,
    /// The structured type that declares it.
    owner: Option<&'a StructuredType>,
}

impl<'a> Place<'a> {
    pub(super) fn property(owner: &'a StructuredType, property: &'a Property) -> Self {
        let navigation = match &property.kind {
            PropertyKind::Structural => None,
            PropertyKind::Navigation(navigation) => Some(navigation),
        };
        let Property { ty, nullable, annotations, .. } = property;
        Self { ty, nullable: *nullable, annotations, navigation, owner: Some(owner) }
    }

    pub(super) fn parameter(parameter: &'a Parameter) -> Self {
        let Parameter { ty, nullable, annotations, .. } = parameter;
        Self { ty, nullable: *nullable, annotations, navigation: None, owner: None }
    }
}

impl Builder<'_> {
    /// The schema of the member at `place`.
    pub(super) fn member(&mut self, place: &Place<'_>) -> Value {
        let mut schema = if place.navigation.is_some_and(|navigation| navigation.is_outside) {
            self.nullable(json!({}), place.nullable)
        } else if place.ty.collection {
            self.many(place)
        } else {
            let one = self.one(place);
            self.nullable(one, place.nullable)
        };
        describe(&mut schema, place.annotations);
        schema
    }

    fn many(&mut self, place: &Place<'_>) -> Value {
        let item = self.one(place);
        // Related entities are there or not; only the items of a structural collection may be null.
        let items = self.nullable(item, place.nullable && place.navigation.is_none());
        let mut schema = json!({ "type": "array", "items": items });
        if self.is_strict() {
            constraint::count(&mut schema, place.annotations);
        }
        self.nullable(schema, false)
    }

    /// A single value, or an item, that is not null.
    fn one(&mut self, place: &Place<'_>) -> Value {
        let listed = allowed::alternatives(self.model, place.annotations, DERIVED_TYPES);
        match &place.ty.name {
            TypeName::Primitive(Primitive::Untyped) => self.untyped(place, listed),
            TypeName::Named(name) if self.model.structured.contains_key(name) => match listed {
                Some(listed) if self.is_strict() => self.narrowed(name, &listed),
                _ => self.reference(Definition::Slot(name.clone(), None)),
            },
            name => {
                let mut schema = self.type_reference(name);
                if self.is_strict() {
                    constraint::value(&mut schema, self.carrier(name), &place.ty.facets, place.annotations);
                }
                schema
            }
        }
    }

    /// A value of type `Edm.Untyped`: anything, unless its own annotation, or its type's on dynamic members, lists types.
    /// A single value for which only structured types are listed is a union, which the tag decides.
    fn untyped(&mut self, place: &Place<'_>, listed: Option<Vec<Alternative>>) -> Value {
        let of_owner = || allowed::alternatives(self.model, &place.owner?.annotations, OPEN_PROPERTY_TYPES);
        let own = listed.is_some();
        match listed.or_else(of_owner) {
            Some(listed) if !place.ty.collection && self.all_structured(&listed) => self.union(&listed),
            Some(listed) if own && self.is_strict() => self.one_of(&listed),
            _ => json!({}),
        }
    }

    /// A slot that takes only what is, or derives from, a listed type; listed types that do not derive from the
    /// declared one are ignored, as the term's definition wants it.
    fn narrowed(&mut self, name: &QualifiedName, listed: &[Alternative]) -> Value {
        let listed: Vec<&QualifiedName> = listed
            .iter()
            .filter_map(|alternative| match &alternative.name {
                TypeName::Named(listed) if self.model.is_derived_from(listed, name) => Some(listed),
                _ => None,
            })
            .collect();
        let all = self.families.concrete(name);
        let fits = |ty: &QualifiedName| listed.iter().any(|listed| self.model.is_derived_from(ty, listed));
        let allowed = all.iter().filter(|ty| listed.is_empty() || fits(ty)).cloned().collect();
        let narrower = (allowed != all).then_some(allowed);
        self.reference(Definition::Slot(name.clone(), narrower))
    }

    /// `schema`, and null too if the profile or the schema allows it.
    pub(super) fn nullable(&self, mut schema: Value, nullable: bool) -> Value {
        let anything = schema.as_object().is_some_and(serde_json::Map::is_empty);
        let excluded = self.is_strict() && !nullable;
        if anything && excluded {
            return json!({ "type": ["object", "array", "string", "number", "boolean"] });
        }
        if anything || excluded {
            return schema;
        }
        // Keywords that look at one kind of value only do not mind null; the others need a branch of their own.
        let blind = ["$ref", "allOf", "anyOf", "enum", "if"].iter().all(|keyword| schema.get(keyword).is_none());
        match schema.get("type").cloned() {
            Some(Value::String(one)) if blind => {
                schema["type"] = json!([one, "null"]);
                schema
            }
            Some(Value::Array(mut several)) if blind => {
                several.push(json!("null"));
                schema["type"] = Value::Array(several);
                schema
            }
            _ => json!({ "if": { "type": "null" }, "else": schema }),
        }
    }

    /// The definition of a type definition: what is behind it, narrowed.
    pub(super) fn type_definition(&mut self, definition: &TypeDefinition) -> Value {
        let TypeDefinition { name, underlying, annotations, .. } = definition;
        let mut schema = self.type_reference(&underlying.name);
        if self.is_strict() {
            constraint::value(&mut schema, self.carrier(&underlying.name), &underlying.facets, annotations);
        }
        schema["title"] = json!(name.as_str());
        describe(&mut schema, annotations);
        schema
    }

    /// What carries the values of a type that is not structured.
    fn carrier(&self, name: &TypeName) -> Carrier {
        match name {
            TypeName::Primitive(primitive) => Carrier::Primitive(*primitive),
            TypeName::Named(name) => {
                match self.model.definitions.get(name).map(|definition| &definition.underlying.name) {
                    Some(TypeName::Primitive(primitive)) => Carrier::Primitive(*primitive),
                    _ => Carrier::Enum,
                }
            }
        }
    }
}
