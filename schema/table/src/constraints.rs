//! What must hold of a value besides its type.

use std::borrow::Cow;

use crate::ValueType;

/// Everything that a schema asks of a value in one place: type definition, property and overlay joined, so that all of
/// it holds at once.
///
/// Only what a schema says is here: the defaults that CSDL XML has for absent facets (no `Precision` of a date and time
/// means whole seconds) are not what services mean by leaving them out.
///
/// Source: OData vocabulary Org.OData.Validation.V1; CSDL JSON 4.01, section 7.2 (type facets).
#[derive(Clone, Debug, PartialEq)]
pub struct Constraints<S> {
    /// `Validation.Pattern`: text must match each.
    pub patterns: Vec<Pattern<S>>,
    /// `Validation.Minimum`.
    pub minimum: Option<Bound<S>>,
    /// `Validation.Maximum`.
    pub maximum: Option<Bound<S>>,
    /// `Validation.MultipleOf`, a positive decimal number: a number must be a multiple of each; a duration's or time's
    /// seconds.
    pub multiples: Vec<S>,
    /// `Validation.MinItems`.
    pub min_items: Option<u64>,
    /// `Validation.MaxItems`.
    pub max_items: Option<u64>,
    /// `MaxLength`: characters of text, bytes of a binary value.
    pub max_length: Option<u64>,
    /// `Unicode="false"`: text has only ASCII characters.
    pub is_ascii: bool,
    /// `Precision` and `Scale`.
    pub digits: Digits,
    /// `Validation.AllowedValues`: the only values, each as a JSON scalar's text.
    pub allowed: Option<Vec<S>>,
    /// `Validation.DerivedTypeConstraint` of a structured type: an object is of one of these types or derives from one.
    pub derived: Option<Vec<u16>>,
    /// The types that an `Edm.Untyped` value, or each item of a collection, may have, where the schema lists others
    /// than structured types (for those see [`crate::Body::Union`]).
    pub types: Option<Vec<Listed<S>>>,
}

/// A regular expression in the dialect that every engine reads alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern<S> {
    /// The expression; it has no control character.
    pub text: S,
    /// Whether an engine without backtracking can run it: it neither looks around nor refers back.
    pub is_linear: bool,
}

/// An end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound<S> {
    /// The value, as [`crate::literal`] reads it.
    pub value: S,
    /// Whether it is itself outside.
    pub is_exclusive: bool,
}

/// How many digits a number may have, by its value: zeros at either end do not count.
///
/// A `Precision` of 5 with a `Scale` of 2 is at most three digits before the point and two after it. Of dates and times
/// with a fraction of seconds, `Precision` is the number of digits after the point.
///
/// Source: CSDL JSON 4.01, sections 7.2.3 and 7.2.4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digits {
    /// At most this many before the point.
    pub whole: Option<u64>,
    /// At most this many after the point.
    pub fraction: Option<u64>,
    /// At most this many before and after the point together.
    pub total: Option<u64>,
    /// At most this many from the first that is not zero to the last that is not.
    pub significant: Option<u64>,
}

/// A type that a schema lists among others for a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<S> {
    /// The type; of a type definition, what is behind it.
    pub ty: ValueType,
    /// What else must hold of such a value, or of each item: what the type definition says that is listed.
    pub constraints: Constraints<S>,
}

impl<S: AsRef<str>> Pattern<S> {
    /// Whether the expression asks for boundaries of words (`\b`, `\B`), which engines read differently.
    #[must_use]
    pub fn has_boundary(&self) -> bool {
        let mut characters = self.text.as_ref().chars();
        while let Some(character) = characters.next() {
            if character == '\\' && matches!(characters.next(), Some('b' | 'B')) {
                return true;
            }
        }
        false
    }

    /// The expression as the crate `regex` reads it, to which `\b` is a boundary of Unicode's words if it is not told
    /// that it is one of ASCII's; `None` if no engine without backtracking can run it.
    #[must_use]
    pub fn linear(&self) -> Option<Cow<'_, str>> {
        let text = self.text.as_ref();
        if !self.is_linear {
            return None;
        }
        if !self.has_boundary() {
            return Some(Cow::Borrowed(text));
        }
        let mut out = String::with_capacity(text.len() + 8);
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            match (character, characters.clone().next()) {
                ('\\', Some(boundary @ ('b' | 'B'))) => {
                    out.push_str(if boundary == 'b' { r"(?-u:\b)" } else { r"(?-u:\B)" });
                    characters.next();
                }
                ('\\', Some(escaped)) => {
                    out.extend([character, escaped]);
                    characters.next();
                }
                _ => out.push(character),
            }
        }
        Some(Cow::Owned(out))
    }
}

impl<S> From<ValueType> for Listed<S> {
    fn from(ty: ValueType) -> Self {
        Self { ty, constraints: Constraints::default() }
    }
}

// Derived, it would ask for a default name.
impl<S> Default for Constraints<S> {
    fn default() -> Self {
        Self {
            patterns: Vec::new(),
            minimum: None,
            maximum: None,
            multiples: Vec::new(),
            min_items: None,
            max_items: None,
            max_length: None,
            is_ascii: false,
            digits: Digits::default(),
            allowed: None,
            derived: None,
            types: None,
        }
    }
}

impl<S: PartialEq> Constraints<S> {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn boundaries_are_those_of_ascii() {
        let linear = |text, is_linear| Pattern { text, is_linear }.linear().map(std::borrow::Cow::into_owned);
        assert_eq!(linear("^a$", true).as_deref(), Some("^a$"));
        assert_eq!(linear(r"\ba\\b\B", true).as_deref(), Some(r"(?-u:\b)a\\b(?-u:\B)"));
        assert_eq!(linear("(?=a)", false), None);
        for (text, expected) in [(r"\b", true), (r"a\\b", false), (r"a\\\B", true), ("b", false)] {
            assert_eq!(Pattern { text, is_linear: true }.has_boundary(), expected, "{text}");
        }
    }
}
