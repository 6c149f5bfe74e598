//! Payloads for the types of a schema: as `odatype::sample` makes them, to be sent as they are or with mistakes in
//! them.

use std::collections::{BTreeMap, btree_map::Entry};

use fastrand::Rng;
use odatype::Schema;
use odatype_table::{Body, Structured, StructuredKind, Table};

use crate::{
    json::Json,
    mutate::{anything, mutate},
    random::one_in,
};

/// Gives payloads of a type, without end.
type Made = Box<dyn Iterator<Item = Result<String, odatype::Error>>>;

/// Gives payloads for the types of a table.
pub struct Inventor<'t> {
    schema: &'static Schema,
    /// Names of all structured types and bodies of actions.
    targets: Vec<&'t str>,
    /// Names of types, members and enumeration members of the table.
    words: Vec<String>,
    /// What makes payloads, of each type that was asked for; nothing of one that has none.
    made: BTreeMap<String, Option<Made>>,
}

impl<'t> Inventor<'t> {
    /// One for `table`, which is that of `schema`.
    #[must_use]
    pub fn new(table: &'t Table<String>, schema: &'static Schema) -> Self {
        let mut words = table.outside.clone();
        words.extend(table.definitions.iter().map(|(name, _)| name.clone()));
        for row in &table.rows {
            words.push(row.name.clone());
            match &row.body {
                Body::Structured(ty) => words.extend(ty.own.iter().map(|member| member.name.clone())),
                Body::Enumeration(ty) => words.extend(ty.members.iter().map(|(name, _)| name.clone())),
                Body::Union(_) => {}
            }
        }
        // What functions are given is no payload.
        let is_target = |ty: &Structured<String>| ty.kind != StructuredKind::Function;
        let targets = table.rows.iter().filter(|row| row.structured().is_some_and(is_target));
        let targets = targets.map(|row| row.name.as_str()).collect();
        Self { schema, targets, words, made: BTreeMap::new() }
    }

    /// The names of all structured types and bodies of actions.
    #[must_use]
    pub fn targets(&self) -> Vec<&'t str> {
        self.targets.clone()
    }

    /// A payload of the type `name` that may be sent; anything, if there is none.
    #[must_use]
    pub fn body(&mut self, name: &str, rng: &mut Rng) -> Json {
        let made = match self.made.entry(name.to_owned()) {
            Entry::Occupied(made) => made.into_mut(),
            Entry::Vacant(place) => {
                let payloads = self.schema.payloads(name).ok();
                place.insert(payloads.map(|payloads| Box::new(payloads.seeded(rng.u64(..))) as Made))
            }
        };
        match made {
            Some(made) => Json::parse(&made.next().unwrap().unwrap()),
            None => anything(rng, 3),
        }
    }

    /// A payload of the type `name`, with mistakes in half of them.
    #[must_use]
    pub fn perhaps_wrong(&mut self, name: &str, rng: &mut Rng) -> Json {
        let mut payload = self.body(name, rng);
        if one_in(rng, 2) {
            self.mistake(&mut payload, rng);
        }
        payload
    }

    /// Makes a few mistakes.
    pub fn mistake(&self, payload: &mut Json, rng: &mut Rng) {
        mutate(payload, &self.words, rng);
    }
}
