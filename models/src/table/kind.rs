//! What a property's value is on the wire.

use odatype_table::{Family, Primitive};

/// The kind of a value, or of a collection's items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A value of a built-in type that is written as a string, number or boolean.
    Scalar(Primitive),
    /// A geography or geometry: a `GeoJSON` object.
    Geo(Primitive),
    /// Anything: `Edm.Untyped`, `Edm.Stream`, the abstract types.
    Json(Primitive),
    /// An enumeration type, by its index.
    Enum(u16),
    /// An enumeration type that is exhaustive, by its index: what names no member is no value of it.
    Closed(u16),
    /// A flags enumeration type, by its index.
    Flags(u16),
    /// A structured type, by its index.
    Structured(u16),
    /// A union of structured types, one or many, by its index.
    Union(u16),
}

impl Kind {
    /// The kind of a built-in type.
    pub(crate) fn primitive(primitive: Primitive) -> Self {
        match primitive.family() {
            Family::Geo => Self::Geo(primitive),
            Family::Any => Self::Json(primitive),
            _ => Self::Scalar(primitive),
        }
    }

    /// Whether values are strings, and any string fits.
    pub(crate) fn takes_any_text(self) -> bool {
        matches!(self, Self::Scalar(Primitive::String) | Self::Enum(_) | Self::Flags(_))
    }

    /// What a value of this kind looks like, for people.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Scalar(primitive) | Self::Geo(primitive) | Self::Json(primitive) => primitive.expected(),
            Self::Enum(_) | Self::Closed(_) | Self::Flags(_) => Primitive::String.expected(),
            Self::Structured(_) => "an object",
            Self::Union(_) => Primitive::Untyped.expected(),
        }
    }
}
