//! The tokens that members are made of.

/// A member's beginning, which is a comma, its name and a colon; without the comma if the object has only begun.
#[inline]
pub(super) fn first_or_more(key: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(if out.last() == Some(&b'{') { key.get(1..).unwrap_or(key) } else { key });
}

/// A comma, unless the object has only begun.
#[inline]
pub(super) fn separate(out: &mut Vec<u8>) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
}

/// A comma, unless the array has only begun. (No item ends with a bracket that begins one.)
#[inline]
pub(super) fn separate_items(out: &mut Vec<u8>) {
    if out.last() != Some(&b'[') {
        out.push(b',');
    }
}

/// `text` as a JSON string.
pub(super) fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    odatype_json::escape_into(text, out);
    out.push(b'"');
}

/// An array, each item written by `write`.
pub(crate) fn array<I: IntoIterator>(items: I, write: impl Fn(I::Item, &mut Vec<u8>), out: &mut Vec<u8>) {
    out.push(b'[');
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(b']');
}

/// What was written, as text.
pub(crate) fn as_text(json: Vec<u8>) -> String {
    // It is made of strings and JSON text only, so that nothing is replaced.
    String::from_utf8(json).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
