//! Text that a pattern asks for.

use odatype_table::Pattern;
use proptest::{
    char::range,
    collection::vec,
    strategy::{SBoxedStrategy, Strategy},
    string::string_regex_parsed,
};
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Repetition};

/// How often what may repeat without end repeats beyond what it must: the more, the more texts there are, and the
/// longer.
const REPEATED: [u32; 4] = [8, 2, 1, 0];
/// What matches is at least this long: too long to be made.
const TOO_LONG: usize = 4096;

/// Texts that may match `patterns`: those of each, with something around them, and those of one after the other.
pub(super) fn texts(patterns: &[Pattern<&'static str>], is_ascii: bool) -> Vec<SBoxedStrategy<String>> {
    let of_each: Vec<Vec<_>> = patterns.iter().map(|pattern| of_one(pattern, is_ascii)).collect();
    let mut all: Vec<SBoxedStrategy<String>> = of_each.iter().flatten().cloned().collect();
    // What is not anchored may stand in more text.
    let more = || vec(range('a', 'z'), 0..3).prop_map(String::from_iter);
    all.extend(of_each.iter().filter_map(|texts| texts.get(1)).map(|texts| {
        (more(), texts.clone(), more()).prop_map(|(before, text, after)| before + &text + &after).sboxed()
    }));
    if let [_, _, ..] = of_each.as_slice() {
        for place in 0..REPEATED.len() {
            let texts: Vec<_> = of_each.iter().filter_map(|texts| texts.get(place)).cloned().collect();
            let joined = |texts: Vec<_>| texts.prop_map(|texts: Vec<String>| texts.concat()).sboxed();
            all.extend([joined(texts.iter().rev().cloned().collect()), joined(texts)]);
        }
    }
    all
}

/// Texts that may match `pattern`: where it asks for something at an end or at a boundary, it is not looked at.
fn of_one(pattern: &Pattern<&'static str>, is_ascii: bool) -> Vec<SBoxedStrategy<String>> {
    let parsed = pattern.linear().and_then(|text| regex_syntax::parse(&text).ok());
    // What nothing matches has no length.
    let Some(parsed) = parsed.filter(|parsed| parsed.properties().minimum_len().is_some_and(|least| least <= TOO_LONG))
    else {
        return Vec::new();
    };
    let texts = |repeated: &u32| {
        let plain = plain(&parsed, *repeated, is_ascii);
        plain.properties().minimum_len()?;
        string_regex_parsed(&plain).ok().map(Strategy::sboxed)
    };
    REPEATED.iter().filter_map(texts).collect()
}

/// The expression without anchors, in which nothing repeats without end.
fn plain(expression: &Hir, repeated: u32, is_ascii: bool) -> Hir {
    let within = |inner: &Hir| plain(inner, repeated, is_ascii);
    match expression.kind() {
        HirKind::Look(_) => Hir::empty(),
        HirKind::Class(Class::Unicode(class)) if is_ascii => {
            let mut class = class.clone();
            class.intersect(&ClassUnicode::new([ClassUnicodeRange::new('\0', '\x7f')]));
            Hir::class(Class::Unicode(class))
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.min.saturating_add(repeated);
            Hir::repetition(Repetition {
                max: Some(repetition.max.map_or(most, |max| max.min(most))),
                sub: Box::new(within(&repetition.sub)),
                ..repetition.clone()
            })
        }
        HirKind::Capture(capture) => within(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(within).collect()),
        // A part that nothing matches any more is none.
        HirKind::Alternation(parts) => Hir::alternation(
            parts.iter().map(within).filter(|part| part.properties().minimum_len().is_some()).collect(),
        ),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) => expression.clone(),
    }
}
