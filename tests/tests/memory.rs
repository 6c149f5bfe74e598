//! How much memory a payload takes, for each byte of its text: when it is decoded, and when its objects are asked for.
//! Counted by the allocator, at three sizes.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use allocation_counter::measure;
use odatype::{Structured as _, graph::Call};
use odatype_json_schema::{Deriver, Profile};
use odatype_schema::{Rulebook, Source};

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// The most bytes that are there at once while `work` runs, for each byte of a text of `length`.
fn factor(length: usize, work: impl FnOnce()) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "it is a ratio")]
    let factor = measure(work).bytes_max as f64 / length as f64;
    factor
}

#[test]
fn a_collection_of_empty_objects() {
    for size in SIZES {
        let json = format!(r#"{{"callRoutes":[{}]}}"#, vec!["{}"; size].join(","));
        let mut call = None;
        let decoded = factor(json.len(), || call = Some(odatype::from_str::<Call>(&json).unwrap()));
        let call = call.unwrap();
        let asked = factor(json.len(), || assert_eq!(call.call_routes().len(), size));
        println!("{size}: decoding takes {decoded:.1} times the text, asking for the objects {asked:.1} times");
        assert!(decoded < 13.0 && asked <= 8.0);
    }
}

/// What is asked for once is kept, what is asked for by nobody takes nothing.
#[test]
fn objects_take_memory_when_they_are_asked_for_first() {
    let json = format!(r#"{{"callRoutes":[{}]}}"#, vec!["{}"; SIZES[0]].join(","));
    let call: Call = odatype::from_str(&json).unwrap();
    assert!(factor(json.len(), || assert_eq!(call.subject(), None)) < 0.1);
    assert!(factor(json.len(), || drop(call.clone())) < 0.1);
    assert!(factor(json.len(), || assert_eq!(call.call_routes().len(), SIZES[0])) > 1.0);
    assert!(factor(json.len(), || assert_eq!(call.call_routes().len(), SIZES[0])) < 0.1);
}

/// What was asked for is given back with the member that it was.
#[test]
fn what_nobody_can_ask_for_any_more_takes_no_memory() {
    let json = format!(r#"{{"callRoutes":[{}]}}"#, vec!["{}"; SIZES[0]].join(","));
    let changes: [fn(&mut Call); 3] = [
        |call| {
            call.unset(Call::CALL_ROUTES);
        },
        |call| drop(call.take(Call::CALL_ROUTES)),
        |call| {
            call.set(Call::CALL_ROUTES, odatype::Null);
        },
    ];
    for change in changes {
        for is_changed in [false, true] {
            let mut call: Call = odatype::from_str(&json).unwrap();
            if is_changed {
                call.set(Call::SUBJECT, "changed before");
            }
            let left = measure(|| {
                assert_eq!(call.call_routes().len(), SIZES[0]);
                change(&mut call);
            });
            assert!(left.bytes_current < 1000, "{left:?}");
        }
    }
}

/// The JSON Schema of documents that refer to each other by aliases, of which each has its own. What is looked through
/// for each type once more is written once more, and so counted.
#[test]
fn json_schema_of_many_documents() {
    let allocations = [50, 200, 800].map(|count| {
        let document = |index: usize| {
            let before = index.saturating_sub(1);
            let text = format!(
                r#"{{"$Version":"4.01","$Reference":{{"d{before}.json":{{"$Include":[{{"$Namespace":"n{before}","$Alias":"a{before}"}}]}}}},
                "n{index}":{{"T":{{"$Kind":"ComplexType","p":{{"$Type":"a{before}.T"}}}}}}}}"#
            );
            Source { name: format!("d{index}.json"), text: text.into() }
        };
        let model = odatype_schema::load(&(0..count).map(document).collect::<Vec<_>>(), &[]).unwrap();
        let book = Rulebook::new(&model).unwrap();
        let counted = measure(|| drop(Deriver::new(book.table()).schema_document(Profile::Strict))).count_total;
        println!("{count} documents: {counted} allocations");
        counted
    });
    assert!(allocations.windows(2).all(|pair| pair[1] < pair[0] * 5), "{allocations:?}");
}
