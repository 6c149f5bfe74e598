//! Tagged enums: of types with derived types, and of what untyped properties may hold.

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
                    <Self as $crate::Structured>::from_record(<$of as $crate::Structured>::into_record(value))
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
