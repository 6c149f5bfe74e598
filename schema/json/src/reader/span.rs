//! Where things are in the text.

/// A part of the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it starts.
    pub start: usize,
    /// Just after its last byte.
    pub end: usize,
}

/// The inside of a string: without its quotes, escapes as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Between the quotes.
    pub span: Span,
    /// Whether there is a backslash in it.
    pub escaped: bool,
}

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its text.
    pub span: Span,
    /// Whether it is written without fraction and exponent.
    pub integer: bool,
}
