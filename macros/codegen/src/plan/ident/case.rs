//! Wire names in upper camel case and in snake case.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// Normalization form C.
pub(super) fn normal(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Upper camel case.
pub(super) fn camel(wire: &str) -> Option<String> {
    let wire = &*normal(wire);
    let segments = segments(wire);
    let shouted = segments.len() > 1 && !wire.contains(char::is_lowercase);
    let mut name = start(wire, &segments)?;
    for segment in segments {
        let mut characters = segment.chars();
        let Some(first) = characters.next() else { continue };
        if name.chars().next_back().is_some_and(|last| last != '_' && !has_case(last)) && !has_case(first) {
            name.push('_');
        }
        name.extend(first.to_uppercase());
        if shouted {
            name.extend(characters.flat_map(char::to_lowercase));
        } else {
            name.push_str(characters.as_str());
        }
    }
    // Letter case may take it out of the form.
    Some(normal(&name).into_owned())
}

/// Snake case.
pub(super) fn snake(wire: &str) -> Option<String> {
    let wire = &*normal(wire);
    let segments = segments(wire);
    let mut name = start(wire, &segments)?;
    let prefix = name.len();
    for word in segments.into_iter().flat_map(words) {
        if name.len() > prefix {
            name.push('_');
        }
        name.extend(word.chars().flat_map(char::to_lowercase));
    }
    Some(normal(&name).into_owned())
}

/// What a name begins with before its first segment: nothing or an underscore.
fn start(wire: &str, segments: &[&str]) -> Option<String> {
    let first = segments.first()?.chars().next()?;
    let underscore = wire.starts_with('_') || !unicode_ident::is_xid_start(first);
    Some(if underscore { "_".to_owned() } else { String::new() })
}

/// The parts between what cannot be in an identifier.
fn segments(wire: &str) -> Vec<&str> {
    wire.split(|character| character == '_' || !unicode_ident::is_xid_continue(character))
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// The words of a segment.
fn words(segment: &str) -> Vec<&str> {
    let characters: Vec<(usize, char)> = segment.char_indices().collect();
    let upper = |at: usize| characters.get(at).is_some_and(|(_, character)| character.is_uppercase());
    let lower = |at: usize| characters.get(at).is_some_and(|(_, character)| character.is_lowercase());
    let mut words = Vec::new();
    let mut begin = 0;
    for at in 1..characters.len() {
        if !upper(at) {
            continue;
        }
        let boundary = if upper(at - 1) {
            let lone = lower(at + 1) && !lower(at + 2);
            let plural = characters.get(at + 1).is_some_and(|(_, character)| *character == 's');
            lower(at + 1) && !(lone && (plural || !upper(at + 2)))
        } else {
            let acronym_follows = at == 1 && lower(0) && upper(2);
            !acronym_follows
        };
        if boundary {
            words.push(&segment[begin..characters[at].0]);
            begin = characters[at].0;
        }
    }
    words.push(&segment[begin..]);
    words
}

/// Whether a character is an upper-case or lower-case letter.
fn has_case(character: char) -> bool {
    character.is_uppercase() || character.is_lowercase()
}
