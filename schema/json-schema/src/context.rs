//! What every part of the derivation is given: the table, the profile, and where to note which definitions it refers
//! to.

use std::collections::BTreeMap;

use odatype_table::{
    Body, Primitive, Profile, Shape, StructuredKind,
    docs::{Docs, Notes},
};
use serde_json::{Value, json};

use crate::{
    definition::{self, Definition},
    families::Families,
    primitive,
};

/// The table in one profile, and the definitions that something referred to.
pub(crate) struct Context<'c, 't, S> {
    pub(crate) families: &'c Families<'t, S>,
    pub(crate) docs: &'c [Docs<'t>],
    profile: Profile,
    /// Whether objects whose tags decide say so in OpenAPI's words too.
    pub(crate) discriminates: bool,
    /// Referred to since they were last taken, by key.
    pub(crate) wanted: BTreeMap<String, Definition>,
}

impl<'c, 't, S: AsRef<str>> Context<'c, 't, S> {
    pub(crate) fn new(families: &'c Families<'t, S>, docs: &'c [Docs<'t>], profile: Profile) -> Self {
        Self { families, docs, profile, discriminates: false, wanted: BTreeMap::new() }
    }

    pub(crate) fn is_strict(&self) -> bool {
        self.profile != Profile::Tolerant
    }

    /// Whether what is made must be there.
    pub(crate) fn is_create(&self) -> bool {
        self.profile == Profile::Create
    }

    /// A reference to `definition`, which is thereby wanted.
    pub(crate) fn reference(&mut self, definition: Definition) -> Value {
        let key = definition.key(self.families);
        let reference = definition::reference(&key);
        self.wanted.insert(key, definition);
        reference
    }

    /// The schema of a single value: a reference, or what is short enough to stand in place.
    pub(crate) fn value(&mut self, shape: Shape) -> Value {
        let index = match shape {
            Shape::Primitive(primitive) => return self.primitive(primitive),
            Shape::Declared(index) => index,
        };
        match self.families.row(index).map(|row| &row.body) {
            Some(Body::Structured(ty)) if ty.kind.is_operation() => self.reference(Definition::Body(index)),
            Some(Body::Structured(_)) => self.reference(Definition::Slot(index, None)),
            Some(Body::Enumeration(_)) => self.reference(Definition::Enumeration(index)),
            Some(Body::Union(_)) => self.reference(Definition::Union(index)),
            // A table that was read whole has a row for every index.
            None => json!({}),
        }
    }

    fn primitive(&mut self, primitive: Primitive) -> Value {
        if primitive == Primitive::Untyped && self.is_strict() {
            return self.reference(Definition::Any(None));
        }
        if let Some(schema) = primitive::inline(primitive) {
            return schema;
        }
        match primitive {
            Primitive::ComplexType | Primitive::EntityType | Primitive::PrimitiveType if !self.is_strict() => json!({}),
            Primitive::ComplexType => self.reference(Definition::Any(Some(StructuredKind::Complex))),
            Primitive::EntityType => self.reference(Definition::Any(Some(StructuredKind::Entity))),
            other => self.reference(Definition::Primitive(other)),
        }
    }

    /// The descriptions of the type at `index`.
    pub(crate) fn docs(&self, index: u16) -> Option<Docs<'t>> {
        self.docs.get(usize::from(index)).copied()
    }
}

/// Takes over what refuses nothing. A default that is no JSON is left out.
pub(crate) fn annotate(schema: &mut Value, notes: Notes<'_>) {
    let said =
        [("readOnly", notes.is_read_only), ("writeOnly", notes.is_write_only), ("deprecated", notes.is_deprecated)];
    for (keyword, _) in said.into_iter().filter(|(_, is_so)| *is_so) {
        schema[keyword] = json!(true);
    }
    if let Some(default) = notes.default.and_then(|text| serde_json::from_str(text).ok()) {
        schema["default"] = default;
    }
    // Where only some values are allowed, these are there already.
    if let Some(examples) = notes.examples.and_then(|text| serde_json::from_str::<Value>(text).ok())
        && schema.get("examples").is_none()
    {
        schema["examples"] = examples;
    }
}

/// Takes over a description.
pub(crate) fn describe(schema: &mut Value, description: Option<&str>) {
    if let Some(description) = description {
        schema["description"] = json!(description);
    }
}
