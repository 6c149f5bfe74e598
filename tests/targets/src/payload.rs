//! Payloads: decoded, read, written and read again.

use odatype::{
    Structured, from_slice, from_slice_partial, from_slice_strict,
    graph::{Call, CommsNotifications, actions::call::Answer},
    to_string, to_vec, try_to_vec,
    validate::{Profile, Validate},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::numbers::has_plain_numbers;

/// What is decoded is written as it was meant, and read again as the same; what is not, says where it is wrong.
pub(crate) fn payload(bytes: &[u8]) {
    round::<Call>(bytes);
    round::<CommsNotifications>(bytes);
    round::<Answer>(bytes);
    if let Ok(call) = from_slice::<Call>(bytes) {
        nested(&call);
    }
}

/// A nested delta that can be read is written as what is read again.
fn nested(call: &Call) {
    if let Ok(Some(participants)) = call.delta(Call::PARTICIPANTS) {
        let again = call.clone().with_delta(Call::PARTICIPANTS, &participants);
        assert_eq!(again.delta(Call::PARTICIPANTS).unwrap().as_ref(), Some(&participants));
        assert!(from_slice::<Call>(&to_vec(&again)).unwrap() == again);
    }
}

fn round<T: Structured>(bytes: &[u8]) {
    match from_slice::<T>(bytes) {
        Ok(value) => written(&value),
        Err(error) => assert!(!error.findings().is_empty() && !error.to_string().is_empty()),
    }
    if let Ok(partial) = from_slice_partial::<T>(bytes) {
        assert_eq!(partial.findings.is_empty(), from_slice::<T>(bytes).is_ok());
        read_all(&partial.value);
        to_vec(&partial.value);
    }
}

fn written<T: Structured>(value: &T) {
    read_all(value);
    let json = try_to_vec(value).unwrap();
    let again: T = from_slice(&json).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&json)));
    assert!(*value == again, "{}", String::from_utf8_lossy(&json));
    assert_eq!(json, to_vec(&again));
    // `serde_json` takes members of some names for signs of its own.
    if !json.windows(SIGNS.len()).any(|part| part == SIGNS) {
        let serdes = serde_json::from_slice::<Value>(&json).unwrap();
        assert_eq!(odatype::to_value(value).unwrap(), serdes);
    }
}

const SIGNS: &[u8] = b"$serde_json::";

fn read_all<T: Structured>(value: &T) {
    assert!(*value == value.clone());
    assert!(!format!("{value:?}").is_empty());
    assert!(!value.type_name().is_empty());
    value.odata_type();
    for (name, json) in value.dynamic_members() {
        assert_eq!(value.dynamic(&name).map(|known| known.text().to_owned()).as_deref(), Some(json.text()));
        assert!(json.to_value().is_ok(), "{}", json.text());
    }
}

/// What the strict profile takes, the tolerant one takes; and each takes what decoding in it takes.
pub(crate) fn profiles(bytes: &[u8]) {
    profile::<Call>(bytes);
    profile::<CommsNotifications>(bytes);
    profile::<Answer>(bytes);
    // Nested deltas are read when they are asked for; those that may be sent can be.
    if let Ok(call) = from_slice_strict::<Call>(bytes) {
        assert!(call.delta(Call::PARTICIPANTS).is_ok(), "{call:?}");
    }
}

fn profile<T: Structured + Validate>(bytes: &[u8]) {
    let is_valid =
        |profile| T::validate_json(bytes, profile).iter().all(|finding| finding.level() != odatype::Level::Error);
    let (tolerant, strict) = (is_valid(Profile::Tolerant), is_valid(Profile::Strict));
    assert!(tolerant || !strict);
    assert_eq!(tolerant, from_slice::<T>(bytes).is_ok());
    assert_eq!(strict, from_slice_strict::<T>(bytes).is_ok());
    let findings = T::validate_json(bytes, Profile::Strict);
    for finding in &findings {
        assert!(finding.offset() <= bytes.len() && !finding.to_string().is_empty());
    }
}

/// A container that serde reads into a buffer of its own.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Buffered {
    Call(Box<Call>),
}

/// Through serde's buffer an object is the same as without, but for numbers that 64 bits cannot hold, and for objects
/// that stand for such: `serde_json` puts them into the buffer as objects of a member with a name of its own.
pub(crate) fn buffered(bytes: &[u8]) {
    let Ok(tree) = serde_json::from_slice::<Value>(bytes) else { return };
    if tree.to_string().contains("$serde_json::private::") {
        return;
    }
    let direct = from_slice::<Call>(bytes);
    match serde_json::from_slice::<Buffered>(bytes) {
        Ok(Buffered::Call(call)) => {
            if let (Ok(direct), true) = (direct, has_plain_numbers(bytes)) {
                assert!(direct == *call, "{} and {}", to_string(&direct), to_string(&*call));
            }
        }
        Err(_) => assert!(direct.is_err() || !tree.is_object() || !has_plain_numbers(bytes)),
    }
}
