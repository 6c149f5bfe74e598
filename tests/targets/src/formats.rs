//! Binary formats of serde, against what is read from text.

use odatype::{from_slice, graph::Call, to_string, try_to_vec};
use odatype_table::name::TAGS;
use serde::Serialize;
use serde_json::Value;

use crate::numbers::has_plain_numbers;

/// Names that are `serde_json`'s own signs begin so.
const SIGNS: &[u8] = b"$serde_json::";

/// A call as CBOR, or as JSON text that is made CBOR.
pub(crate) fn cbor(bytes: &[u8]) {
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        let mut out = Vec::new();
        ciborium::into_writer(value, &mut out).unwrap();
        out
    }
    hold(bytes, |bytes| ciborium::from_reader(bytes).map_err(|error| error.to_string()), write::<Call>, write::<Value>);
}

/// A call as `MessagePack`, or as JSON text that is made `MessagePack`.
pub(crate) fn messagepack(bytes: &[u8]) {
    fn write<T: Serialize>(value: &T) -> Vec<u8> {
        rmp_serde::to_vec_named(value).unwrap()
    }
    hold(bytes, |bytes| rmp_serde::from_slice(bytes).map_err(|error| error.to_string()), write::<Call>, write::<Value>);
}

/// What is read of a format is as right as what is read from text; what was read from text, written in the format and
/// read again is the same, and so is what `serde_json` makes of the text, where 64 bits hold all its numbers.
fn hold(
    bytes: &[u8],
    read: impl Fn(&[u8]) -> Result<Call, String>,
    write: fn(&Call) -> Vec<u8>,
    write_tree: fn(&Value) -> Vec<u8>,
) {
    if let Ok(call) = read(bytes) {
        let json = try_to_vec(&call).unwrap();
        let again = from_slice::<Call>(&json).unwrap_or_else(|error| panic!("{error}: {}", to_string(&call)));
        assert!(call == again, "{}", to_string(&call));
    }
    let Ok(call) = from_slice::<Call>(bytes) else { return };
    let Ok(tree) = serde_json::from_slice::<Value>(bytes) else { return };
    if !has_plain_numbers(bytes) || bytes.windows(SIGNS.len()).any(|part| part == SIGNS) || has_two_tags(&tree) {
        return;
    }
    for through in [read(&write(&call)), read(&write_tree(&tree))] {
        let through = through.unwrap_or_else(|error| panic!("{error}: {}", to_string(&call)));
        assert!(call == through, "{} and {}", to_string(&call), to_string(&through));
    }
}

/// Whether an object has its tag twice, under both names: the first counts, and a tree has another order.
fn has_two_tags(tree: &Value) -> bool {
    match tree {
        Value::Object(members) => {
            TAGS.iter().all(|tag| members.contains_key(*tag)) || members.values().any(has_two_tags)
        }
        Value::Array(items) => items.iter().any(has_two_tags),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Call;

    /// The seeds that are no text are calls, so that what becomes of them by chance is nearly one.
    #[test]
    fn seeds_are_read() {
        let cbor = ciborium::from_reader::<Call, _>(&include_bytes!("../../fuzz/corpus/cbor/call.cbor")[..]);
        let packed = rmp_serde::from_slice::<Call>(include_bytes!("../../fuzz/corpus/messagepack/call.msgpack"));
        assert_eq!(cbor.unwrap(), packed.unwrap());
        let streamed = ciborium::from_reader::<Call, _>(&include_bytes!("../../fuzz/corpus/cbor/streamed.cbor")[..]);
        assert_eq!(streamed.unwrap().subject(), Some("Lunch"));
    }
}
