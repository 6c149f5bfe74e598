//! Forms of values.

use odatype_table::{Family, Primitive};

/// What a value is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A number of up to 32 bits.
    Integer,
    /// A number of 64 bits.
    Int64Number,
    /// The same as text.
    Int64Text,
    /// A decimal as a number.
    DecimalNumber,
    /// A decimal as text.
    DecimalText,
    /// A float.
    FloatNumber,
    /// `INF`, `-INF`, `NaN`.
    FloatText,
    /// Any text.
    Text,
    /// `true`, `false`.
    Boolean,
    /// Base64url text.
    Binary,
    /// The text of a GUID.
    Guid,
    /// A day.
    Date,
    /// A moment, a time of day, a duration.
    Time,
    /// A member of an enumeration type.
    Member,
    /// Members of an enumeration type whose members combine.
    Flags,
}

impl Form {
    /// The forms of a built-in type's values.
    #[must_use]
    pub fn of(primitive: Primitive) -> &'static [Self] {
        match primitive.family() {
            Family::Boolean => &[Self::Boolean],
            Family::Integer => &[Self::Integer],
            Family::WideInteger => &[Self::Int64Number, Self::Int64Text],
            Family::Float => &[Self::FloatNumber, Self::FloatText],
            Family::Decimal => &[Self::DecimalNumber, Self::DecimalText],
            Family::Text => &[Self::Text],
            Family::Literal => match primitive {
                Primitive::Binary => &[Self::Binary],
                Primitive::Guid => &[Self::Guid],
                Primitive::Date => &[Self::Date],
                _ => &[Self::Time],
            },
            Family::Geo | Family::Any => &[],
        }
    }

    /// The kind of JSON value that it is, as JSON Schema calls it.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Int64Number | Self::DecimalNumber | Self::FloatNumber => "number",
            Self::Boolean => "boolean",
            Self::Int64Text
            | Self::DecimalText
            | Self::FloatText
            | Self::Text
            | Self::Binary
            | Self::Guid
            | Self::Date
            | Self::Time
            | Self::Member
            | Self::Flags => "string",
        }
    }
}
