//! Where definitions come from: a table, one at a time, or a document that has them all.

use std::{
    collections::{BTreeMap, HashSet},
    sync::{Mutex, PoisonError},
};

use odatype_table::Profile;
use serde_json::Value;

use crate::{
    definition::Definition,
    deriver::{self, Deriver},
    target::Target,
};

/// Definitions by key.
pub(super) trait Source: Send + Sync {
    /// The definition under `key`; the document's root under the empty one.
    fn definition(&self, key: &str) -> Option<Value>;

    /// A schema of `target`.
    fn target(&self, target: Target) -> Value;

    /// Whether `pattern` is known to be none that an engine without backtracking runs in good time, so that it is not tried.
    fn is_unrun(&self, pattern: &str) -> bool;
}

/// Derives each when it is asked for.
pub(super) struct Derived<S: 'static> {
    deriver: Deriver<'static, S>,
    profile: Profile,
    /// What the keys stand for that something referred to.
    known: Mutex<BTreeMap<String, Definition>>,
    /// The patterns that the table says are not run.
    unrun: HashSet<String>,
}

impl<S: AsRef<str> + Send + Sync> Derived<S> {
    pub(super) fn new(deriver: Deriver<'static, S>, profile: Profile) -> Self {
        let unrun = deriver.table().patterns().filter(|pattern| !pattern.is_linear);
        let unrun = unrun.map(|pattern| pattern.text.as_ref().to_owned()).collect();
        Self { deriver, profile, known: Mutex::default(), unrun }
    }

    fn learn(&self, wanted: BTreeMap<String, Definition>) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).extend(wanted);
    }
}

impl<S: AsRef<str> + Send + Sync> Source for Derived<S> {
    fn definition(&self, key: &str) -> Option<Value> {
        let definition = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()?;
        let (schema, wanted) = deriver::definition(&self.deriver, &definition, self.profile);
        self.learn(wanted);
        Some(schema)
    }

    fn target(&self, target: Target) -> Value {
        let (schema, wanted) = deriver::root(&self.deriver, target, self.profile);
        self.learn(wanted);
        schema
    }

    fn is_unrun(&self, pattern: &str) -> bool {
        self.unrun.contains(pattern)
    }
}

/// A document with a root and `$defs`.
pub(super) struct Document {
    root: Value,
    definitions: serde_json::Map<String, Value>,
}

impl Document {
    pub(super) fn new(mut document: Value) -> Self {
        let definitions = document.as_object_mut().and_then(|root| root.remove("$defs"));
        let definitions = match definitions {
            Some(Value::Object(definitions)) => definitions,
            _ => serde_json::Map::new(),
        };
        Self { root: document, definitions }
    }
}

impl Source for Document {
    fn definition(&self, key: &str) -> Option<Value> {
        if key.is_empty() { Some(self.root.clone()) } else { self.definitions.get(key).cloned() }
    }

    fn target(&self, _: Target) -> Value {
        self.root.clone()
    }

    /// A document says nothing of its patterns.
    fn is_unrun(&self, _: &str) -> bool {
        false
    }
}
