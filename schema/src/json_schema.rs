//! JSON Schema (draft 2020-12) for types, collections and action bodies, in two profiles.
//!
//! Every type is a definition keyed by its qualified name; only what the asked-for target reaches is written. A structured
//! type `ns.T` has two definitions: `ns.T` is the *slot*, which looks at the object's tag and then applies one branch, so
//! that errors concern that branch only; `ns.T:properties` is what is declared for `ns.T` itself, inherited properties
//! included. `ns.T:tag` matches objects whose tag names `ns.T`. Patterns keep to what ECMA-262 engines and linear-time
//! engines read alike.
//!
//! Source: OData JSON 4.01, sections 4.6 (control information), 7 (values) and 8 (properties); JSON Schema 2020-12.

mod allowed;
mod body;
mod builder;
mod constraint;
mod digits;
mod enumeration;
mod family;
mod pattern;
mod primitive;
mod property;
mod slot;
mod target;
mod union;

use std::collections::BTreeMap;

use serde_json::{Value, json};

pub use self::target::{Target, TargetError};
use crate::model::Model;
use builder::Builder;
pub use odatype_table::near;

/// What a schema is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// What must be readable: a declared property that is present is null or has its declared JSON shape; everything
    /// else is free.
    #[default]
    Tolerant,
    /// What one may send: closed types closed, enumeration members known, required parameters there, tags exact, and the
    /// constraints of the Validation vocabulary kept.
    Strict,
}

/// The schema of `target` as one document: `$schema`, `$ref` (or, for a built-in type, what it is) and `$defs`.
#[must_use]
pub fn document(model: &Model, target: &Target, profile: Profile) -> Value {
    let (mut root, definitions) = definitions(model, target, profile);
    if let Value::Object(root) = &mut root {
        root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        if !definitions.is_empty() {
            root.insert("$defs".into(), Value::Object(definitions.into_iter().collect()));
        }
    }
    root
}

/// The schema of `target` as its parts: a reference to a definition (`{"$ref": "#/$defs/…"}`; for some built-in types
/// the schema itself), and every definition that it reaches by key.
#[must_use]
pub fn definitions(model: &Model, target: &Target, profile: Profile) -> (Value, BTreeMap<String, Value>) {
    let mut builder = Builder::new(model, profile);
    let root = builder.root(target);
    (root, builder.finish())
}
