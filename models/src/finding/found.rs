//! What is there.

use odatype_json::visible;

use super::{
    names::Names,
    picture::{cut, picture},
    privacy::values_are_hidden,
    token::{marked, token_end},
};

/// What was found, by reference to the payload where it is a part of it.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// In so many words.
    Words(&'static str),
    /// In words that were put together, which hold no value of the payload.
    Text(Box<str>),
    /// The JSON value that starts and ends there.
    Value(u32, u32),
    /// A member's name, which starts and ends there, that was there already.
    Again(u32, u32),
    /// A member's name, which starts and ends there.
    Name(u32, u32),
    /// What starts there and is no JSON, or none that may stand there.
    Token(u32),
    /// So many.
    Count(u64),
    /// An object of the type at this index.
    Type(u16),
}

impl Found {
    /// In words, given the payload.
    pub(super) fn told(&self, text: &str, names: Option<&dyn Names>) -> String {
        match self {
            Self::Words(words) => (*words).to_owned(),
            Self::Text(words) => words.to_string(),
            Self::Value(start, end) => picture(part(text, *start, *end)),
            Self::Again(start, end) => format!("`{}` again", name(text, *start, *end)),
            Self::Name(start, end) => format!("`{}`", name(text, *start, *end)),
            Self::Token(start) => token(text, *start as usize),
            Self::Count(count) => count.to_string(),
            Self::Type(index) => names.map_or("another type", |names| names.type_name(*index)).to_owned(),
        }
    }

    /// The JSON text of a value that was found.
    pub(super) fn value<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self {
            Self::Value(start, end) => Some(part(text, *start, *end)),
            _ => None,
        }
    }

    /// Where what is marked of it ends, if it starts at `start` of `text`.
    pub(super) fn end(&self, text: &str, start: usize) -> Option<usize> {
        let (Self::Value(from, to) | Self::Again(from, to) | Self::Name(from, to)) = self else { return None };
        (*from as usize == start).then(|| marked(text, start, start + part(text, *from, *to).len()))
    }

    /// The text of a name or of a JSON string, which could be a misspelt one.
    #[cfg(feature = "validate")]
    pub(super) fn word<'t>(&self, text: &'t str) -> Option<std::borrow::Cow<'t, str>> {
        match self {
            Self::Name(start, end) => Some(odatype_json::unescape(part(text, *start, *end))),
            Self::Value(start, end) => {
                let inside = part(text, *start, *end).strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))?;
                Some(odatype_json::unescape(inside))
            }
            _ => None,
        }
    }
}

/// The token that starts there; where values are hidden, only punctuation is told.
fn token(text: &str, start: usize) -> String {
    match text.get(start..token_end(text, start)) {
        None | Some("") => "the end of the line".to_owned(),
        Some(token @ ("{" | "}" | "[" | "]" | "," | ":")) => format!("`{token}`"),
        Some(_) if values_are_hidden() => "other text".to_owned(),
        Some(token) => format!("`{}`", cut(token)),
    }
}

fn part(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or("").trim_end_matches([' ', '\t', '\r', '\n'])
}

fn name(text: &str, start: u32, end: u32) -> String {
    let name = odatype_json::unescape(part(text, start, end));
    if name.chars().count() > 100 { cut(&name) } else { visible(&name) }
}
