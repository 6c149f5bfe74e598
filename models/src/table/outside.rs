//! Types that have no rows: those that a slice left out, of which only the names are known, and type definitions.

use odatype_table::{Primitive, outside};

/// Their lines, in the order of their names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outside(&'static str);

impl Outside {
    pub(super) fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// Whether a slice left the structured type `name` out.
    pub(crate) fn contains(self, name: &str) -> bool {
        self.find(name).is_some_and(|(_, behind)| behind.is_none())
    }

    /// The built-in type behind the type definition `name`.
    pub(crate) fn behind(self, name: &str) -> Option<Primitive> {
        self.find(name).and_then(|(_, behind)| behind)
    }

    /// The line of `name`, if there is one.
    fn find(self, name: &str) -> Option<(&'static str, Option<Primitive>)> {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            // The line around the middle.
            let middle = usize::midpoint(low, high);
            let bytes = self.0.as_bytes();
            let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let end = bytes[middle..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| middle + at);
            let (found, behind) = outside::read(self.0.get(start..end).unwrap_or(""));
            match found.cmp(name) {
                std::cmp::Ordering::Equal => return (!name.is_empty()).then_some((found, behind)),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start.saturating_sub(1),
            }
        }
        None
    }
}
