//! JSON text that `serde_json` is to write, written as it is.

use std::any::type_name;

use serde::{Serialize as _, Serializer, ser::Error as _};
use serde_json::value::RawValue;

/// Whether `S` is the serializer of `serde_json` that writes text without white space. Only its name tells, since a
/// serializer may borrow what it writes to; under another name it would get what all others get, which is the same
/// value, and takes longer.
#[inline]
pub(super) fn takes_text<S: Serializer>() -> bool {
    is_compact(type_name::<S>())
}

/// Whether `name` is that of a serializer without a formatter of its own.
fn is_compact(name: &str) -> bool {
    let Some(of) = name.strip_prefix("&mut serde_json::ser::Serializer<").and_then(|rest| rest.strip_suffix('>'))
    else {
        return false;
    };
    // A parameter that is a character may look like a bracket, and hide what comes after it.
    if ["'<'", "'('", "'['"].iter().any(|bracket| of.contains(bracket)) {
        return false;
    }
    let mut depth = 0_usize;
    let formatter = of.bytes().position(|byte| {
        match byte {
            b'<' | b'(' | b'[' => depth += 1,
            b'>' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        byte == b',' && depth == 0
    });
    // Which the compiler tells, or not, as it is what is meant where none is given.
    formatter.is_none_or(|comma| of.get(comma..) == Some(", serde_json::ser::CompactFormatter"))
}

/// Writes `json`, which was read and has no white space.
pub(super) fn write<S: Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    // That looks through it again, in less time than it takes to write it value by value.
    serde_json::from_str::<&RawValue>(json).map_err(S::Error::custom)?.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::is_compact;

    #[test]
    fn only_without_a_formatter_of_its_own() {
        let of = |parameters: &str| is_compact(&format!("&mut serde_json::ser::Serializer<{parameters}>"));
        assert!(of("&mut alloc::vec::Vec<u8>"));
        assert!(of("std::io::Either<(u8, [u8; 2]), a::B<C, D>>"));
        assert!(of("W<A, B>, serde_json::ser::CompactFormatter"));
        assert!(!of("&mut alloc::vec::Vec<u8>, serde_json::ser::PrettyFormatter<'_>"));
        assert!(!of("&mut alloc::vec::Vec<u8>, my::CompactFormatter"));
        assert!(!of("a::Marked<'<'>, my::Formatter"));
        assert!(!is_compact("serde_json::value::ser::Serializer"));
        assert!(!is_compact("&mut ciborium::ser::Serializer<&mut alloc::vec::Vec<u8>>"));
    }
}
