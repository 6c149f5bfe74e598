//! The definitions that were needed so far, compiled.

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use serde_json::Value;

use super::source::Source;
use crate::target::Target;

/// How many compiled definitions are kept. What a program needs of a schema is far fewer; of all types of a very large
/// one, those that are needed again after so many others are compiled again.
const MOST: usize = 2_048;

/// Definitions, found by number, and those of them that are compiled. Of definitions it has at most as many as the
/// schema, of compiled ones no more than [`MOST`].
pub(super) struct Engine {
    pub(super) source: Box<dyn Source>,
    compile: Compile,
    entries: RwLock<Entries>,
    /// How many were compiled since those that there were were last given up.
    compiled: AtomicUsize,
}

/// A compiled definition, or why there is none.
type Compiled = Result<jsonschema::Validator, String>;

/// Compiles the schema of an entry.
pub(super) type Compile = fn(&Arc<Engine>, &Entry, Value) -> Compiled;

#[derive(Default)]
struct Entries {
    numbers: HashMap<String, u32>,
    all: Vec<Arc<Entry>>,
}

/// A definition, or a branch within one.
pub(super) struct Entry {
    /// The key of the definition.
    pub(super) key: String,
    /// Where the branch is in it, as a JSON pointer; empty for the definition itself.
    pub(super) at: String,
    /// The branch.
    branch: Option<Value>,
    compiled: Mutex<Option<Arc<Compiled>>>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Engine").field("compiled", &self.compiled()).finish_non_exhaustive()
    }
}

impl Engine {
    pub(super) fn new(source: Box<dyn Source>, compile: Compile) -> Arc<Self> {
        Arc::new(Self { source, compile, entries: RwLock::default(), compiled: AtomicUsize::new(0) })
    }

    /// The number of the definition under `key`.
    pub(super) fn id(&self, key: &str) -> u32 {
        self.number(key, "", None)
    }

    /// The number of the schema of `target`.
    pub(super) fn target(&self, target: Target) -> u32 {
        let known = self.read(|entries| entries.numbers.get(&format!("{target:?}")).copied());
        known.unwrap_or_else(|| self.number(&format!("{target:?}"), "", Some(&self.source.target(target))))
    }

    /// The number of the branch `at` a place of the definition under `key`.
    pub(super) fn branch(&self, key: &str, at: &str, schema: &Value) -> u32 {
        self.number(key, at, Some(schema))
    }

    fn number(&self, key: &str, at: &str, branch: Option<&Value>) -> u32 {
        // No key has a line break.
        let name = if at.is_empty() { key.to_owned() } else { format!("{key}\n{at}") };
        if let Some(number) = self.read(|entries| entries.numbers.get(&name).copied()) {
            return number;
        }
        let mut entries = self.entries.write().unwrap_or_else(PoisonError::into_inner);
        let Entries { numbers, all } = &mut *entries;
        *numbers.entry(name).or_insert_with(|| {
            let (key, at) = (key.to_owned(), at.to_owned());
            all.push(Arc::new(Entry { key, at, branch: branch.cloned(), compiled: Mutex::default() }));
            // A schema has far fewer; a number that is none would be no definition's.
            u32::try_from(all.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// The entry of that number, which this engine gave.
    pub(super) fn entry(&self, id: u32) -> Option<Arc<Entry>> {
        self.read(|entries| entries.all.get(usize::try_from(id).ok()?).cloned())
    }

    pub(super) fn compiled(&self) -> usize {
        self.read(|entries| entries.all.iter().filter(|entry| entry.is_compiled()).count())
    }

    /// Makes room for one more compiled definition: if there are enough, all are given up. Who runs one has it still.
    fn make_room(&self) {
        if self.compiled.fetch_add(1, Ordering::Relaxed) < MOST {
            return;
        }
        self.compiled.store(1, Ordering::Relaxed);
        let all = self.read(|entries| entries.all.clone());
        for entry in all {
            // One that is being compiled just now stays.
            if let Ok(mut compiled) = entry.compiled.try_lock() {
                *compiled = None;
            }
        }
    }

    fn read<T>(&self, read: impl FnOnce(&Entries) -> T) -> T {
        read(&self.entries.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Entry {
    /// What the document says.
    pub(super) fn schema(&self, source: &dyn Source) -> Option<Value> {
        self.branch.clone().or_else(|| source.definition(&self.key))
    }

    /// The compiled definition, or why there is none.
    pub(super) fn compiled(&self, engine: &Arc<Engine>) -> Arc<Compiled> {
        if let Some(compiled) = &*self.compiled.lock().unwrap_or_else(PoisonError::into_inner) {
            return Arc::clone(compiled);
        }
        engine.make_room();
        let mut place = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        let compiled = place.get_or_insert_with(|| {
            Arc::new(match self.schema(&*engine.source) {
                Some(schema) => (engine.compile)(engine, self, schema),
                None => Err(format!("there is no definition `{}`", self.key)),
            })
        });
        Arc::clone(compiled)
    }

    fn is_compiled(&self) -> bool {
        self.compiled.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}
