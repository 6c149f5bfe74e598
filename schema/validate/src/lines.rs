//! Lines and columns for findings, counted in one pass however many there are.

use crate::finding::Finding;

/// Fills in line and column of `findings`, which are in the order of their offsets.
pub(crate) fn number(text: &str, findings: &mut [Finding]) {
    let (mut at, mut line, mut line_start) = (0, 1_u32, 0);
    let (mut counted, mut column) = (0, 1_u32);
    for finding in findings {
        let offset = finding.offset.min(text.len());
        for (index, byte) in text.as_bytes()[at..offset.max(at)].iter().enumerate() {
            if *byte == b'\n' {
                line = line.saturating_add(1);
                line_start = at + index + 1;
            }
        }
        at = offset.max(at);
        if counted < line_start {
            (counted, column) = (line_start, 1);
        }
        // What is not a continuation byte starts a character.
        let characters = text.as_bytes()[counted..at].iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
        column = column.saturating_add(u32::try_from(characters).unwrap_or(u32::MAX));
        counted = at;
        (finding.line, finding.column) = (line, column);
    }
}
