//! Counts of what many payloads turned out to be.

use std::env;

use odatype::Schema;
use odatype_schema::{Source, model::Model};

use crate::{
    agreement::{Verdict, check},
    invent::Inventor,
    mutate::mutate,
    random::Random,
};

/// So many disagreements are shown.
const SHOWN: usize = 12;

/// How many payloads to try: the environment variable `ODATYPE_CASES`, or else `default`.
#[must_use]
pub fn cases(default: usize) -> usize {
    env::var("ODATYPE_CASES").map_or(default, |text| text.parse().unwrap())
}

/// Which part of a table of payloads to try: all if the environment variable `ODATYPE_CASES` is set, or else one in so
/// many, which shifts from one property to the next so that every value is tried somewhere.
#[must_use]
pub fn stride() -> usize {
    const SPARSE: usize = 11;
    if env::var_os("ODATYPE_CASES").is_some() { 1 } else { SPARSE }
}

/// Random numbers from the environment variable `ODATYPE_SEED` on, or else always the same.
#[must_use]
pub fn random() -> Random {
    Random::new(env::var("ODATYPE_SEED").map_or(1, |text| text.parse().unwrap()))
}

/// The model behind generated types.
#[must_use]
pub fn model(schema: &'static Schema) -> Model {
    let source = Source { name: "schema.csdl.json".into(), text: schema.csdl().into() };
    odatype_schema::load(&[source], &[]).unwrap()
}

/// What was tried and what came of it.
#[derive(Debug, Default)]
pub struct Tally {
    tried: usize,
    tolerant: usize,
    strict: usize,
    disagreements: Vec<String>,
}

impl Tally {
    /// Tries one payload.
    pub fn check(&mut self, schema: &'static Schema, name: &str, json: &[u8]) {
        self.tried += 1;
        match check(schema, name, json) {
            Ok(Verdict { tolerant, strict }) => {
                self.tolerant += usize::from(tolerant);
                self.strict += usize::from(strict);
            }
            Err(error) => self.disagreements.push(format!("{name}: {error}\n    {}", String::from_utf8_lossy(json))),
        }
    }

    /// Tries invented payloads of all types of `schema`, half of them changed afterwards.
    pub fn invented(&mut self, schema: &'static Schema, cases: usize) {
        let model = model(schema);
        let inventor = Inventor::new(&model);
        let names: Vec<&str> = schema.types().map(|ty| ty.name()).collect();
        let mut random = random();
        for case in 0..cases {
            // Every type is tried before any is tried again.
            let name = names[case % names.len()];
            let mut payload = inventor.body(name, &mut random);
            if random.one_in(2) {
                mutate(&mut payload, &inventor.words, &mut random);
            }
            self.check(schema, name, payload.write().as_bytes());
        }
    }

    /// Panics if anything disagreed, the shortest first.
    pub fn settle(&mut self) {
        println!("{} tried, {} can be read, {} may be sent", self.tried, self.tolerant, self.strict);
        self.disagreements.sort_by_key(String::len);
        let shown = &self.disagreements[..self.disagreements.len().min(SHOWN)];
        let count = self.disagreements.len();
        assert!(count == 0, "{count} of {} disagree, the shortest:\n{}", self.tried, shown.join("\n"));
    }

    /// Panics if what was tried is so one-sided that it proves nothing.
    pub fn is_mixed(&self) {
        let share = self.tried / 20;
        let parts = [self.strict, self.tolerant - self.strict, self.tried - self.tolerant];
        assert!(parts.iter().all(|part| *part > share), "one-sided: {parts:?} of {}", self.tried);
    }
}
