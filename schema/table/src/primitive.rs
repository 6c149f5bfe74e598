//! The built-in types of the `Edm` namespace.

use crate::family::Family;

macro_rules! primitives {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// A type of the `Edm` namespace, the abstract ones included.
        ///
        /// Source: CSDL JSON 4.01, sections 3.3 (primitive types) and 3.5 (built-in abstract types).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Primitive { $($(#[$doc])* $name,)+ }

        impl Primitive {
            /// Every built-in type.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name without `Edm.`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)+ }
            }

            /// The qualified name.
            #[must_use]
            pub fn qualified_name(self) -> &'static str {
                match self { $(Self::$name => concat!("Edm.", stringify!($name)),)+ }
            }
        }
    };
}

primitives! {
    /// Base64url text.
    Binary,
    /// `true` or `false`.
    Boolean,
    /// 0 to 255.
    Byte,
    /// A day.
    Date,
    /// A moment with its offset.
    DateTimeOffset,
    /// A decimal number of any precision.
    Decimal,
    /// A 64-bit floating-point number.
    Double,
    /// A signed length of time in days, hours, minutes and seconds.
    Duration,
    /// A 16-byte identifier.
    Guid,
    /// A signed 16-bit integer.
    Int16,
    /// A signed 32-bit integer.
    Int32,
    /// A signed 64-bit integer.
    Int64,
    /// A signed 8-bit integer.
    SByte,
    /// A 32-bit floating-point number.
    Single,
    /// A media stream.
    Stream,
    /// Text.
    String,
    /// A time of day.
    TimeOfDay,
    /// Any geography.
    Geography,
    /// A point.
    GeographyPoint,
    /// A line.
    GeographyLineString,
    /// A polygon.
    GeographyPolygon,
    /// Points.
    GeographyMultiPoint,
    /// Lines.
    GeographyMultiLineString,
    /// Polygons.
    GeographyMultiPolygon,
    /// A mixed collection of geographies.
    GeographyCollection,
    /// Any geometry.
    Geometry,
    /// A point.
    GeometryPoint,
    /// A line.
    GeometryLineString,
    /// A polygon.
    GeometryPolygon,
    /// Points.
    GeometryMultiPoint,
    /// Lines.
    GeometryMultiLineString,
    /// Polygons.
    GeometryMultiPolygon,
    /// A mixed collection of geometries.
    GeometryCollection,
    /// Any value at all.
    Untyped,
    /// Abstract: any primitive value.
    PrimitiveType,
    /// Abstract: any complex value.
    ComplexType,
    /// Abstract: any entity.
    EntityType,
    /// Abstract: a path to an annotation (vocabularies only).
    AnnotationPath,
    /// Abstract: a path to any model element (vocabularies only).
    AnyPropertyPath,
    /// Abstract: a path to any model element (vocabularies only).
    ModelElementPath,
    /// Abstract: a path to a navigation property (vocabularies only).
    NavigationPropertyPath,
    /// Abstract: a path to a property (vocabularies only).
    PropertyPath,
}

