//! What can be wrong with a text that should be JSON.

use std::fmt;

/// A place in a text where it stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Offset in bytes.
    pub offset: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text ends inside a value.
    UnexpectedEnd,
    /// The text begins with a byte order mark, which RFC 8259, section 8.1, does not let JSON have.
    ByteOrderMark,
    /// A value should start here.
    ExpectedValue,
    /// A member's name should start here.
    ExpectedName,
    /// A colon should follow the member's name.
    ExpectedColon,
    /// A comma or the closing brace should follow.
    ExpectedCommaOrBrace,
    /// A comma or the closing bracket should follow.
    ExpectedCommaOrBracket,
    /// A control character stands in a string unescaped.
    ControlCharacter,
    /// An escape that JSON does not have.
    InvalidEscape,
    /// One half of a surrogate pair without the other.
    LoneSurrogate,
    /// Not a number as JSON writes them.
    InvalidNumber,
    /// A number beyond the range of a 64-bit float.
    NumberOutOfRange,
    /// More text after the value.
    TrailingText,
    /// Containers nested deeper than the limit.
    TooDeep,
    /// The text is not UTF-8.
    NotUtf8,
    /// The text is longer than 4 GiB.
    TooLong,
}

/// A problem in words.
enum Words {
    /// What should stand there.
    Expected(&'static str),
    /// What is wrong with what stands there.
    Wrong(&'static str),
}

impl Problem {
    /// What should stand there; `None` if the trouble is what stands there: `invalid number`.
    #[must_use]
    pub fn expected(self) -> Option<&'static str> {
        match self.words() {
            Words::Expected(expected) => Some(expected),
            Words::Wrong(_) => None,
        }
    }

    fn words(self) -> Words {
        use Words::{Expected, Wrong};
        match self {
            Self::UnexpectedEnd => Wrong("the text ends before the value does"),
            Self::ByteOrderMark => Wrong("a byte order mark, which JSON must not begin with"),
            Self::ExpectedValue => Expected("a JSON value"),
            Self::ExpectedName => Expected("a member name in double quotes"),
            Self::ExpectedColon => Expected("`:` after the member name"),
            Self::ExpectedCommaOrBrace => Expected("`,` or `}`"),
            Self::ExpectedCommaOrBracket => Expected("`,` or `]`"),
            Self::ControlCharacter => Wrong("a control character in a string must be escaped"),
            Self::InvalidEscape => Wrong("invalid escape in a string"),
            Self::LoneSurrogate => Wrong("a `\\u` escape is half of a surrogate pair"),
            Self::InvalidNumber => Wrong("invalid number"),
            Self::NumberOutOfRange => Wrong("number out of range"),
            Self::TrailingText => Expected("nothing after the value"),
            Self::TooDeep => Wrong("containers are nested more than 127 deep"),
            Self::NotUtf8 => Wrong("the text is not UTF-8"),
            Self::TooLong => Wrong("the text is longer than 4 GiB"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.words() {
            Words::Expected(expected) => write!(formatter, "expected {expected}"),
            Words::Wrong(problem) => formatter.write_str(problem),
        }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at byte {}", self.problem, self.offset)
    }
}

impl std::error::Error for SyntaxError {}
