//! Names with `*` in them.

use odatype_schema::model::QualifiedName;

/// What a name is to be.
pub(super) struct Pattern(String);

impl Pattern {
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_lowercase())
    }

    /// Whether the qualified or the simple name fits, in any letter case.
    pub(super) fn names(&self, name: &QualifiedName) -> bool {
        self.is(name.as_str()) || self.is(name.name())
    }

    /// Whether `text` fits, in any letter case.
    pub(super) fn is(&self, text: &str) -> bool {
        fits(&text.to_lowercase(), &self.0)
    }
}

/// Whether `text` is `pattern`, in which each `*` is any text.
fn fits(text: &str, pattern: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return text == pattern };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(place) = text.find(part) else { return false };
        text = text.get(place + part.len()..).unwrap_or_default();
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns() {
        for (text, pattern, expected) in [
            ("call", "call", true),
            ("calls", "call", false),
            ("anything", "*", true),
            ("mediaconfig", "*config", true),
            ("mediaconfig", "media*", true),
            ("a.b.c", "a*b*c", true),
            ("a.b", "a*b*c", false),
            ("ab", "ab*b", false),
        ] {
            assert_eq!(fits(text, pattern), expected, "{text} {pattern}");
        }
    }
}
