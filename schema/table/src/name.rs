//! How types are named on the wire and in schemas: collections, and tags.
//!
//! Source: OData CSDL JSON 4.01, section 15; OData JSON 4.01, section 4.6.3 (control information `type`).

use std::fmt;

/// The names that a tag may have; the prefix `odata.` may be left out since 4.01. The first is the one that is written.
pub const TAGS: [&str; 2] = ["@odata.type", "@type"];

/// The names that the context URL of a payload may have; the first is the one that services write.
///
/// Source: OData JSON 4.01, section 4.6.1 (control information `context`).
pub const CONTEXTS: [&str; 2] = ["@odata.context", "@context"];

/// The name of what `key` is the key of: of an operation's overload, as `ns.name(ns.Type,parameter)`, without what tells
/// it from the others; of all else the key itself.
#[must_use]
pub fn without_overload(key: &str) -> &str {
    key.split_once('(').map_or(key, |(name, _)| name)
}

/// What a name is for: a type, or a collection of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaybeCollection<T> {
    /// Whether it was `Collection(…)`.
    pub is_collection: bool,
    /// The type's name.
    pub item: T,
}

impl<'t> MaybeCollection<&'t str> {
    /// Takes `text` apart: `Collection(ns.Type)`, or the type alone.
    #[must_use]
    pub fn parse(text: &'t str) -> Self {
        match text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
            Some(item) => Self { is_collection: true, item },
            None => Self { is_collection: false, item: text },
        }
    }
}

impl<T: fmt::Display> fmt::Display for MaybeCollection<T> {
    /// As CSDL XML writes it: `Collection(ns.T)`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_collection { write!(formatter, "Collection({})", self.item) } else { self.item.fmt(formatter) }
    }
}

/// The tag of the type `name`, as it is written: `#ns.Type`.
#[must_use]
pub fn tag(name: &str) -> String {
    format!("#{name}")
}

/// What the tag `text` names: `#ns.Type`, `ns.Type`, or the fragment of a URL (`https://host/$metadata#ns.Type`).
#[inline]
#[must_use]
pub fn named_by(text: &str) -> &str {
    text.split_once('#').map_or(text, |(_, fragment)| fragment)
}

/// Whether the name of a member makes it control information or an annotation, which any object may have.
///
/// Source: OData JSON 4.01, sections 4.6 (control information) and 20 (instance annotations).
#[must_use]
pub fn is_annotation(name: &str) -> bool {
    // As bytes, since names are short and searching for a character is made for long texts.
    name.as_bytes().contains(&b'@')
}

#[cfg(test)]
mod tests {
    use super::{MaybeCollection, named_by};

    #[test]
    fn collections_there_and_back() {
        for (text, is_collection, item) in [
            ("ns.T", false, "ns.T"),
            ("Collection(ns.T)", true, "ns.T"),
            ("Collection(ns.T", false, "Collection(ns.T"),
            ("collection(ns.T)", false, "collection(ns.T)"),
        ] {
            let parsed = MaybeCollection::parse(text);
            assert_eq!(parsed, MaybeCollection { is_collection, item });
            assert_eq!(parsed.to_string(), text);
        }
    }

    #[test]
    fn tags_name_types() {
        for (tag, name) in
            [("#ns.T", "ns.T"), ("ns.T", "ns.T"), ("https://host/$metadata#ns.T", "ns.T"), ("", ""), ("#", "")]
        {
            assert_eq!(named_by(tag), name, "{tag}");
        }
    }
}
