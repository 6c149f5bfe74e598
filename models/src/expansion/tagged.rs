//! Tagged enums: of types with derived types, and of what untyped properties may hold.

/// An enum with a variant for each type and one for the unknown.
#[doc(hidden)]
#[macro_export]
macro_rules! __tagged {
    ($ty:ident, $schema:path, $index:literal, $name:literal, { $($variant:ident($of:ty) = $of_index:literal),* $(,)? }) => {
        impl $ty {
            /// For the getters, which would otherwise have to find the trait's implementation each.
            #[inline]
            fn __record(&self) -> &$crate::Record {
                match self {
                    $(Self::$variant(value) => $crate::Structured::record(value),)*
                    Self::Unknown(value) => value.record(),
                }
            }

            // What is generic would take longer to compile, for each variant.
            fn __any(&self) -> &dyn ::core::any::Any {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }

            fn __any_mut(&mut self) -> &mut dyn ::core::any::Any {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }

            /// The value as a `T`, if that is the type of the variant.
            #[must_use]
            pub fn downcast_ref<T: $crate::Structured>(&self) -> ::core::option::Option<&T> {
                self.__any().downcast_ref()
            }

            /// The value as a `T`, if that is the type of the variant, to change it.
            #[must_use]
            pub fn downcast_mut<T: $crate::Structured>(&mut self) -> ::core::option::Option<&mut T> {
                self.__any_mut().downcast_mut()
            }
        }
        impl $crate::Structured for $ty {
            const DECLARED: $crate::__private::Declared = $crate::__private::family(&$schema, $index, $name);
            #[inline]
            fn from_record(record: $crate::Record) -> Self {
                match record.variant($index) {
                    $(::core::option::Option::Some($of_index) => {
                        Self::$variant($crate::Structured::from_record(record))
                    })*
                    _ => Self::Unknown($crate::Unknown::from_record(record)),
                }
            }
            #[inline]
            fn record(&self) -> &$crate::Record {
                self.__record()
            }
            #[inline]
            fn record_mut(&mut self) -> &mut $crate::Record {
                match self {
                    $(Self::$variant(value) => $crate::Structured::record_mut(value),)*
                    Self::Unknown(value) => value.record_mut(),
                }
            }
        }
        impl ::core::clone::Clone for $ty {
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant(value) => Self::$variant(::core::clone::Clone::clone(value)),)*
                    Self::Unknown(value) => Self::Unknown(::core::clone::Clone::clone(value)),
                }
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                self.__record() == other.__record()
            }
        }
        impl ::core::cmp::Eq for $ty {}
        impl ::core::fmt::Debug for $ty {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug(self.__record(), formatter)
            }
        }
        $(
            impl ::core::convert::From<$of> for $ty {
                #[inline]
                fn from(value: $of) -> Self {
                    Self::$variant(value)
                }
            }
        )*
        $crate::__serde! { $ty, $index, |this| this.__record() }
        $crate::__json_schema! { $ty }
    };
}

/// A tagged enum whose base is concrete: by default it is the base.
#[doc(hidden)]
#[macro_export]
macro_rules! __default_base {
    ($ty:ident, $variant:ident) => {
        impl ::core::default::Default for $ty {
            fn default() -> Self {
                Self::$variant(::core::default::Default::default())
            }
        }
    };
}
