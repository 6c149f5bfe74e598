//! A short text that a regular expression matches, as a person would write one: letters and digits, as few as may be. (Texts of
//! all kinds, to try programs with, `odatype::sample` makes up.)

use regex_syntax::hir::{Class, Hir, HirKind};

/// A text that may well match `pattern`: boundaries of words are not looked at.
pub(super) fn example(pattern: &str) -> Option<String> {
    let mut text = String::new();
    write(&regex_syntax::parse(pattern).ok()?, &mut text)?;
    Some(text)
}

/// As many repetitions are written at most.
const MOST: u32 = 256;

fn write(hir: &Hir, out: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => out.push(character(class)?),
        HirKind::Repetition(repetition) => {
            // One where none is needed, since the pattern's author thought of some.
            let wanted = repetition.min.max(u32::from(repetition.max != Some(0) && repetition.max != Some(1)));
            for _ in 0..wanted.min(MOST) {
                write(&repetition.sub, out)?;
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, out)?,
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, out))?,
        HirKind::Alternation(choices) => write(choices.first()?, out)?,
    }
    Some(())
}

/// A letter or a digit of `class` if it has one, or else any character.
fn character(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.ranges().iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => {
            class.ranges().iter().map(|range| (char::from(range.start()), char::from(range.end()))).collect()
        }
    };
    let has = |wanted: &char| ranges.iter().any(|(start, end)| start <= wanted && wanted <= end);
    ['a', 'A', '1', '0', '-', '_', '.', ' '].into_iter().find(has).or_else(|| Some(ranges.first()?.0))
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn texts_match() {
        for (pattern, text) in [
            ("^[Hh][Tt]{2}ps://.+$", "htttps"),
            (r"^\d{3}-[A-F]+$", "111-A"),
            ("^(?:red|green)?$", ""),
            (r"^[\x21-\x2f]$", "-"),
            ("a*", "a"),
        ] {
            let found = example(pattern).unwrap();
            if text == "htttps" {
                assert_eq!(found, "HTTps://a");
            } else {
                assert_eq!(found, text, "{pattern}");
            }
        }
        assert_eq!(example("("), None);
    }
}
