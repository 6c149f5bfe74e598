//! Equality, of values that differ in something and of values that do not.

use odatype::{Decode, Structured};
use proptest::prelude::*;

use crate::{case::Subject, edits, model::Tape};

fn read<T: Structured + Decode>(value: &T) -> T {
    odatype::from_slice_partial(&odatype::to_vec(value)).unwrap().value
}

/// Values of a kind: some that are equal, and some that are nearly so.
fn relatives<T: Subject + Decode>(start: &[u8], edits: &[Vec<u8>], tag: &str) -> Vec<T> {
    let mut tape = Tape::new(start);
    tape.rereads = true;
    let (mut value, mut model) = T::make(&mut tape);
    for edit in edits {
        let mut tape = Tape::new(edit);
        (tape.tags, tape.rereads) = (false, true);
        value.step(&mut model, &mut tape);
    }
    let mut edited = value.clone();
    edited.step(&mut model, &mut Tape::new(start));
    let again = read(&value);
    // Each is compared with what is written of it, members in another order.
    let sorted: T =
        odatype::from_slice_partial(odatype::to_value(&value).unwrap().to_string().as_bytes()).unwrap().value;
    assert!(value == again, "{value:?}, {again:?}");
    assert!(value == sorted && sorted == again, "{value:?}, {sorted:?}");
    let tags = [tag, tag.trim_start_matches('#'), "#other"];
    let mut all: Vec<T> = Vec::new();
    for value in [value, again, edited] {
        all.extend(tags.iter().map(|tag| value.clone().with_dynamic("@odata.type", *tag)));
        all.push(value.clone().without_dynamic("@odata.type"));
        all.push(value.clone().without_dynamic("@type"));
        all.push(value.clone().with_dynamic("@type", tag));
        all.push(value);
    }
    let read: Vec<T> = all.iter().map(read).collect();
    all.extend(read);
    all
}

/// Whether equality is one.
fn hold<T: PartialEq + std::fmt::Debug>(all: &[T]) {
    for left in all {
        let own: &T = left;
        assert_eq!(left, own);
        for right in all {
            let same = left == right;
            assert_eq!(same, right == left, "{left:?}, {right:?}");
            for third in all.iter().filter(|_| same) {
                assert_eq!(right == third, left == third, "{left:?}, {right:?}, {third:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::config(8))]

    #[test]
    fn of_structs(start in crate::bytes(100), edits in prop::collection::vec(crate::bytes(40), 0..4)) {
        hold(&relatives::<edits::Node>(&start, &edits, "#edits.node"));
    }

    #[test]
    fn of_families(start in crate::bytes(60), edits in prop::collection::vec(crate::bytes(40), 0..4)) {
        hold(&relatives::<edits::Shape>(&start, &edits, "#edits.circle"));
        hold(&relatives::<edits::AnyPlace>(&start, &edits, "#edits.place"));
    }
}