impl Primitive {
    /// The type named `Edm.…`, the prefix included in `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_name(text.strip_prefix("Edm.")?)
    }

    /// The type named `name`, without `Edm.`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|primitive| primitive.name() == name)
    }

    /// What a value is on the wire.
    ///
    /// Source: OData JSON 4.01, section 7.1 (primitive values).
    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Self::Boolean => Family::Boolean,
            Self::Byte | Self::SByte | Self::Int16 | Self::Int32 => Family::Integer,
            Self::Int64 => Family::WideInteger,
            Self::Single | Self::Double => Family::Float,
            Self::Decimal => Family::Decimal,
            Self::String => Family::Text,
            Self::Binary | Self::Date | Self::DateTimeOffset | Self::Duration | Self::Guid | Self::TimeOfDay => {
                Family::Literal
            }
            Self::Geography
            | Self::GeographyPoint
            | Self::GeographyLineString
            | Self::GeographyPolygon
            | Self::GeographyMultiPoint
            | Self::GeographyMultiLineString
            | Self::GeographyMultiPolygon
            | Self::GeographyCollection
            | Self::Geometry
            | Self::GeometryPoint
            | Self::GeometryLineString
            | Self::GeometryPolygon
            | Self::GeometryMultiPoint
            | Self::GeometryMultiLineString
            | Self::GeometryMultiPolygon
            | Self::GeometryCollection => Family::Geo,
            Self::Stream
            | Self::Untyped
            | Self::PrimitiveType
            | Self::ComplexType
            | Self::EntityType
            | Self::AnnotationPath
            | Self::AnyPropertyPath
            | Self::ModelElementPath
            | Self::NavigationPropertyPath
            | Self::PropertyPath => Family::Any,
        }
    }

    /// The value of the member `type` of a geography or geometry of this type; `None` if each is possible, or if this
    /// is no such type.
    ///
    /// Source: OData JSON 4.01, section 7.1; RFC 7946, section 1.4.
    #[must_use]
    pub fn geo_type(self) -> Option<&'static str> {
        match self {
            Self::GeographyPoint | Self::GeometryPoint => Some("Point"),
            Self::GeographyLineString | Self::GeometryLineString => Some("LineString"),
            Self::GeographyPolygon | Self::GeometryPolygon => Some("Polygon"),
            Self::GeographyMultiPoint | Self::GeometryMultiPoint => Some("MultiPoint"),
            Self::GeographyMultiLineString | Self::GeometryMultiLineString => Some("MultiLineString"),
            Self::GeographyMultiPolygon | Self::GeometryMultiPolygon => Some("MultiPolygon"),
            Self::GeographyCollection | Self::GeometryCollection => Some("GeometryCollection"),
            _ => None,
        }
    }

    /// The least and the greatest value of an integer type.
    #[must_use]
    pub fn range(self) -> Option<(i64, i64)> {
        match self {
            Self::Byte => Some((0, i64::from(u8::MAX))),
            Self::SByte => Some((i64::from(i8::MIN), i64::from(i8::MAX))),
            Self::Int16 => Some((i64::from(i16::MIN), i64::from(i16::MAX))),
            Self::Int32 => Some((i64::from(i32::MIN), i64::from(i32::MAX))),
            Self::Int64 => Some((i64::MIN, i64::MAX)),
            _ => None,
        }
    }

    /// What a value looks like, for people.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::String => "a string",
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
            Self::PrimitiveType => "a primitive value",
            Self::ComplexType => "an object of a complex type",
            Self::EntityType => "an object of an entity type",
            _ if self.family() == Family::Geo => "a GeoJSON object with a \"type\"",
            _ => "any value",
        }
    }

    /// What stands before the quotes around a value in a URL; `None` for a type whose values are written without
    /// quotes.
    ///
    /// Source: OData URL Conventions 4.01, section 4.3; the grammar's `primitiveLiteral`.
    #[must_use]
    pub fn before_quotes(self) -> Option<&'static str> {
        match self {
            Self::String => Some(""),
            Self::Duration => Some("duration"),
            Self::Binary => Some("binary"),
            _ => None,
        }
    }

    /// A value as one would write it in documentation, as JSON; `None` if it may be of several kinds.
    ///
    /// Source: OData JSON 4.01, section 7.1.
    #[must_use]
    pub fn example(self) -> Option<&'static str> {
        Some(match self {
            Self::String => "\"text\"",
            Self::Binary => "\"T0RhdGE\"",
            Self::Boolean => "true",
            Self::Byte | Self::SByte | Self::Int16 | Self::Int32 => "1",
            Self::Int64 => "12",
            Self::Single | Self::Double => "1.5",
            Self::Decimal => "12.5",
            Self::Date => "\"2026-01-31\"",
            Self::DateTimeOffset => "\"2026-01-31T23:59:59Z\"",
            Self::TimeOfDay => "\"23:59:59\"",
            Self::Duration => "\"PT1H30M\"",
            Self::Guid => "\"01234567-89ab-cdef-0123-456789abcdef\"",
            Self::Geography | Self::GeographyPoint | Self::Geometry | Self::GeometryPoint => {
                r#"{"type": "Point", "coordinates": [142.1, 64.1]}"#
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Family, Primitive};
    use crate::literal;

    #[test]
    fn examples_are_values() {
        for primitive in Primitive::ALL.iter().copied() {
            let Some(example) = primitive.example().filter(|_| primitive.family() != Family::Geo) else { continue };
            let fits = match example.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                Some(text) => primitive == Primitive::String || literal::is_text(primitive, text),
                None => primitive == Primitive::Boolean || literal::is_number(primitive, example),
            };
            assert!(fits, "{primitive:?} {example}");
        }
    }

    #[test]
    fn names_there_and_back() {
        for primitive in Primitive::ALL {
            assert_eq!(Primitive::from_name(primitive.name()), Some(*primitive));
            assert_eq!(Primitive::parse(primitive.qualified_name()), Some(*primitive));
            assert_eq!(primitive.geo_type().is_some(), primitive.family() == Family::Geo && primitive.name().len() > 9);
        }
        assert_eq!(Primitive::parse("String"), None);
        assert_eq!(Primitive::parse("Edm.string"), None);
    }
}
