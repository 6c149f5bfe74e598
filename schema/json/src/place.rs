//! From offsets to lines and columns.

/// The line and the column, both from 1, of byte `offset` in `text`; columns count characters. An offset past the end
/// gives the place just after the last character.
#[must_use]
pub fn line_column(text: &str, offset: usize) -> (u32, u32) {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    // Counting what is not a continuation byte counts characters, also where the offset splits one.
    let column = 1 + before[line_start..].iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::line_column;

    #[test]
    fn places() {
        for (text, offset, place) in
            [("", 0, (1, 1)), ("ab", 1, (1, 2)), ("a\nb", 2, (2, 1)), ("é\néx", 5, (2, 2)), ("x", 9, (1, 2))]
        {
            assert_eq!(line_column(text, offset), place, "{text:?} at {offset}");
        }
    }
}
