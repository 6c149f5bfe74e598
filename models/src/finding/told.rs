//! One finding, told.

use std::{borrow::Cow, fmt, ops::Range, sync::Arc};

use odatype_json::visible;
use odatype_table::{literal::beyond_month, near::perhaps};

use super::{
    expected::Expected,
    note::Note,
    privacy::values_are_hidden,
    rule::{Level, Rule},
    shared::Shared,
    source::Asked,
    token::token_end,
};

/// One thing in a payload that is not as it should be.
///
/// It keeps the payload's text alive, from which pointer, line and column are made when they are asked for.
#[derive(Clone)]
pub struct Finding {
    note: Note,
    shared: Arc<Shared>,
}

impl Finding {
    pub(super) fn new(note: Note, shared: Arc<Shared>) -> Self {
        Self { note, shared }
    }

    /// The payload.
    #[cfg(feature = "report")]
    pub(super) fn text(&self) -> &str {
        &self.shared.text
    }

    /// Where: a JSON pointer (RFC 6901) to the value that is wrong; of a missing member, to the object that lacks it.
    /// Empty for the whole payload.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.shared.steps.pointer(self.note.place, &self.shared.text)
    }

    /// The name of the member that it is about: the last one that its pointer names or, where one is missing, that one.
    /// `None` for the whole payload.
    #[must_use]
    pub fn member(&self) -> Option<String> {
        if let Some(name) = self.note.expected.required() {
            return Some(name.to_owned());
        }
        self.shared.steps.member(self.note.place, &self.shared.text).map(Cow::into_owned)
    }

    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.note.rule
    }

    /// How much it weighs.
    #[must_use]
    pub fn level(&self) -> Level {
        self.note.level
    }

    /// The qualified name of the type whose member it is; of a response with many values, the type of those.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.note.type_name
    }

    /// What should be there.
    #[must_use]
    pub fn expected(&self) -> String {
        self.note.expected.told(self.shared.names.map(|names| names as _))
    }

    /// What is there; what kind of value, where values are hidden ([`crate::hide_values`]).
    #[must_use]
    pub fn found(&self) -> String {
        self.note.found.told(&self.shared.text, self.shared.names.map(|names| names as _))
    }

    /// In a line, without line and column: `/value/0/state: expected …, found …; perhaps …`.
    #[must_use]
    pub fn message(&self) -> String {
        let found = match self.level() {
            Level::Error | Level::Advice => format!(", found {}", self.found()),
            Level::NotChecked => String::new(),
        };
        self.title() + &found + &self.help().map_or(String::new(), |help| format!("; {help}"))
    }

    /// Where, and what should be there: `/value/0/state: expected …`.
    pub(super) fn title(&self) -> String {
        let place = match self.pointer() {
            pointer if pointer.is_empty() => pointer,
            pointer => visible(&pointer) + ": ",
        };
        let asked = match self.level() {
            Level::Error => "expected ",
            Level::NotChecked => "not checked: ",
            Level::Advice => "better ",
        };
        place + asked + &self.expected()
    }

    /// What was probably meant, in words, or what is wrong with what is nearly right.
    pub(super) fn help(&self) -> Option<String> {
        self.suggestion().map(|name| perhaps(&[visible(&name)])).or_else(|| self.calendar())
    }

    /// Of a date that no calendar has, how many days there are; nothing where values are hidden.
    fn calendar(&self) -> Option<String> {
        let is_told = self.rule() == Rule::Text && !values_are_hidden();
        let text = self.note.found.value(&self.shared.text)?.strip_prefix('"').filter(|_| is_told)?;
        beyond_month(text).map(|(month, days)| format!("{month} has {days} days"))
    }

    /// What a picture notes: [`source`](Self::source), and what that comes to where it does not say it.
    #[cfg(feature = "report")]
    pub(super) fn remark(&self) -> String {
        let source = self.source();
        match (self.rule(), self.note.expected.cut()) {
            (Rule::Undeclared, _) => format!("{source}, which is not open: it has what it declares, and nothing else"),
            (_, Some(pattern)) => format!("{source}: `{pattern}`"),
            _ => source,
        }
    }

    /// Where the rule is written: the term or facet of the schema, or the type that values have, and the property with
    /// the type that declares it, as annotations name it (`Org.OData.Validation.V1.Pattern of ns.Type/property`); a
    /// standard, where the rule is one of its own.
    #[must_use]
    pub fn source(&self) -> String {
        let Note { rule, ref expected, type_name, .. } = self.note;
        let member = self.member();
        let declaration = member.as_deref().and_then(|member| self.shared.names?.declaration(type_name, member));
        let type_name = match (expected, self.shared.names) {
            (Expected::Properties(index), Some(names)) => names.type_name(*index),
            _ => type_name,
        };
        let place = match (declaration, member) {
            (Some(declaration), Some(member)) => format!("{}/{}", declaration.declared_by, visible(&member)),
            _ => type_name.to_owned(),
        };
        let is_null = self.note.found.value(&self.shared.text) == Some("null");
        Asked { rule, expected, is_null, type_name, declaration, place }.told()
    }

    /// What was probably meant, where a name is nearly right: the text to write instead. Always `None` without the
    /// feature `validate`.
    #[must_use]
    pub fn suggestion(&self) -> Option<String> {
        #[cfg(feature = "validate")]
        {
            #[cfg(feature = "json-schema")]
            if let Some(suggestion) = self.note.expected.suggestion() {
                return Some(suggestion.to_owned());
            }
            let word = self.note.found.word(&self.shared.text)?;
            let candidates = self.note.expected.candidates(self.shared.names.map(|names| names as _));
            let near = odatype_table::near::nearest(&word, candidates, 1);
            near.first().filter(|near| **near != word).map(|near| (*near).to_owned())
        }
        #[cfg(not(feature = "validate"))]
        None
    }

    /// Where, in bytes: of the value, or of the member's name where the member should not be there at all.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.note.offset as usize
    }

    /// The bytes of the payload that are wrong, from [`offset`](Self::offset) on: a value or a name, within its line;
    /// of a container that is longer than a line, and of one that lacks something, its bracket. Empty at the payload's
    /// end.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        let text = &self.shared.text;
        let start = self.offset().min(text.len());
        start..self.note.found.end(text, start).unwrap_or_else(|| token_end(text, start))
    }

    /// Line and column of that place, both from 1; the column in characters.
    #[must_use]
    pub fn line_column(&self) -> (u32, u32) {
        odatype_json::line_column(&self.shared.text, self.offset())
    }

    /// The line of that place, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.line_column().0
    }

    /// The column of that place in characters, from 1.
    #[must_use]
    pub fn column(&self) -> u32 {
        self.line_column().1
    }
}

