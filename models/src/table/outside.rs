//! Types that a slice left out, of which only the names are known.

/// The qualified names, sorted, one a line, of structured types.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outside(&'static str);

impl Outside {
    pub(super) fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// Whether `name` is among the names.
    pub(crate) fn contains(self, name: &str) -> bool {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            // The line around the middle.
            let middle = usize::midpoint(low, high);
            let bytes = self.0.as_bytes();
            let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let end = bytes[middle..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| middle + at);
            match self.0.get(start..end).unwrap_or("").cmp(name) {
                std::cmp::Ordering::Equal => return !name.is_empty(),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start.saturating_sub(1),
            }
        }
        false
    }
}
