//! How tags may be spelled.
//!
//! Source: OData JSON 4.01, section 4.6.3: the qualified name, or one with the namespace's alias, after `#`; what comes
//! before is the URL of a metadata document.

use odatype_table::name;

use crate::table::{Tables, Type};

/// Whether `tag`, which names `ty` in some spelling, is spelled as one may send it.
pub(super) fn is_exact(tag: &str, ty: &Type, tables: &Tables) -> bool {
    let Some((before, name)) = tag.split_once('#') else { return false };
    is_url(before) && (ty.is_called(name) || tables.unaliased(name).is_some_and(|name| ty.is_called(&name)))
}

/// Whether the tag names a type that a slice left out.
pub(super) fn is_outside(tag: &str, tables: &Tables) -> bool {
    tag.split_once('#').is_some_and(|(before, _)| is_url(before)) && tables.outside.contains(name::named_by(tag))
}

/// Whether `text` has only characters that a URL has, as itself or escaped.
///
/// Source: RFC 3986, sections 2.1 to 2.3.
fn is_url(text: &str) -> bool {
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let fits = match byte {
            b'%' => rest.next().zip(rest.next()).is_some_and(|(a, b)| a.is_ascii_hexdigit() && b.is_ascii_hexdigit()),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=[]".contains(&byte),
        };
        if !fits {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_url;

    #[test]
    fn urls() {
        for (text, expected) in [
            ("", true),
            ("https://host/$metadata", true),
            ("../$metadata?x=%20", true),
            ("hello world", false),
            ("%2", false),
            ("%zz", false),
            ("é", false),
            ("a\nb", false),
        ] {
            assert_eq!(is_url(text), expected, "{text:?}");
        }
    }
}