/// `findings`, which are in the order of their text, with the places that one pass over it counts.
pub(super) fn located(findings: &[Finding]) -> impl Iterator<Item = Located<'_>> {
    let mut lines = odatype_json::Lines::new(findings.first().map_or("", |finding| &finding.shared.text));
    findings.iter().map(move |finding| {
        let (line, column) = lines.at(finding.offset());
        Located { finding, line, column }
    })
}

impl PartialEq for Finding {
    /// The same rule at the same place, told alike.
    fn eq(&self, other: &Self) -> bool {
        (self.offset(), self.rule(), self.level(), self.type_name())
            == (other.offset(), other.rule(), other.level(), other.type_name())
            && self.pointer() == other.pointer()
            && self.expected() == other.expected()
            && self.found() == other.found()
    }
}

impl fmt::Display for Finding {
    /// `3:14: /value/0/state: expected …, found …; perhaps …`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_column();
        Located { finding: self, line, column }.fmt(formatter)
    }
}

/// A finding with its line and column: see [`Findings::located`](super::Findings::located).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Located<'f> {
    /// The finding.
    pub finding: &'f Finding,
    /// As [`Finding::line`] gives it.
    pub line: u32,
    /// As [`Finding::column`] gives it.
    pub column: u32,
}

impl Located<'_> {
    /// The column just behind what is wrong, which is within the line: that of [`Finding::span`]'s end.
    #[must_use]
    pub fn end_column(&self) -> u32 {
        let text = self.finding.shared.text.get(self.finding.span()).unwrap_or("");
        self.column.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
    }
}

impl fmt::Display for Located<'_> {
    /// The finding's line.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { finding, line, column } = self;
        write!(formatter, "{line}:{column}: {}", finding.message())
    }
}

impl fmt::Debug for Finding {
    /// As [`fmt::Display`], since this is what a failed assertion prints.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
