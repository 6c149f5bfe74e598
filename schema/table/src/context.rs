//! What context URLs are made of.
//!
//! Source: OData JSON 4.01, section 10 (context URL) and its subsections.

/// A segment without what stands in parentheses at its end: a key, or what is selected.
#[must_use]
pub fn without_list(segment: &str) -> &str {
    segment.split_once('(').map_or(segment, |(name, _)| name)
}

/// The parts between slashes that stand neither in parentheses nor in quotes.
pub fn segments(fragment: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut is_quoted) = (0_usize, false);
    fragment.split(move |character: char| {
        match character {
            // A quote in a key is written twice, which opens again what it closes.
            '\'' if depth > 0 => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '/' && depth == 0
    })
}

#[cfg(test)]
mod tests {
    use super::{segments, without_list};

    #[test]
    fn keys_hide_slashes() {
        for (fragment, expected) in [
            ("items", vec!["items"]),
            ("items('a/(b''c/d')/parts/$entity", vec!["items", "parts", "$entity"]),
            ("items(a,b(c/d))/n.s", vec!["items", "n.s"]),
            ("", vec![""]),
        ] {
            assert_eq!(segments(fragment).map(without_list).collect::<Vec<_>>(), expected, "{fragment}");
        }
    }
}
