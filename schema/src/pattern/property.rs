//! `\p{…}`: characters by what Unicode says of them.

use regex_syntax::hir::{Class, HirKind};

use super::set::Set;

/// The characters of the property that stands between the braces, `Lu` or `Script=Greek`; `None` if there is none of
/// that name.
pub(super) fn set(name: &str) -> Option<Set> {
    let is_name = |part: &str| {
        !part.is_empty() && part.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
    };
    if !name.split('=').all(is_name) || name.matches('=').count() > 1 {
        return None;
    }
    let parsed = regex_syntax::parse(&format!("\\p{{{name}}}")).ok()?;
    match parsed.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            Some(Set::of(class.ranges().iter().map(|range| (range.start(), range.end()))))
        }
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            Some(Set::of(text.chars().map(|character| (character, character))))
        }
        _ => None,
    }
}
