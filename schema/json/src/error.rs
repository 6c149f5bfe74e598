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

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::UnexpectedEnd => "the text ends before the value does",
            Self::ByteOrderMark => "a byte order mark, which JSON must not begin with",
            Self::ExpectedValue => "expected a JSON value",
            Self::ExpectedName => "expected a member name in double quotes",
            Self::ExpectedColon => "expected `:` after the member name",
            Self::ExpectedCommaOrBrace => "expected `,` or `}`",
            Self::ExpectedCommaOrBracket => "expected `,` or `]`",
            Self::ControlCharacter => "a control character in a string must be escaped",
            Self::InvalidEscape => "invalid escape in a string",
            Self::LoneSurrogate => "a `\\u` escape is half of a surrogate pair",
            Self::InvalidNumber => "invalid number",
            Self::NumberOutOfRange => "number out of range",
            Self::TrailingText => "expected nothing after the value",
            Self::TooDeep => "containers are nested more than 127 deep",
            Self::NotUtf8 => "the text is not UTF-8",
            Self::TooLong => "the text is longer than 4 GiB",
        })
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at byte {}", self.problem, self.offset)
    }
}

impl std::error::Error for SyntaxError {}
