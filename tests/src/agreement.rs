//! What decoding, writing and validating must agree on, for any bytes at all.

use odatype::{Error, Findings, Object, Schema, validate::Profile};

use crate::json::is_same;

/// What a payload turned out to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// It can be read.
    pub tolerant: bool,
    /// It may be sent.
    pub strict: bool,
}

/// Reads `json` as the type named `name` in every way there is and compares what comes of it.
///
/// # Errors
/// What does not agree.
pub fn check(schema: &'static Schema, name: &str, json: &[u8]) -> Result<Verdict, String> {
    let decoded = schema.decode(name, json);
    let tolerant = validate(schema, name, json, Profile::Tolerant)?;
    agree("tolerant", decoded.as_ref().err(), &tolerant)?;
    let decoded_strictly = schema.decode_strict(name, json);
    let strict = validate(schema, name, json, Profile::Strict)?;
    agree("strict", decoded_strictly.as_ref().err(), &strict)?;
    if strict.is_valid() && !tolerant.is_valid() {
        return Err(format!("what may be sent cannot be read: {tolerant}"));
    }
    if let Ok(object) = &decoded {
        check_lossless(schema, name, json, &**object)?;
    }
    if let (Ok(object), Ok(strict)) = (&decoded, &decoded_strictly)
        && object.as_record() != strict.as_record()
    {
        return Err(format!("read strictly, another value: {object:?} and {strict:?}"));
    }
    Ok(Verdict { tolerant: tolerant.is_valid(), strict: strict.is_valid() })
}

fn validate(schema: &'static Schema, name: &str, json: &[u8], profile: Profile) -> Result<Findings, String> {
    schema.validate(name, json, profile).map_err(|error| error.to_string())
}

fn agree(profile: &str, decoded: Option<&Error>, findings: &Findings) -> Result<(), String> {
    match decoded {
        Some(error) if findings.is_valid() => Err(format!("{profile}: only decoding refuses it: {error}")),
        None if !findings.is_valid() => Err(format!("{profile}: only validation refuses it: {findings}")),
        _ => Ok(()),
    }
}

fn check_lossless(schema: &'static Schema, name: &str, json: &[u8], object: &dyn Object) -> Result<(), String> {
    let written = String::from_utf8(object.to_vec()).map_err(|error| error.to_string())?;
    let read = std::str::from_utf8(json).map_err(|error| error.to_string())?;
    if !is_same(read, &written) {
        return Err(format!("written back, another JSON value: {written}"));
    }
    let again = schema.decode(name, written.as_bytes()).map_err(|error| format!("written back, refused: {error}"))?;
    if again.as_record() != object.as_record() {
        return Err(format!("written back and read again, another value: {written}"));
    }
    Ok(())
}
