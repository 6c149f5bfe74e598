//! Random edits of values that were read and built, against a model of JSON values.
//!
//! Each case is a list of edits; after each of them the whole value is written, and each of its properties read, and
//! held against the model. `ODATYPE_CASES=10000` runs a million edits.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use proptest::prelude::*;
use serde_json::Value;

mod case;
mod equality;
mod model;
mod objects;
mod scalars;
mod subjects;

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod schema {
    odatype::schema! {
        path = "tests/random_edits/edits.csdl.json",
    }
}
use case::Subject;
use model::Tape;
use schema::edits;

/// A value as it was, and what it was then.
type Copy<T> = (T, Value);

fn run<T: Subject + odatype::Decode>(start: &[u8], edits: &[Vec<u8>]) {
    let (mut value, mut model) = T::make(&mut Tape::new(start));
    let mut copies: Vec<Copy<T>> = Vec::new();
    hold(&value, &model);
    for edit in edits {
        let mut tape = Tape::new(edit);
        if tape.once_in(8) {
            copies.push((value.clone(), model.clone()));
        }
        value.step(&mut model, &mut tape);
        hold(&value, &model);
    }
    for (copy, model) in &copies {
        hold(copy, model);
    }
}

fn hold<T: Subject + odatype::Decode>(value: &T, model: &Value) {
    assert_eq!(odatype::to_value(value).unwrap(), *model);
    value.check(model);
    let copy = value.clone();
    assert!(*value == copy, "{model}");
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn of_a_struct(start in bytes(100), edits in prop::collection::vec(bytes(40), 1..100)) {
        run::<edits::Node>(&start, &edits);
    }

    #[test]
    fn of_a_family(start in bytes(60), edits in prop::collection::vec(bytes(40), 1..100)) {
        run::<edits::Shape>(&start, &edits);
    }
}

fn config(cases: usize) -> ProptestConfig {
    let cases = u32::try_from(odatype_agreement::random::cases(cases)).unwrap();
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn bytes(count: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..count)
}
