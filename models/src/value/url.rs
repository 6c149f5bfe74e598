//! What stands in URLs: literals, and what names them.
//!
//! Source: OData ABNF, `primitiveLiteral`; OData URL Conventions 4.01, section 2 (URL components).

/// `text`, everything percent-encoded that may mean something to somebody on the way: a slash, a plus, a comma.
#[inline]
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    encode(text, &mut out);
    out
}

/// `text` in quotes, after `prefix`; quotes in it are doubled.
#[inline]
pub(super) fn quoted(prefix: &str, text: &str) -> String {
    let mut out = format!("{prefix}'");
    for (place, part) in text.split('\'').enumerate() {
        if place > 0 {
            out.push_str("''");
        }
        encode(part, &mut out);
    }
    out.push('\'');
    out
}

/// Values by their names, in parentheses.
#[inline]
pub(super) fn named<N: AsRef<str>>(values: impl Iterator<Item = (N, String)>) -> String {
    let mut out = "(".to_owned();
    for (place, (name, value)) in values.enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push_str(name.as_ref());
        out.push('=');
        out.push_str(&value);
    }
    out.push(')');
    out
}

#[inline]
fn encode(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}
