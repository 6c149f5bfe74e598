//! What a property's value is on the wire.

/// The kind of a value, or of a collection's items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `Edm.String`.
    Text,
    Binary,
    Boolean,
    Byte,
    SByte,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Date,
    DateTimeOffset,
    TimeOfDay,
    Duration,
    Guid,
    /// A geography or geometry: a `GeoJSON` object.
    Geo,
    /// Anything: `Edm.Untyped`, `Edm.Stream`, the abstract types.
    Json,
    /// An enumeration type, by its index.
    Enum(u16),
    /// A flags enumeration type, by its index.
    Flags(u16),
    /// A structured type, by its index.
    Structured(u16),
    /// A union of structured types, one or many, by its index.
    Union(u16),
}

impl Kind {
    /// The kind of the Edm type `name`, written without `Edm.`.
    pub(crate) fn primitive(name: &str) -> Self {
        match name {
            "String" => Self::Text,
            "Binary" => Self::Binary,
            "Boolean" => Self::Boolean,
            "Byte" => Self::Byte,
            "SByte" => Self::SByte,
            "Int16" => Self::Int16,
            "Int32" => Self::Int32,
            "Int64" => Self::Int64,
            "Single" => Self::Single,
            "Double" => Self::Double,
            "Decimal" => Self::Decimal,
            "Date" => Self::Date,
            "DateTimeOffset" => Self::DateTimeOffset,
            "TimeOfDay" => Self::TimeOfDay,
            "Duration" => Self::Duration,
            "Guid" => Self::Guid,
            name if name.starts_with("Geo") => Self::Geo,
            _ => Self::Json,
        }
    }

    /// What a value of this kind looks like, for errors.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Text | Self::Enum(_) | Self::Flags(_) => "a string",
            Self::Binary => "a base64url string",
            Self::Boolean => "a boolean",
            Self::Byte => "an integer from 0 to 255",
            Self::SByte => "an integer from -128 to 127",
            Self::Int16 => "an integer from -32768 to 32767",
            Self::Int32 => "an integer from -2147483648 to 2147483647",
            Self::Int64 => "an integer of 64 bits, or a string of one",
            Self::Single => "a number of 32 bits, \"INF\", \"-INF\" or \"NaN\"",
            Self::Double => "a number, \"INF\", \"-INF\" or \"NaN\"",
            Self::Decimal => "a decimal number, or a string of one",
            Self::Date => "a date, \"YYYY-MM-DD\"",
            Self::DateTimeOffset => "a date and time with offset, \"YYYY-MM-DDThh:mm:ssZ\"",
            Self::TimeOfDay => "a time of day, \"hh:mm:ss\"",
            Self::Duration => "a duration, \"PnDTnHnMnS\"",
            Self::Guid => "a GUID, \"xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx\"",
            Self::Geo => "a GeoJSON object with a \"type\"",
            Self::Structured(_) => "an object",
            Self::Json | Self::Union(_) => "any value",
        }
    }
}
