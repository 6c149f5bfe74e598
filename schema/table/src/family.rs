//! Built-in types by what their values are on the wire.

/// What values of a built-in type are on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `true` or `false`.
    Boolean,
    /// An integer that every number has room for.
    Integer,
    /// An integer of 64 bits, as a number or as text (`IEEE754Compatible`).
    WideInteger,
    /// A 64-bit or 32-bit float: a number, or one of three texts.
    Float,
    /// A decimal number, as a number or as text.
    Decimal,
    /// Any text.
    Text,
    /// Text with a grammar: see [`crate::literal`].
    Literal,
    /// A GeoJSON object.
    Geo,
    /// Anything, as far as reading goes: untyped values, streams, the abstract types.
    Any,
}

impl Family {
    /// Whether values may be written as numbers.
    #[must_use]
    pub fn has_numbers(self) -> bool {
        matches!(self, Self::Integer | Self::WideInteger | Self::Float | Self::Decimal)
    }
}
