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

/// `text` as a JSON string.
pub(super) fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    odatype_json::escape_into(text, out);
    out.push(b'"');
}
