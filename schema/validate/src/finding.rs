//! What validation finds.

use std::fmt;

/// One thing that is wrong with a payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// JSON pointer (RFC 6901) to the value that is wrong; of a missing member, to the object that lacks it. Empty for the
    /// whole payload.
    pub pointer: String,
    /// Offset in bytes of that value, or of the member's name where the member should not be there at all.
    pub offset: usize,
    /// Line of that place, from 1.
    pub line: u32,
    /// Column of that place in characters, from 1.
    pub column: u32,
    /// What the schema expects there.
    pub expected: String,
    /// What is there.
    pub found: String,
    /// What was probably meant, where a name is nearly right: the text to write instead.
    pub suggestion: Option<String>,
    /// The rule that is broken.
    pub rule: Rule,
}

/// What kind of rule a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The text is not JSON.
    Syntax,
    /// An object has a member twice.
    Repeated,
    /// A value is of another kind than declared, null included.
    Type,
    /// Text is not the text form of the declared primitive type.
    Text,
    /// An object's tag (`@odata.type`) is missing, misspelled or of a type that may not stand there.
    Tag,
    /// Text is no member of the enumeration type, or a value none of the allowed ones.
    Member,
    /// A closed type does not declare the member.
    Undeclared,
    /// A required member is missing.
    Required,
    /// A number is out of its range.
    Range,
    /// Text is too long.
    Length,
    /// Text does not match a pattern of the schema.
    Pattern,
    /// A collection has too many or too few items.
    Count,
    /// Anything else.
    Other,
}

impl Rule {
    /// The rule's name in lower case, for output that programs read.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Repeated => "repeated",
            Self::Type => "type",
            Self::Text => "text",
            Self::Tag => "tag",
            Self::Member => "member",
            Self::Undeclared => "undeclared",
            Self::Required => "required",
            Self::Range => "range",
            Self::Length => "length",
            Self::Pattern => "pattern",
            Self::Count => "count",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for Finding {
    /// `3:14: /value/0/state: expected …, found …; perhaps …`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: ", self.line, self.column)?;
        if !self.pointer.is_empty() {
            write!(formatter, "{}: ", self.pointer)?;
        }
        write!(formatter, "expected {}, found {}", self.expected, self.found)?;
        match &self.suggestion {
            Some(suggestion) => write!(formatter, "; perhaps `{suggestion}`"),
            None => Ok(()),
        }
    }
}
