//! The built-in types of the `Edm` namespace.

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
        let name = text.strip_prefix("Edm.")?;
        Self::ALL.iter().copied().find(|primitive| primitive.name() == name)
    }
}
