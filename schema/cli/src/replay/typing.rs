//! What a line says of its type, in each of the two schemas.

use std::{collections::HashMap, rc::Rc};

use odatype::validate::Subject;

use super::{
    line::Said,
    side::{Side, Sides},
};

/// The type of a payload in each schema, if that has it. One of them has it.
#[derive(Debug)]
pub(super) struct Typing {
    pub(super) old: Option<Subject>,
    pub(super) new: Option<Subject>,
    /// Its name: in the new schema, if that has it.
    pub(super) name: String,
}

impl Typing {
    /// What `text` is in both.
    ///
    /// # Errors
    /// Why it is nothing in the new schema, where it is nothing in the old one either.
    pub(super) fn resolve(said: Said, text: &str, sides: &Sides<'_>) -> Result<Self, String> {
        let Sides { old, new } = sides;
        let in_one = |side: &Side<'_>| match said {
            Said::Tag => side.tagged(text),
            Said::Context => side.in_context(text),
            Said::Name => side.named(text),
        };
        // Where one does not understand it, it may yet know the type that it is in the other: an entity set may be
        // gone.
        let (in_old, in_new) = match (in_one(old), in_one(new)) {
            (Ok(in_old), Ok(in_new)) => (in_old, in_new),
            (Ok(name), Err(_)) | (Err(_), Ok(name)) => (name.clone(), name),
            (Err(_), Err(reason)) => return Err(reason),
        };
        let typing = Self { old: old.subject(&in_old), new: new.subject(&in_new), name: in_new };
        match (typing.old, typing.new) {
            (None, None) => Err(format!("{} is no type that payloads have", typing.name)),
            _ => Ok(typing),
        }
    }
}

/// How many texts are remembered; contexts have keys in them, so that there may be as many as payloads.
const REMEMBERED: usize = 4096;

/// How long texts are that are remembered.
const LONGEST: usize = 1024;

/// What a text is, or why it is nothing.
type Resolved = Result<Rc<Typing>, String>;

/// What one thread has resolved.
pub(super) struct Typings<'s, 'm> {
    sides: &'s Sides<'m>,
    known: [HashMap<Box<str>, Resolved>; 3],
}

impl<'s, 'm> Typings<'s, 'm> {
    pub(super) fn new(sides: &'s Sides<'m>) -> Self {
        Self { sides, known: Default::default() }
    }

    /// [`Typing::resolve`], remembered.
    pub(super) fn get(&mut self, said: Said, text: &str) -> Resolved {
        let known = &mut self.known[said as usize];
        if let Some(found) = known.get(text) {
            return found.clone();
        }
        let found = Typing::resolve(said, text, self.sides).map(Rc::new);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        if text.len() <= LONGEST {
            known.insert(text.into(), found.clone());
        }
        found
    }
}
