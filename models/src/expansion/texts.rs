//! What types have in common that are a string on the wire.

/// What types have that are a string on the wire, any string, given how to write and how to read them.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire_text {
    ($ty:ident, |$value:ident| $write:expr, |$text:ident| $read:expr) => {
        impl ::core::str::FromStr for $ty {
            type Err = ::core::convert::Infallible;
            // `Self::Err` may be a variant.
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(::core::convert::From::from(text))
            }
        }
        impl ::core::convert::From<&str> for $ty {
            #[inline]
            fn from($text: &str) -> Self {
                $read
            }
        }
        impl ::core::cmp::PartialEq<str> for $ty {
            fn eq(&self, other: &str) -> bool {
                $crate::__private::is_named(self, other)
            }
        }
        $crate::__any_text! { $ty, |$value| $write }
    };
}

/// What an exhaustive enumeration type has: not any string is one.
#[doc(hidden)]
#[macro_export]
macro_rules! __closed_text {
    ($ty:ident) => {
        impl ::core::str::FromStr for $ty {
            type Err = $crate::UnknownMember;
            // `Self::Err` and `Self::Error` may be variants.
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownMember> {
                $crate::__private::closed_member(text)
            }
        }
        impl ::core::convert::TryFrom<&str> for $ty {
            type Error = $crate::UnknownMember;
            #[inline]
            fn try_from(text: &str) -> ::core::result::Result<Self, $crate::UnknownMember> {
                $crate::__private::closed_member(text)
            }
        }
        impl ::core::cmp::PartialEq<str> for $ty {
            fn eq(&self, other: &str) -> bool {
                $crate::__private::closed_member(other).as_ref() == ::core::result::Result::Ok(self)
            }
        }
        $crate::__any_text! { $ty, |value| value.as_str() }
    };
}

/// What both have, given how to write them.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_text {
    ($ty:ident, |$value:ident| $write:expr) => {
        impl ::core::fmt::Display for $ty {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let $value = self;
                formatter.write_str($write)
            }
        }
        impl $crate::__private::ItemType for $ty {
            type Reader = $crate::__private::Primitives;
        }
        impl $crate::__private::serde::Serialize for $ty {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                let $value = self;
                serializer.serialize_str($write)
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $ty {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize_text(deserializer)
            }
        }
    };
}
