//! Names in JSON pointers, and references to definitions by them.
//!
//! Source: RFC 6901, sections 3 (syntax) and 6 (URI fragments); RFC 3986, section 3.5 (fragment).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where definitions stand.
const DEFINITIONS: &str = "#/$defs/";

/// What a fragment does not have as itself.
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

/// A reference to the file `name` beside the document.
#[must_use]
pub fn file_reference(name: &str) -> String {
    utf8_percent_encode(name, FILE).to_string()
}

/// A name as a segment of a JSON pointer.
pub(crate) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The key that a reference of ours names.
pub(crate) fn key(reference: &str) -> Option<String> {
    let segment = percent_encoding::percent_decode_str(reference.strip_prefix(DEFINITIONS)?);
    Some(unescape(&segment.decode_utf8().ok()?))
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
