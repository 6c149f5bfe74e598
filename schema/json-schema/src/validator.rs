//! Holds payloads against the documents themselves, by the crate `jsonschema`.
//!
//! One set of definitions serves a whole schema: each is derived and compiled when it is first needed, as a validator
//! of its own, and a reference to another is not followed by the engine but noted, to be followed afterwards. So memory
//! is bounded however large the schema is, no payload is deep for the stack, and each value is held against each
//! definition once, whatever alternatives refer to each other: time and memory are linear in the payload.
//!
//! Patterns run in an engine without backtracking. One that such an engine cannot run is not checked, and is told where
//! a value stands that it is for.
//!
//! Source: JSON Schema 2020-12.

mod compile;
mod engine;
mod keyword;
mod payload;
mod plain;
mod problem;
mod run;
mod said;
mod source;
mod walk;
mod words;

use std::{fmt, sync::Arc};

use serde_json::Value;

use crate::{deriver::Deriver, target::Target};
use engine::Engine;
use odatype_table::Profile;
pub use payload::value;
pub use problem::{Problem, What};
pub use said::{About, Said};

/// Holds payloads against the definitions of a whole schema.
#[derive(Debug)]
pub struct SchemaValidator {
    engine: Arc<Engine>,
}

/// Holds payloads against one document.
#[derive(Debug)]
pub struct DocumentValidator {
    engine: Arc<Engine>,
}

/// A document that is no JSON Schema.
#[derive(Debug)]
pub struct Error {
    message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl SchemaValidator {
    /// Validates against what `deriver` derives in `profile`. Nothing is derived yet.
    #[must_use]
    pub fn new<S: AsRef<str> + Send + Sync>(deriver: Deriver<'static, S>, profile: Profile) -> Self {
        Self { engine: Engine::new(Box::new(source::Derived::new(deriver, profile)), compile::compile) }
    }

    /// Tells `report` everything that is wrong with `payload` as a value of `target`, in no particular order.
    pub fn validate(&self, target: Target, payload: &Value, report: &mut dyn FnMut(&Problem<'_>)) {
        run::validate(&self.engine, self.engine.target(target), payload, report);
    }

    /// How many definitions are compiled at the moment: of very many, those are given up that were compiled before.
    #[must_use]
    pub fn compiled(&self) -> usize {
        self.engine.compiled()
    }
}

impl DocumentValidator {
    /// Validates against `document`, one that [`Deriver::document`] made: its references are to its own `$defs`.
    ///
    /// # Errors
    /// If it is no JSON Schema.
    pub fn new(document: Value) -> Result<Self, Error> {
        if let Err(error) = jsonschema::draft202012::meta::validate(&document) {
            let message = format!("no JSON Schema at `{}`: {error}", error.instance_path());
            return Err(Error { message });
        }
        Ok(Self { engine: Engine::new(Box::new(source::Document::new(document)), compile::compile) })
    }

    /// Tells `report` everything that is wrong with `payload`, in no particular order.
    pub fn validate(&self, payload: &Value, report: &mut dyn FnMut(&Problem<'_>)) {
        run::validate(&self.engine, self.engine.id(""), payload, report);
    }
}
