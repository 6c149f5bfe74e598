//! What is told of types and members beside their rules, as text beside the rows: for JSON Schema made at run time.
//!
//! A row's text is what is told of the type on the first line; each further line is a member's name, a tab and what is
//! told of it: the description, and after another tab, where there is more, notes: `r` read-only (of a type; of a
//! property its row says it), `w` write-only, `d` deprecated, `=` and the default as JSON; after one more, a JSON array
//! of examples. Of what nothing is told there is no line, but the first line is always there. Line breaks and tabs in
//! descriptions are spaces.

/// What is told of the types and members of one row.
#[derive(Clone, Copy, Debug)]
pub struct Docs<'t>(&'t str);

/// What is told of a type or member beside its description.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notes<'t> {
    /// The service makes the value; what a client sends is ignored.
    pub is_read_only: bool,
    /// Only a client gives the value; the service does not tell it.
    pub is_write_only: bool,
    /// It is to go.
    pub is_deprecated: bool,
    /// The value where none is given, as JSON.
    pub default: Option<&'t str>,
    /// Values that it may have, as a JSON array.
    pub examples: Option<&'t str>,
}

impl<'t> Docs<'t> {
    /// What `text` tells.
    #[must_use]
    pub fn read(text: &'t str) -> Self {
        Self(text)
    }

    /// The type's own description.
    #[must_use]
    pub fn own(self) -> Option<&'t str> {
        description(self.0.split('\n').next()?)
    }

    /// The type's own notes.
    #[must_use]
    pub fn own_notes(self) -> Notes<'t> {
        self.0.split('\n').next().map_or_else(Notes::default, notes)
    }

    /// The description of the property, parameter or enumeration member `name`.
    #[must_use]
    pub fn of(self, name: &str) -> Option<&'t str> {
        description(self.line(name)?)
    }

    /// The notes on the property, parameter or enumeration member `name`.
    #[must_use]
    pub fn notes_of(self, name: &str) -> Notes<'t> {
        self.line(name).map_or_else(Notes::default, notes)
    }

    fn line(self, name: &str) -> Option<&'t str> {
        let mut lines = self.0.split('\n').skip(1);
        lines.find_map(|line| line.split_once('\t').filter(|(of, _)| *of == name).map(|(_, told)| told))
    }
}

fn description(told: &str) -> Option<&str> {
    told.split('\t').next().filter(|text| !text.is_empty())
}

fn notes(told: &str) -> Notes<'_> {
    let mut fields = told.split('\t').skip(1);
    let notes = fields.next().unwrap_or("");
    let (letters, default) = notes.split_once('=').map_or((notes, None), |(letters, json)| (letters, Some(json)));
    Notes {
        is_read_only: letters.contains('r'),
        is_write_only: letters.contains('w'),
        is_deprecated: letters.contains('d'),
        default,
        examples: fields.next(),
    }
}

/// The text of one row: what is told of the type itself, and of its members by name, each a description and notes.
#[must_use]
pub fn write<'d>(own: (&str, Notes<'_>), members: impl IntoIterator<Item = (&'d str, (&'d str, Notes<'d>))>) -> String {
    let mut out = told(own.0, own.1);
    for (name, (description, notes)) in members {
        let told = told(description, notes);
        if !told.is_empty() {
            out.push('\n');
            out.push_str(name);
            out.push('\t');
            out.push_str(&told);
        }
    }
    out
}

fn told(description: &str, notes: Notes<'_>) -> String {
    let mut out = flat(description);
    if notes == Notes::default() {
        return out;
    }
    out.push('\t');
    for (is_so, letter) in [(notes.is_read_only, 'r'), (notes.is_write_only, 'w'), (notes.is_deprecated, 'd')] {
        out.extend(is_so.then_some(letter));
    }
    if let Some(default) = notes.default {
        out.push('=');
        out.push_str(default);
    }
    // JSON has no tab but in its spaces, which whoever made the text left out.
    if let Some(examples) = notes.examples {
        out.push('\t');
        out.push_str(examples);
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
    use super::{Docs, Notes, write};

    #[test]
    fn there_and_back() {
        let all = Notes {
            is_read_only: true,
            is_write_only: true,
            is_deprecated: true,
            default: Some(r#"{"a": "=b"}"#),
            examples: Some(r#"["x\ty"]"#),
        };
        let gone = Notes { is_deprecated: true, ..Notes::default() };
        let members = [
            ("a", ("First.", Notes::default())),
            ("b", (" Second\r\nline. ", all)),
            ("c", ("", gone)),
            ("d", ("", Notes::default())),
            ("e", ("", Notes { examples: Some("[5]"), ..Notes::default() })),
        ];
        let text = write(("A type\n of\tthings.", gone), members);
        assert_eq!(text.lines().count(), 5, "{text}");
        let docs = Docs::read(&text);
        assert_eq!((docs.own(), docs.own_notes()), (Some("A type of things."), gone));
        assert_eq!((docs.of("a"), docs.notes_of("a")), (Some("First."), Notes::default()));
        assert_eq!((docs.of("b"), docs.notes_of("b")), (Some("Second line."), all));
        assert_eq!((docs.of("c"), docs.notes_of("c")), (None, gone));
        assert_eq!((docs.of("d"), docs.notes_of("d")), (None, Notes::default()));
        assert_eq!(docs.notes_of("e").examples, Some("[5]"));
        assert_eq!(Docs::read(&write(("", Notes::default()), [])).own(), None);
    }
}
