//! Keywords of ours, which the engine calls in place of following references.
//!
//! Where a schema only decides (`if`, `not`), they are asked whether a value is valid, and find out. Where it tells
//! what is wrong, they note what is still to be held against what.

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{Arc, Weak},
};

use jsonschema::{Keyword, ValidationError};
use serde_json::Value;

use super::engine::Engine;

/// Something still to be done with the value at an address.
#[derive(Debug)]
pub(super) enum Work {
    /// It must be what the definition of that number says.
    All(u32),
    /// It must be what one of them says.
    Any(Vec<u32>),
    /// It is text that a pattern would be for which cannot be run.
    Unchecked(String),
}

/// What a run found out so far.
#[derive(Default)]
pub(super) struct State {
    /// What is still to be done, with the address of the value.
    pub(super) work: Vec<(usize, Work)>,
    /// Whether the value at an address is what a definition says.
    known: HashMap<(usize, u32), bool>,
}

thread_local! {
    /// Of the run on this thread: the engine gives its keywords nothing but the value.
    static STATE: RefCell<State> = RefCell::default();
}

/// Calls `then` with the state of this thread's run.
pub(super) fn state<T>(then: impl FnOnce(&mut State) -> T) -> T {
    STATE.with(|state| then(&mut state.borrow_mut()))
}

/// Where a value is in memory, by which it is known as long as its payload is borrowed.
pub(super) fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}

/// Whether `value` is what the definition `id` says. What is asked again while it is being found out is taken for true,
/// as whatever is wrong is found where it was asked first.
pub(super) fn is_valid(engine: &Arc<Engine>, id: u32, value: &Value) -> bool {
    let at = (address(value), id);
    if let Some(known) = state(|state| state.known.get(&at).copied()) {
        return known;
    }
    state(|state| state.known.insert(at, true));
    let is_valid = engine
        .entry(id)
        .is_some_and(|entry| entry.compiled(engine).as_ref().as_ref().is_ok_and(|it| it.is_valid(value)));
    state(|state| state.known.insert(at, is_valid));
    is_valid
}

/// `$ref`.
pub(super) struct Reference {
    pub(super) engine: Weak<Engine>,
    pub(super) id: u32,
}

impl<'i> Keyword<'i> for Reference {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if Keyword::is_valid(self, instance) { Ok(()) } else { Err(ValidationError::custom("another definition")) }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.engine.upgrade().is_some_and(|engine| is_valid(&engine, self.id, instance))
    }

    fn iter_errors(&self, instance: &'i Value) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        state(|state| state.work.push((address(instance), Work::All(self.id))));
        Box::new(std::iter::empty())
    }
}

/// `anyOf` with references.
pub(super) struct Alternatives {
    pub(super) engine: Weak<Engine>,
    pub(super) ids: Vec<u32>,
}

impl<'i> Keyword<'i> for Alternatives {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if Keyword::is_valid(self, instance) { Ok(()) } else { Err(ValidationError::custom("no alternative")) }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.engine.upgrade().is_some_and(|engine| self.ids.iter().any(|id| is_valid(&engine, *id, instance)))
    }

    fn iter_errors(&self, instance: &'i Value) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        state(|state| state.work.push((address(instance), Work::Any(self.ids.clone()))));
        Box::new(std::iter::empty())
    }
}

/// A pattern that the engine does not run.
pub(super) struct Unchecked {
    pub(super) patterns: Vec<String>,
}

impl<'i> Keyword<'i> for Unchecked {
    fn validate(&self, _: &'i Value) -> Result<(), ValidationError<'i>> {
        Ok(())
    }

    fn is_valid(&self, _: &'i Value) -> bool {
        true
    }

    fn iter_errors(&self, instance: &'i Value) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        if instance.is_string() {
            let work = self.patterns.iter().map(|pattern| (address(instance), Work::Unchecked(pattern.clone())));
            state(|state| state.work.extend(work));
        }
        Box::new(std::iter::empty())
    }
}
