//! Where definitions come from: a table, one at a time, or a document that has them all.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use odatype_table::Profile;
use serde_json::Value;

use super::plain::plain;
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
}

/// Derives each when it is asked for.
pub(super) struct Derived<S: 'static> {
    deriver: Deriver<'static, S>,
    profile: Profile,
    /// What the keys stand for that something referred to.
    known: Mutex<BTreeMap<String, Definition>>,
}

impl<S: AsRef<str> + Send + Sync> Derived<S> {
    pub(super) fn new(deriver: Deriver<'static, S>, profile: Profile) -> Self {
        Self { deriver, profile, known: Mutex::default() }
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
        Some(plain(key, schema))
    }

    fn target(&self, target: Target) -> Value {
        let (schema, wanted) = deriver::root(&self.deriver, target, self.profile);
        self.learn(wanted);
        schema
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
            Some(Value::Object(definitions)) => {
                let plain = |(key, schema): (String, Value)| {
                    let schema = plain(&key, schema);
                    (key, schema)
                };
                definitions.into_iter().map(plain).collect()
            }
            _ => serde_json::Map::new(),
        };
        Self { root: plain("", document), definitions }
    }
}

impl Source for Document {
    fn definition(&self, key: &str) -> Option<Value> {
        if key.is_empty() { Some(self.root.clone()) } else { self.definitions.get(key).cloned() }
    }

    fn target(&self, _: Target) -> Value {
        self.root.clone()
    }
}
