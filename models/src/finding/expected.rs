//! What should be there.

use std::fmt;

use odatype_json::visible;

use super::names::Names;

/// What was expected, in as few bytes as will do: everything that a schema says is by reference.
#[derive(Clone, Debug)]
pub(crate) enum Expected {
    /// In so many words.
    Words(&'static str),
    /// In words that were put together.
    Text(Box<str>),
    /// In words that were put together, and what was probably meant.
    #[cfg(feature = "json-schema")]
    Told(Box<Told>),
    /// One of the members of the enumeration type at this index.
    Member(u16),
    /// A list of members of the flags type at this index.
    Members(u16),
    /// A tag that names a type that may stand where this one is declared.
    Tag(u16),
    /// The tag of this type, spelled as it is declared.
    ExactTag(u16),
    /// A tag that names a type of the schema.
    AnyTag,
    /// An object of one of these types.
    Types(&'static [u16]),
    /// The member of this name.
    Required(&'static str),
    /// Only properties of the type at this index.
    Properties(u16),
    /// At least so many.
    AtLeast(u64, Unit),
    /// At most so many.
    AtMost(u64, Unit),
    /// A value on this side of a bound.
    Bound(&'static str, Side),
    /// A multiple.
    Multiple(&'static str),
    /// One of these JSON values.
    Allowed(&'static [&'static str]),
    /// Text that matches.
    #[cfg(feature = "validate")]
    Pattern(&'static str),
}

/// Words that were put together.
#[cfg(feature = "json-schema")]
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) words: Box<str>,
    /// The text to write instead of what is there, if one is near.
    suggestion: Option<Box<str>>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Items,
    Characters,
    Bytes,
    WholeDigits,
    FractionDigits,
    Digits,
    SignificantDigits,
}

/// Where a bound is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// How many names are listed.
const SHOWN: usize = 8;

/// How much of a pattern is shown at most, where a reader sees what it is about.
#[cfg(feature = "validate")]
const READABLE: usize = 40;

/// Text that matches a pattern, of a long one the beginning.
#[cfg(feature = "validate")]
fn matching(pattern: &str) -> String {
    match pattern.char_indices().nth(READABLE) {
        None => format!("text that matches `{}`", visible(pattern)),
        Some((end, _)) => {
            let (start, length) = (visible(pattern.get(..end).unwrap_or(pattern)), pattern.chars().count());
            format!("text that matches `{start}…` (a pattern of {length} characters, cut)")
        }
    }
}

impl Expected {
    /// `words`, and what was probably meant.
    #[cfg(feature = "json-schema")]
    pub(crate) fn told_with(words: String, suggestion: Option<String>) -> Self {
        Self::Told(Box::new(Told { words: words.into(), suggestion: suggestion.map(Into::into) }))
    }

    /// What was probably meant, where that is known already.
    #[cfg(feature = "json-schema")]
    pub(super) fn suggestion(&self) -> Option<&str> {
        match self {
            Self::Told(told) => told.suggestion.as_deref(),
            _ => None,
        }
    }

    /// The name of the member that should be there.
    pub(super) fn required(&self) -> Option<&'static str> {
        match self {
            Self::Required(name) => Some(name),
            _ => None,
        }
    }

    /// In words.
    pub(super) fn told(&self, names: Option<&dyn Names>) -> String {
        let type_name = |index: u16| names.map_or("a type", |names| names.type_name(index));
        let members = |index: u16| match names {
            Some(names) => listed(names.members(index).iter().map(|(name, _)| *name)),
            None => "a declared member".to_owned(),
        };
        match self {
            Self::Words(words) => (*words).to_owned(),
            Self::Text(text) => text.to_string(),
            #[cfg(feature = "json-schema")]
            Self::Told(told) => told.words.to_string(),
            Self::Member(index) => members(*index),
            Self::Members(index) => format!("a list of {}", members(*index)),
            Self::Tag(index) => {
                let name = type_name(*index);
                match names {
                    Some(_) if name.contains('/') => format!("a tag that names a type that `{name}` may hold"),
                    Some(names) if names.needs_tag(*index) => format!("a tag that names a type derived from {name}"),
                    _ => format!("a tag that names {name} or a type derived from it"),
                }
            }
            Self::ExactTag(index) => {
                let (name, tag) = (type_name(*index), names.map_or("", |names| names.tag(*index)));
                if tag.ends_with(name) || names.is_none() {
                    format!("the tag `#{name}`")
                } else {
                    format!("a tag of a version that the schema has, such as `{tag}`")
                }
            }
            Self::AnyTag => "a tag that names a type of the schema".to_owned(),
            Self::Types(indices) => {
                let names: Vec<&str> = indices.iter().map(|index| type_name(*index)).collect();
                format!("an object of type {}", names.join(" or "))
            }
            Self::Required(name) => format!("the member `{name}`"),
            Self::Properties(index) => format!("only properties of {}", type_name(*index)),
            Self::AtLeast(count, unit) => format!("at least {count} {unit}"),
            Self::AtMost(count, unit) => format!("at most {count} {unit}"),
            Self::Bound(value, side) => format!("a value {side} {value}"),
            Self::Multiple(unit) => format!("a multiple of {unit}"),
            Self::Allowed([]) => "no value at all".to_owned(),
            Self::Allowed(values) => listed(values.iter().copied()),
            #[cfg(feature = "validate")]
            Self::Pattern(pattern) => matching(pattern),
        }
    }

    /// A pattern of which only the beginning is told.
    #[cfg(feature = "report")]
    pub(super) fn cut(&self) -> Option<String> {
        match self {
            #[cfg(feature = "validate")]
            Self::Pattern(pattern) if pattern.chars().count() > READABLE => Some(visible(pattern)),
            _ => None,
        }
    }

    /// The texts that could have been meant.
    #[cfg(feature = "validate")]
    pub(super) fn candidates<'n>(&self, names: Option<&'n dyn Names>) -> Vec<&'n str> {
        let Some(names) = names else { return Vec::new() };
        match self {
            Self::Member(index) | Self::Members(index) => names.members(*index).iter().map(|(name, _)| *name).collect(),
            Self::Tag(index) | Self::ExactTag(index) => names.tags(*index),
            Self::AnyTag => names.all_tags(),
            Self::Properties(index) => names.properties(*index),
            _ => Vec::new(),
        }
    }
}

fn listed<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let shown: Vec<String> = names.take(SHOWN).map(visible).collect();
    match shown.as_slice() {
        [] => "a member, of which the type has none".to_owned(),
        [only] => only.clone(),
        several => format!("one of {}{more}", several.join(", ")),
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Items => "items",
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::WholeDigits => "digits before the point",
            Self::FractionDigits => "digits after the point",
            Self::Digits => "digits",
            Self::SignificantDigits => "significant digits",
        })
    }
}

impl fmt::Display for Side {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::AtLeast => "of at least",
            Self::Above => "above",
            Self::AtMost => "of at most",
            Self::Below => "below",
        })
    }
}
