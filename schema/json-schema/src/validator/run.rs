//! One payload's way: a list of what is still to be held against what, until it is empty.

use std::{
    collections::{HashMap, HashSet},
    mem,
    sync::Arc,
};

use jsonschema::{
    JsonType, ValidationError,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value;

use super::{
    engine::{Engine, Entry},
    keyword::{self, State, Work},
    payload::Places,
    problem::{self, Problem, What},
};

/// Holds `payload` against the definition `root`.
pub(super) fn validate(engine: &Arc<Engine>, root: u32, payload: &Value, report: &mut dyn FnMut(&Problem<'_>)) {
    let _state = Fresh(keyword::state(mem::take));
    let mut run = Run { engine, places: Places::new(payload), schemas: HashMap::new(), chosen: HashMap::new() };
    run.all(keyword::address(payload), root, report);
}

/// Gives this thread its state back: whoever is told of a problem may validate something else.
struct Fresh(State);

impl Drop for Fresh {
    fn drop(&mut self) {
        let before = mem::take(&mut self.0);
        keyword::state(|state| *state = before);
    }
}

struct Run<'e, 'p> {
    engine: &'e Arc<Engine>,
    places: Places<'p>,
    /// Definitions that something was wrong with, as the document has them.
    schemas: HashMap<u32, Option<Value>>,
    /// Of alternatives none of which a value is, the one that least is wrong with.
    chosen: HashMap<(usize, u32), u32>,
}

impl Run<'_, '_> {
    /// Holds the value at `address` against the definition `root` and all that it refers to.
    fn all(&mut self, address: usize, root: u32, report: &mut dyn FnMut(&Problem<'_>)) {
        let mut seen: HashSet<(usize, u32)> = HashSet::new();
        let mut work = vec![(address, Work::All(root))];
        while let Some((address, next)) = work.pop() {
            match next {
                Work::All(id) if seen.insert((address, id)) => self.one(address, id, report),
                Work::All(_) => {}
                Work::Any(ids) => {
                    if let Some(id) = self.choose(address, &ids) {
                        work.push((address, Work::All(id)));
                    }
                }
                Work::Unchecked(pattern) => {
                    let pointer = self.places.pointer(address);
                    self.tell(&pointer, "", "", &Value::Null, What::NotChecked(&pattern), report);
                }
            }
            work.append(&mut keyword::state(|state| mem::take(&mut state.work)));
        }
    }

    /// Holds the value at `address` against one definition; what it refers to is noted.
    fn one(&mut self, address: usize, id: u32, report: &mut dyn FnMut(&Problem<'_>)) {
        let (Some(value), Some(entry)) = (self.places.value(address), self.engine.entry(id)) else { return };
        match &*entry.compiled(self.engine) {
            Ok(compiled) => {
                for error in compiled.iter_errors(value) {
                    self.explain(address, id, &entry, &error, report);
                }
            }
            Err(reason) => {
                let pointer = self.places.pointer(address);
                self.tell(&pointer, &entry.key, "", &Value::Null, What::Broken(reason), report);
            }
        }
    }

    fn explain(
        &mut self,
        address: usize,
        id: u32,
        entry: &Entry,
        error: &ValidationError<'_>,
        report: &mut dyn FnMut(&Problem<'_>),
    ) {
        // Alternatives without references: the one that least is wrong with was most likely meant.
        if let ValidationErrorKind::AnyOf { context } = error.kind() {
            let whole = error.instance_path();
            let weight = |error: &ValidationError<'_>| {
                let is_other_kind = match error.kind() {
                    ValidationErrorKind::Type { kind } => !(error.instance().is_number() && has_integers(kind)),
                    _ => false,
                };
                weight(is_other_kind && error.instance_path() == whole)
            };
            let nearest = context.iter().min_by_key(|errors| errors.iter().map(weight).sum::<usize>());
            for error in nearest.into_iter().flatten() {
                self.explain(address, id, entry, error, report);
            }
            return;
        }
        let pointer = format!("{}{}", self.places.pointer(address), error.instance_path());
        let path = error.schema_path().as_str();
        let source = &*self.engine.source;
        let schema = self.schemas.entry(id).or_insert_with(|| entry.schema(source));
        let owner = path.rsplit_once('/').and_then(|(owner, _)| schema.as_ref()?.pointer(owner)).cloned();
        let keyword = format!("{}{path}", entry.at);
        let owner = owner.unwrap_or_default();
        self.tell(&pointer, &entry.key, &keyword, &owner, problem::what(error), report);
    }

    fn tell(
        &self,
        pointer: &str,
        definition: &str,
        keyword: &str,
        schema: &Value,
        what: What<'_>,
        report: &mut dyn FnMut(&Problem<'_>),
    ) {
        report(&Problem { pointer, definition, keyword, schema, what, source: &*self.engine.source });
    }

    /// Which of the alternatives to tell of: one that the value is, of which only what is not checked is to be told, or
    /// else the one that least is wrong with.
    fn choose(&mut self, address: usize, ids: &[u32]) -> Option<u32> {
        let value = self.places.value(address)?;
        if let Some(fitting) = ids.iter().find(|id| keyword::is_valid(self.engine, **id, value)) {
            return Some(*fitting);
        }
        let first = *ids.first()?;
        if let Some(chosen) = self.chosen.get(&(address, first)) {
            return Some(*chosen);
        }
        let work = keyword::state(|state| mem::take(&mut state.work));
        let pointer = self.places.pointer(address);
        let mut best = (usize::MAX, first);
        for id in ids {
            let mut sum = 0;
            self.all(address, *id, &mut |problem| {
                let is_other_kind = matches!(problem.what, What::Type)
                    && !(value.is_number() && problem.schema["type"].as_str() == Some("integer"));
                sum += weight(is_other_kind && problem.pointer == pointer);
            });
            if sum < best.0 {
                best = (sum, *id);
            }
        }
        keyword::state(|state| state.work = work);
        self.chosen.insert((address, first), best.1);
        Some(best.1)
    }
}

/// How much a problem speaks against an alternative: what is of another kind of JSON value altogether was hardly meant.
fn weight(is_of_another_kind: bool) -> usize {
    /// More than a value has other problems.
    const OF_ANOTHER_KIND: usize = 1 << 20;
    if is_of_another_kind { OF_ANOTHER_KIND } else { 1 }
}

fn has_integers(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Single(kind) => *kind == JsonType::Integer,
        TypeKind::Multiple(kinds) => kinds.contains(JsonType::Integer),
    }
}
