//! Decoding accepts exactly what the tolerant profile accepts, decoding strictly what the strict one does, and nothing is
//! lost between reading and writing: for invented payloads of every type of `odatype::graph`, for changed ones, and for
//! changed payloads of the corpora.
//!
//! `ODATYPE_CASES` sets how many payloads are tried; the same ones are made on every run. `ODATYPE_SEED` makes others.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::graph::SCHEMA;
use odatype_tests::{
    corpus,
    invent::Inventor,
    json::Json,
    mutate::mutate,
    tally::{Tally, cases, model, random},
};

/// How many payloads a test tries where the environment does not say.
const CASES: usize = 1500;

#[test]
fn invented_payloads_of_all_types() {
    let mut tally = Tally::default();
    tally.invented(&SCHEMA, cases(CASES));
    tally.settle();
    tally.is_mixed();
}

#[test]
fn changed_corpus() {
    let (Some(page), Some(communications)) = (corpus::page(), corpus::communications()) else { return };
    let model = model(&SCHEMA);
    let inventor = Inventor::new(&model);
    let mut payloads = Vec::new();
    for record in page.iter().chain(&communications) {
        let name = match (&record.action, &record.type_name) {
            (Some((action, Some(binding))), _) => format!("{action}({binding})"),
            (Some((action, None)), _) => action.clone(),
            (None, Some(name)) => name.clone(),
            (None, None) => continue,
        };
        if SCHEMA.decode(&name, b"{}").is_ok() {
            payloads.push((name, Json::parse(&record.payload)));
        }
    }
    let mut random = random();
    let mut tally = Tally::default();
    for case in 0..cases(CASES) {
        let (name, payload) = &payloads[case % payloads.len()];
        let mut payload = payload.clone();
        mutate(&mut payload, &inventor.words, &mut random);
        tally.check(&SCHEMA, name, payload.write().as_bytes());
    }
    tally.settle();
    tally.is_mixed();
}

/// Text that is hardly JSON any more: bytes taken out, put in and replaced.
#[test]
fn broken_text() {
    const NAME: &str = "microsoft.graph.commsNotifications";
    const BYTES: &[u8] = b"{}[],:\"\\0e-.nu \t\x00\x80\xff\xc3d";
    let model = model(&SCHEMA);
    let inventor = Inventor::new(&model);
    let mut random = random();
    let mut tally = Tally::default();
    for _ in 0..cases(CASES) {
        let mut text = inventor.body(NAME, &mut random).write().into_bytes();
        for _ in 0..=random.below(2) {
            let place = random.below(text.len());
            match random.below(3) {
                0 if !text.is_empty() => drop(text.remove(place)),
                1 if !text.is_empty() => text[place] = *random.pick(BYTES),
                _ => text.insert(place, *random.pick(BYTES)),
            }
        }
        tally.check(&SCHEMA, NAME, &text);
    }
    tally.settle();
}
