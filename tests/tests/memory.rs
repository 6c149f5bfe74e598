//! How much memory a payload takes, for each byte of its text: when it is decoded, and when its objects are asked for. Counted
//! by the allocator, at three sizes.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use allocation_counter::measure;
use odatype::graph::Call;

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
        assert!(decoded < 13.0 && asked < 17.0);
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
