//! What generated code is made of: each macro here gives one generated type what all of its kind have.

/// Generates types from the schema files that it names; see the crate's documentation.
///
/// ```ignore
/// odatype::schema! {
///     path = "schema/my.csdl.json",           // .json, .xml or .csdl, relative to the crate's manifest; several allowed
///     overlay = "schema/my.overlay.json",     // optional, several allowed
///     roots = ["my.service.thing"],           // optional: only what these reach; actions can be roots
///     rename = { "my.service.thing.final" = "last" },
/// }
/// ```
#[cfg(any(feature = "graph", feature = "macros"))]
#[macro_export]
macro_rules! schema {
    ($($arguments:tt)*) => { $crate::__private::schema_impl! { [$crate] $($arguments)* } };
}

/// A structured type: a newtype over a record.
#[doc(hidden)]
#[macro_export]
macro_rules! __structured {
    ($ty:ident, $schema:path, $index:literal) => {
        #[automatically_derived]
        impl $crate::Structured for $ty {
            const TYPE: $crate::TypeId = $crate::TypeId::new(&$schema, $index);
            #[inline]
            fn from_record(record: $crate::Record) -> Self {
                Self(record)
            }
            #[inline]
            fn record(&self) -> &$crate::Record {
                &self.0
            }
            #[inline]
            fn into_record(self) -> $crate::Record {
                self.0
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, formatter)
            }
        }
        $crate::__serde! { $ty }
        $crate::__json_schema! { $ty }
    };
}

/// A structured type that needs nothing to be made.
#[doc(hidden)]
#[macro_export]
macro_rules! __default {
    ($ty:ident, $doc:expr) => {
        impl $ty {
            #[doc = $doc]
            #[inline]
            #[must_use]
            pub fn new() -> Self {
                Self($crate::Record::new(<Self as $crate::Structured>::TYPE))
            }
        }
        #[automatically_derived]
        impl ::core::default::Default for $ty {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
    };
}

/// The tagged enum of a type that others derive from.
#[doc(hidden)]
#[macro_export]
macro_rules! __family {
    ($ty:ident, $schema:path, $index:literal, { $($variant:ident($of:ty) = $of_index:literal),* $(,)? }) => {
        $crate::__tagged! { $ty, $schema, $index, { $($variant($of) = $of_index),* }, $ty }
        $crate::__json_schema! { $ty }
    };
}

/// What an untyped property may hold.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($ty:ident, $schema:path, $index:literal, { $($variant:ident($of:ty) = $of_index:literal),* $(,)? }) => {
        $crate::__tagged! {
            $ty, $schema, $index, { $($variant($of) = $of_index),* }, $crate::OneOrMany<$ty>
        }
    };
}

/// An enum with a variant for each type and one for the unknown. `$property` is what a
/// property holds whose value is of this enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __tagged {
    (
        $ty:ident, $schema:path, $index:literal, { $($variant:ident($of:ty) = $of_index:literal),* },
        $property:ty
    ) => {
        #[automatically_derived]
        impl $crate::Structured for $ty {
            const TYPE: $crate::TypeId = $crate::TypeId::new(&$schema, $index);
            #[inline]
            fn from_record(record: $crate::Record) -> Self {
                match record.variant($index) {
                    $(::core::option::Option::Some($of_index) => {
                        Self::$variant(<$of as $crate::Structured>::from_record(record))
                    })*
                    _ => Self::Unknown(<$crate::Unknown as ::core::convert::From<$crate::Record>>::from(record)),
                }
            }
            #[inline]
            fn record(&self) -> &$crate::Record {
                match self {
                    $(Self::$variant(value) => $crate::Structured::record(value),)*
                    Self::Unknown(value) => value.record(),
                }
            }
            #[inline]
            fn into_record(self) -> $crate::Record {
                match self {
                    $(Self::$variant(value) => $crate::Structured::into_record(value),)*
                    Self::Unknown(value) => value.into_record(),
                }
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                <Self as $crate::Structured>::from_record(::core::clone::Clone::clone($crate::Structured::record(self)))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::Structured::record(self) == $crate::Structured::record(other)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt($crate::Structured::record(self), formatter)
            }
        }
        $(
            #[automatically_derived]
            impl ::core::convert::From<$of> for $ty {
                #[inline]
                fn from(value: $of) -> Self {
                    Self::$variant(value)
                }
            }
            #[automatically_derived]
            impl $crate::IntoProperty<$property> for $of {
                #[inline]
                fn into_property(self) -> $crate::__private::Edited {
                    $crate::IntoProperty::<$of>::into_property(self)
                }
            }
        )*
        $crate::__serde! { $ty }
    };
}

