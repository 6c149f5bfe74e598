//! What a line says of its type, in each of the two schemas.

use std::{collections::HashMap, rc::Rc};

use super::{line::Said, side::Side};

/// The type of a payload: its name in each schema, if that has it. One of them has it.
#[derive(Debug)]
pub(super) struct Typing {
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

impl Typing {
    /// Its name: that of the new schema, if it has one.
    pub(super) fn name(&self) -> &str {
        self.new.as_deref().or(self.old.as_deref()).unwrap_or_default()
    }

    /// What `text` is in both.
    ///
    /// # Errors
    /// Why it is nothing in the new schema, where it is nothing in the old one either.
    pub(super) fn resolve(said: Said, text: &str, old: &Side<'_>, new: &Side<'_>) -> Result<Self, String> {
        let in_one = |side: &Side<'_>| match said {
            Said::Tag => side.tagged(text),
            Said::Context => side.in_context(text),
            Said::Name => side.named(text),
        };
        // Where one does not understand it, it may yet know the type that it is in the other: an entity set may be gone.
        let known = |side: &Side<'_>, name: &String| side.has(name).then(|| name.clone());
        match (in_one(old), in_one(new)) {
            (Ok(old), Ok(new)) => Ok(Self { old: Some(old), new: Some(new) }),
            (Ok(name), Err(_)) => Ok(Self { new: known(new, &name), old: Some(name) }),
            (Err(_), Ok(name)) => Ok(Self { old: known(old, &name), new: Some(name) }),
            (Err(_), Err(reason)) => Err(reason),
        }
    }
}

/// How many texts are remembered; contexts have keys in them, so that there may be as many as payloads.
const REMEMBERED: usize = 4096;

/// How long texts are that are remembered.
const LONGEST: usize = 1024;

/// What one thread has resolved.
pub(super) struct Typings<'s, 'm> {
    old: &'s Side<'m>,
    new: &'s Side<'m>,
    known: [HashMap<Box<str>, Result<Rc<Typing>, String>>; 3],
}

impl<'s, 'm> Typings<'s, 'm> {
    pub(super) fn new(old: &'s Side<'m>, new: &'s Side<'m>) -> Self {
        Self { old, new, known: Default::default() }
    }

    /// [`Typing::resolve`], remembered.
    pub(super) fn get(&mut self, said: Said, text: &str) -> Result<Rc<Typing>, String> {
        let known = &mut self.known[said as usize];
        if let Some(found) = known.get(text) {
            return found.clone();
        }
        let found = Typing::resolve(said, text, self.old, self.new).map(Rc::new);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        if text.len() <= LONGEST {
            known.insert(text.into(), found.clone());
        }
        found
    }
}
