//! Types that have no rows, as text: a line for each, in the order of their names.
//!
//! ```text
//! ns.cut
//! ns.percent<tab>Int32
//! ```
//!
//! The first is a structured type that a slice left out, the second a type definition and the built-in type behind it.

use crate::{Primitive, Table};

/// The line that `text` is: a name and, of a type definition, what is behind it.
#[must_use]
pub fn read(line: &str) -> (&str, Option<Primitive>) {
    match line.split_once('\t') {
        // Who wrote another word knew a type that this reader does not: nothing is known of its values.
        Some((name, behind)) => (name, Some(Primitive::from_name(behind).unwrap_or(Primitive::Untyped))),
        None => (line, None),
    }
}

impl<S: AsRef<str>> Table<S> {
    /// What has no rows, as text.
    #[must_use]
    pub fn outside_text(&self) -> String {
        let cut = self.outside.iter().map(|name| name.as_ref().to_owned());
        let definitions = self.definitions.iter().map(|(name, behind)| format!("{}\t{}", name.as_ref(), behind.name()));
        let mut lines: Vec<String> = cut.chain(definitions).collect();
        lines.sort_unstable();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::{Primitive, Table};

    #[test]
    fn there_and_back() {
        let definitions = vec![("ns.b", Primitive::Int32), ("ns.ba", Primitive::Untyped)];
        let table = Table { outside: vec!["ns.a", "ns.bb"], definitions, ..Table::default() };
        let text = table.outside_text();
        let lines: Vec<_> = text.lines().map(read).collect();
        assert_eq!(
            lines,
            [("ns.a", None), ("ns.b", Some(Primitive::Int32)), ("ns.ba", Some(Primitive::Untyped)), ("ns.bb", None)]
        );
        assert_eq!(Table::<String>::default().outside_text(), "");
    }
}