/// An enumeration type.
#[doc(hidden)]
#[macro_export]
macro_rules! __enumeration {
    ($ty:ident, $name:literal, { $($variant:ident = $place:literal $member:literal),* $(,)? }) => {
        #[automatically_derived]
        impl $crate::Enumeration for $ty {
            const NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$($member),*];
            #[inline]
            fn from_wire(text: &str) -> Self {
                match $crate::__private::member(Self::MEMBERS, text) {
                    $($place => Self::$variant,)*
                    _ => Self::Unrecognized(::core::convert::From::from(text)),
                }
            }
            #[inline]
            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $member,)*
                    Self::Unrecognized(name) => name.as_str(),
                }
            }
        }
        impl $ty {
            /// The member's name on the wire.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                $crate::Enumeration::as_str(self)
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant => Self::$variant,)*
                    Self::Unrecognized(name) => Self::Unrecognized(::core::clone::Clone::clone(name)),
                }
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Eq for $ty {}
        #[automatically_derived]
        impl ::core::hash::Hash for $ty {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }
        $crate::__wire_text! { $ty, |value| value.as_str(), |text| <$ty as $crate::Enumeration>::from_wire(text) }
    };
}

/// An enumeration type whose members combine.
#[doc(hidden)]
#[macro_export]
macro_rules! __flags {
    ($ty:ident, $name:literal, { $($(#[$doc:meta])* $member:ident = $text:literal $value:literal),* $(,)? }) => {
        impl $ty {
            $($(#[$doc])* pub const $member: Self = Self($crate::FlagSet::from_bits($value));)*

            /// The type's qualified name.
            pub const NAME: &'static str = $name;

            /// The declared members: names on the wire, and values.
            pub const MEMBERS: &'static [(&'static str, i64)] = &[$(($text, $value)),*];

            /// Whether all members of `other` are in this set.
            #[inline]
            #[must_use]
            pub fn contains(&self, other: &Self) -> bool {
                self.0.contains(&other.0)
            }

            /// The members by value, and the names that the schema does not declare.
            #[inline]
            #[must_use]
            pub fn set(&self) -> &$crate::FlagSet {
                &self.0
            }

            /// The set's text on the wire: members separated by commas.
            #[inline]
            #[must_use]
            pub fn to_wire(&self) -> ::std::string::String {
                self.0.to_wire(Self::MEMBERS)
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        #[automatically_derived]
        impl ::core::default::Default for $ty {
            #[inline]
            fn default() -> Self {
                Self(::core::default::Default::default())
            }
        }
        #[automatically_derived]
        impl ::core::ops::BitOr for $ty {
            type Output = Self;
            #[inline]
            fn bitor(self, other: Self) -> Self {
                Self(self.0.union(&other.0))
            }
        }
        #[automatically_derived]
        impl<'a> $crate::__private::Primitive<'a> for $ty {
            #[inline]
            fn read(value: $crate::__private::Value<'a>) -> ::core::option::Option<Self> {
                let text = <&str as $crate::__private::Primitive<'a>>::read(value)?;
                ::core::option::Option::Some(Self($crate::FlagSet::parse(text, Self::MEMBERS)))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Eq for $ty {}
        $crate::__wire_text! { $ty, |value| &value.to_wire(), |text| $ty($crate::FlagSet::parse(text, $ty::MEMBERS)) }
    };
}

/// What types have that are a string on the wire, given how to write and how to read them.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire_text {
    ($ty:ident, |$value:ident| $write:expr, |$text:ident| $read:expr) => {
        #[automatically_derived]
        impl ::core::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let $value = self;
                formatter.write_str($write)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $ty {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let $value = self;
                formatter.write_str($write)
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for $ty {
            type Err = ::core::convert::Infallible;
            #[inline]
            fn from_str($text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok($read)
            }
        }
        #[automatically_derived]
        impl $crate::IntoProperty<$ty> for $ty {
            #[inline]
            fn into_property(self) -> $crate::__private::Edited {
                let $value = &self;
                $crate::__private::Edited::Text(::core::convert::From::<&str>::from($write))
            }
        }
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $ty {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let $value = self;
                serializer.serialize_str($write)
            }
        }
        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $ty {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let text = <::std::string::String as $crate::__private::serde::Deserialize>::deserialize(deserializer)?;
                let $text = text.as_str();
                ::core::result::Result::Ok($read)
            }
        }
    };
}

/// `Serialize` and `Deserialize` through the drivers.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($ty:ident) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $ty {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $ty {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// `JsonSchema` and `Validate`, with the feature `validate`.
#[cfg(feature = "validate")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($ty:ident) => {
        #[automatically_derived]
        impl $crate::__private::schemars::JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $crate::__private::json_schema::name(<Self as $crate::Structured>::TYPE)
            }
            fn json_schema(
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::json_schema::schema(<Self as $crate::Structured>::TYPE, generator)
            }
        }
        #[automatically_derived]
        impl $crate::validate::Validate for $ty {}
    };
}

/// `JsonSchema` and `Validate`, which need the feature `validate`.
#[cfg(not(feature = "validate"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($ty:ident) => {};
}

pub use __default as default;
pub use __enumeration as enumeration;
pub use __family as family;
pub use __flags as flags;
pub use __structured as structured;
pub use __union as union;
