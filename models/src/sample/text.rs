//! Text, GUIDs and bytes.

use odatype_table::Constraints;
use proptest::{
    arbitrary::any,
    char::range,
    collection::vec,
    strategy::{SBoxedStrategy, Strategy},
};

use super::{chance::Texts, pattern, tree::quoted};

/// Texts are mostly no longer.
const USUAL: usize = 12;
/// A text as long as it may be is no longer.
const LONGEST: usize = 300;

/// JSON strings that may be what is `asked` of text.
pub(super) fn texts(asked: &Constraints<&'static str>) -> Vec<Texts> {
    if !asked.patterns.is_empty() {
        let texts = pattern::texts(&asked.patterns, asked.is_ascii);
        return texts.into_iter().map(|texts| texts.prop_map(|text| quoted(&text)).sboxed()).collect();
    }
    let most = asked.max_length.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
    let usual = most.min(USUAL);
    let of = |characters: SBoxedStrategy<char>, length: std::ops::RangeInclusive<usize>| {
        vec(characters, length).prop_map(|text| quoted(&text.into_iter().collect::<String>())).sboxed()
    };
    let letters = || range('a', 'z').sboxed();
    let mut all = vec![of(letters(), 0..=usual), of(range(' ', '~').sboxed(), 0..=usual)];
    if !asked.is_ascii {
        all.push(of(any::<char>().sboxed(), 0..=usual));
    }
    if most <= LONGEST {
        all.push(of(letters(), most..=most));
    }
    all
}

/// JSON strings of bytes in base64url.
pub(super) fn binary(asked: &Constraints<&'static str>) -> Vec<Texts> {
    let most = asked.max_length.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
    let of = |length: std::ops::RangeInclusive<usize>| {
        vec(any::<u8>(), length).prop_map(|bytes| quoted(&crate::edm::binary::encode(&bytes))).sboxed()
    };
    let mut all = vec![of(0..=most.min(USUAL))];
    if most <= LONGEST {
        all.push(of(most..=most));
    }
    all
}

/// JSON strings of GUIDs.
pub(super) fn guids() -> Texts {
    any::<[u8; 16]>().prop_map(|bytes| quoted(&uuid::Uuid::from_bytes(bytes).to_string())).sboxed()
}
