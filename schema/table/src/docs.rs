//! Descriptions as text, beside the rows that they describe: for JSON Schema made at run time.
//!
//! A row's text is the type's description on the first line; each further line is a member's name, a tab and its description.
//! What has no description has no line, but the first line is always there. Line breaks and tabs in descriptions are spaces.

/// The descriptions of one row.
#[derive(Clone, Copy, Debug)]
pub struct Docs<'t>(&'t str);

impl<'t> Docs<'t> {
    /// The descriptions that `text` has.
    #[must_use]
    pub fn read(text: &'t str) -> Self {
        Self(text)
    }

    /// The type's own.
    #[must_use]
    pub fn own(self) -> Option<&'t str> {
        self.0.split('\n').next().filter(|text| !text.is_empty())
    }

    /// That of the property, parameter or enumeration member `name`.
    #[must_use]
    pub fn of(self, name: &str) -> Option<&'t str> {
        let mut lines = self.0.split('\n').skip(1);
        lines.find_map(|line| line.split_once('\t').filter(|(of, _)| *of == name).map(|(_, text)| text))
    }
}

/// The text of one row's descriptions: its own, and those of its members by name.
#[must_use]
pub fn write<'d>(own: Option<&str>, members: impl IntoIterator<Item = (&'d str, &'d str)>) -> String {
    let mut out = flat(own.unwrap_or(""));
    for (name, description) in members {
        out.push('\n');
        out.push_str(name);
        out.push('\t');
        out.push_str(&flat(description));
    }
    out
}

/// `text` on one line.
fn flat(text: &str) -> String {
    text.split(|character: char| character.is_control() || character.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Docs, write};

    #[test]
    fn there_and_back() {
        let text = write(Some("A type\n of\tthings."), [("a", "First."), ("b", " Second\r\nline. ")]);
        let docs = Docs::read(&text);
        assert_eq!(docs.own(), Some("A type of things."));
        assert_eq!(docs.of("a"), Some("First."));
        assert_eq!(docs.of("b"), Some("Second line."));
        assert_eq!(docs.of("c"), None);
        assert_eq!(Docs::read(&write(None, [])).own(), None);
    }
}
