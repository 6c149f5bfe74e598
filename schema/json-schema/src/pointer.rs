//! Names in JSON pointers, and references to definitions by them.
//!
//! Source: RFC 6901, sections 3 (syntax) and 6 (URI fragments); RFC 3986, section 3.5 (fragment).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

/// OpenAPI's keyword for what an object's tag decides.
pub(crate) const DISCRIMINATOR: &str = "discriminator";
/// In a discriminator, what an object without a tag is: OpenAPI 3.2 has it as `defaultMapping`, and 3.1 takes
/// extensions.
pub(crate) const DEFAULT_MAPPING: &str = "x-defaultMapping";

/// Where definitions stand.
const DEFINITIONS: &str = "#/$defs/";

/// What a segment of a path, or of a fragment, does not have as itself.
///
/// Source: RFC 3986, sections 3.3 (`pchar`) and 3.5.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// What a file's name does not have as itself in a relative reference, whose first segment has no colon.
///
/// Source: RFC 3986, section 4.2.
const FILE: &AsciiSet = &ESCAPED.add(b':');

/// A reference to the definition under `key`.
pub(crate) fn reference(key: &str) -> String {
    format!("{DEFINITIONS}{}", utf8_percent_encode(&escape(key), ESCAPED))
}

/// A name as segments of URLs have it.
#[must_use]
pub fn in_url(name: &str) -> String {
    utf8_percent_encode(name, ESCAPED).to_string()
}

/// A reference to the file `name` beside the document.
#[must_use]
pub fn file_reference(name: &str) -> String {
    utf8_percent_encode(name, FILE).to_string()
}

/// A name as a segment of a JSON pointer.
pub(crate) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The key of the definition that a reference of ours names.
#[must_use]
pub fn key(reference: &str) -> Option<String> {
    let segment = percent_encoding::percent_decode_str(reference.strip_prefix(DEFINITIONS)?);
    Some(unescape(&segment.decode_utf8().ok()?))
}

/// Gives every reference in `schema` to `point`, those of discriminators' mappings too.
pub fn each_reference(schema: &mut Value, point: &mut impl FnMut(&mut String)) {
    match schema {
        Value::Object(members) => {
            for (keyword, value) in members {
                match value {
                    Value::String(reference) if keyword == "$ref" => point(reference),
                    Value::Object(discriminator) if keyword == DISCRIMINATOR && is_discriminator(discriminator) => {
                        let mapping = discriminator.get_mut("mapping").and_then(Value::as_object_mut);
                        mapping.into_iter().flat_map(Map::values_mut).for_each(|target| pointed(target, point));
                        discriminator.get_mut(DEFAULT_MAPPING).into_iter().for_each(|target| pointed(target, point));
                    }
                    other => each_reference(other, point),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_reference(item, point)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn pointed(target: &mut Value, point: &mut impl FnMut(&mut String)) {
    if let Value::String(reference) = target {
        point(reference);
    }
}

/// A discriminator names a member; a property of that name has a schema.
fn is_discriminator(value: &Map<String, Value>) -> bool {
    value.get("propertyName").is_some_and(Value::is_string)
}

/// The name that a segment of a JSON pointer stands for.
pub(crate) fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references_there_and_back() {
        for (name, expected) in [
            ("ns.T:properties", "#/$defs/ns.T:properties"),
            ("Collection(ns.T)", "#/$defs/Collection(ns.T)"),
            ("ns.a(b)/p~q", "#/$defs/ns.a(b)~1p~0q"),
            ("ns.é|ü%", "#/$defs/ns.%C3%A9%7C%C3%BC%25"),
        ] {
            assert_eq!(reference(name), expected);
            assert_eq!(super::key(expected).as_deref(), Some(name));
        }
    }
}
